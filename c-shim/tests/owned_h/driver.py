"""Calls every function of a module of `ways.c` on success and failure: no reference may be left, and none may go twice."""

import gc
import importlib
import sys

ways = importlib.import_module(sys.argv[1])
count = getattr(sys, "gettotalrefcount", sys.getallocatedblocks)


class Noisy:
    """Runs code when it goes, and raises and catches in it."""

    gone = 0

    def __del__(self):
        Noisy.gone += 1
        try:
            raise TypeError("in a finalizer")
        except TypeError:
            pass


def raised(function, *arguments):
    try:
        function(*arguments)
    except Exception as error:
        return type(error).__name__, str(error)
    raise AssertionError("nothing was raised")


def once():
    item = []
    held = ways.pair(item)
    assert held == [item, []] and held[0] is item
    assert sys.getrefcount(item) == 3, sys.getrefcount(item)
    assert raised(ways.leave, 0) == ("ValueError", "left at once")
    assert raised(ways.leave, 1) == ("ValueError", "left in a loop")
    assert [ways.leave(way) for way in (2, 3, 4, 5)] == [
        [0, 1000, 3000, 4000], [0, 1000, 2000], [0, 1000, 2000, 3000, 4000], [0, 1000, 2000, 3000, 4000],
    ]
    assert raised(ways.fetch) == ("ValueError", "fetched")
    assert raised(ways.fail, Noisy) == ("KeyError", "'the first one'")
    assert raised(ways.fail, int("1" * 3).__index__) == ("KeyError", "'the first one'")
    assert raised(ways.fail, lambda: 1 / 0)[0] == "ZeroDivisionError"
    assert type(ways.thing(3)).__name__ == "Thing"
    assert raised(ways.thing, "x")[0] == "TypeError"
    assert ways.own() == []


for _ in range(3):
    once()
gc.collect()
before, gone = count(), Noisy.gone
for _ in range(100):
    once()
gc.collect()
assert Noisy.gone - gone == 100, Noisy.gone - gone
left = count() - before
# What one call left would be a hundred. The script has a few of its own.
assert abs(left) < 50, left
