"""Objects made at import that have finalizers; they live to the end."""

import atexit
import weakref


class Device:
    def __init__(self, name):
        self.name = name
        self.open = True
        self.close = weakref.finalize(self, print_nothing, name)


def print_nothing(name):
    return name


DEVICES = [Device(name) for name in ("lamp", "fan", "door")]
atexit.register(DEVICES.clear)


def step():
    names = [device.name for device in DEVICES if device.close.alive]
    assert names == ["lamp", "fan", "door"]
