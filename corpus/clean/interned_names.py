"""Names are interned, and go when nobody uses them any more."""

import itertools
import sys

NUMBERS = itertools.count()


def step():
    names = [sys.intern(f"column {number}") for number in itertools.islice(NUMBERS, 50)]
    again = [sys.intern("".join(["column", name[6:]])) for name in names]
    assert all(one is other for one, other in zip(names, again))
