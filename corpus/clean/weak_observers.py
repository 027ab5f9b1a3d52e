"""A subject that lives to the end, and observers that come and go: it knows them weakly."""

from weakref import WeakMethod, WeakSet

listeners = WeakSet()
methods = []


class Observer:
    def __init__(self):
        self.heard = 0

    def hear(self):
        self.heard += 1


def step():
    observers = [Observer() for _ in range(10)]
    listeners.update(observers)
    methods[:] = [method for method in methods if method() is not None]
    methods.extend(WeakMethod(observer.hear) for observer in observers)
    for method in methods:
        if (hear := method()) is not None:
            hear()
    assert len(listeners) >= 10 and observers[0].heard == 1
