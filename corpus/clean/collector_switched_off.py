"""Much garbage in cycles while the collector is off, and callbacks that are told of its work."""

import gc


def step():
    phases = []

    def told(phase, info):
        phases.append((phase, info["generation"]))

    enabled = gc.isenabled()
    gc.disable()
    gc.callbacks.append(told)
    try:
        for _ in range(500):
            one = []
            one.append([one])
        gc.collect(1)
    finally:
        gc.callbacks.remove(told)
        if enabled:
            gc.enable()
    assert phases == [("start", 1), ("stop", 1)]
