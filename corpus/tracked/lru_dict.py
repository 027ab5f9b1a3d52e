"""What lru-dict never frees, shown by objects that outlive everything that could lead to them. No ledger takes part."""

import gc
import weakref

from lru import LRU

TIMES = 20
alive: weakref.WeakSet = weakref.WeakSet()


class Witness:
    """An object that is counted while it lives."""

    def __init__(self):
        alive.add(self)

    def __call__(self, key, value):
        pass


def popped():
    cache = LRU(1)
    cache["key"] = Witness()
    cache.popitem()


def in_a_cycle_by_its_value():
    cache = LRU(1)
    cache["key"] = (cache, Witness())


def in_a_cycle_by_its_callback():
    cache = LRU(1)
    witness = Witness()
    cache.set_callback(lambda key, value: (cache, witness))


def made_twice():
    cache = LRU(1, callback=Witness())
    cache["key"] = Witness()
    cache.__init__(1)


def refused():
    try:
        LRU(0, callback=Witness())
    except ValueError:
        pass


def in_order():
    cache = LRU(1, callback=Witness())
    cache["key"] = Witness()
    cache["other"] = Witness()
    cache.pop("other")
    cache.clear()


if __name__ == "__main__":
    for way in (popped, in_a_cycle_by_its_value, in_a_cycle_by_its_callback, made_twice, refused, in_order):
        before = len(alive)
        for _ in range(TIMES):
            way()
        gc.collect()
        print(f"{way.__name__}: {len(alive) - before} of {TIMES} times something stays")
