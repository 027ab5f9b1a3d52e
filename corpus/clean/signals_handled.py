"""A signal that the process sends itself, with a handler for a while."""

import signal


def step():
    seen = []

    def handler(number, frame):
        seen.append((number, frame.f_code.co_name))

    former = signal.signal(signal.SIGUSR1, handler)
    try:
        signal.raise_signal(signal.SIGUSR1)
    finally:
        signal.signal(signal.SIGUSR1, former)
    assert seen == [(signal.SIGUSR1, "step")]
