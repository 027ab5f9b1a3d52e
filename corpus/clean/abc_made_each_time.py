"""An abstract class of its own each call, with what derives from it and what is registered with it."""

from abc import ABC, abstractmethod
from collections.abc import Mapping


def step():
    class Store(ABC):
        @abstractmethod
        def read(self): ...

    class Memory(Store, Mapping):
        def __init__(self):
            self.data = {"a": 1}

        def read(self):
            return self.data

        __getitem__ = lambda self, key: self.data[key]  # noqa: E731
        __iter__ = lambda self: iter(self.data)  # noqa: E731
        __len__ = lambda self: len(self.data)  # noqa: E731

    Store.register(dict)
    assert isinstance({}, Store) and isinstance(Memory(), Mapping)
    assert dict(Memory()) == Memory().read()
