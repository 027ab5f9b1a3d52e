"""A generic class is subscripted; `typing` keeps what it was asked for before."""

from typing import Generic, TypeVar

Item = TypeVar("Item")
Key = TypeVar("Key")


class Pair(Generic[Key, Item]):
    def __init__(self, key, item):
        self.key = key
        self.item = item


def step():
    kinds = [Pair[key, item] for key in (int, str, bytes) for item in (list[int], dict[str, int], float)]
    assert kinds[0](1, [2]).item == [2]
    assert Pair[int, Item][str] == Pair[int, str]
