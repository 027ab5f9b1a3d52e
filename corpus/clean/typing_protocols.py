"""Structural checks at run time, of classes that are made for it."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class Closable(Protocol):
    def close(self): ...


def step():
    class Door:
        def close(self):
            return "closed"

    class Wall:
        pass

    assert isinstance(Door(), Closable)
    assert not isinstance(Wall(), Closable)
