"""Attributes of new names each call, on objects that are dropped."""

import itertools
from types import SimpleNamespace

NUMBERS = itertools.count()


def step():
    row = SimpleNamespace()
    for number in itertools.islice(NUMBERS, 20):
        setattr(row, f"attribute {number}", number)
    assert len(vars(row)) == 20
    assert all(getattr(row, name) == value for name, value in vars(row).items())
