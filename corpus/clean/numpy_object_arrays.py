"""Arrays of Python objects, copied, sorted, and filled with each other."""

import numpy as np


class Item:
    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        return self.rank < other.rank


def step():
    items = np.array([Item(number * 7 % 20) for number in range(20)], dtype=object)
    assert [item.rank for item in np.sort(items)] == list(range(20))
    nested = np.empty(3, dtype=object)
    nested[:] = [items, items[::2], {"items": items}]
    again = nested.copy()
    again[0] = None
    assert nested[0] is items and sum(items.astype(bool)) == 20
