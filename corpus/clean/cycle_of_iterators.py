"""Iterators that reach themselves through what they iterate over."""

import itertools


def step():
    items = [1, 2, 3]
    items.append(iter(items))
    items.append(itertools.chain(items, items))
    items.append(zip(items, items))
    first, second = itertools.tee(items)
    items.append(first)
    items.append(map(lambda each: items, items))
    items.append(itertools.groupby(items, key=id))
    assert next(second) == 1 and next(items[3]) == 1
