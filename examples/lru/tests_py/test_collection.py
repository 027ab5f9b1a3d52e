"""What the collector sees, and when what is in a cache goes."""

import gc
import weakref

from lru import LRU


class Held:
    pass


class Child(LRU):
    pass


def test_every_kind_of_cycle_is_collected_a_thousand_times():
    def value(cache, held):
        cache["held"] = held

    def key(cache, held):
        cache[held] = 1

    def callback(cache, held):
        cache.set_callback(lambda *_, held=held: held)

    def itself(cache, held):
        cache[1] = cache
        cache[2] = held

    for kind in LRU, Child:
        for tie in value, key, callback, itself:
            refs = []
            for _ in range(1000):
                cache, held = kind(3), Held()
                held.cache = cache
                tie(cache, held)
                refs.append(weakref.ref(held))
            del cache, held
            gc.collect()
            assert sum(ref() is not None for ref in refs) == 0, (kind, tie)


def test_what_is_in_use_is_not_collected():
    cache = LRU(3, callback=lambda *entry: entry)
    cache["held"] = held = Held()
    held.cache = cache
    ref = weakref.ref(held)
    del held
    gc.collect()
    assert cache.get("held") is ref() and ref().cache is cache


def test_what_goes_goes_at_once():
    cache = LRU(2)
    drop = [
        lambda: cache.__setitem__("k", 1),
        lambda: cache.__delitem__("k"),
        lambda: cache.pop("k"),
        lambda: cache.popitem(),
        lambda: cache.popitem(least_recent=False),
        lambda: cache.clear(),
        lambda: cache.update(x=1, y=2),
        lambda: cache.__init__(2),
        lambda: cache.set_size(1) or cache.__setitem__("y", 1) or cache.set_size(2),
    ]
    for operation in drop:
        held = Held()
        cache.clear()
        cache["k"] = held
        ref = weakref.ref(held)
        del held
        operation()
        assert ref() is None, operation
    held = Held()
    cache["k"], ref = held, weakref.ref(held)
    del held, cache, drop, operation
    assert ref() is None


def test_a_long_chain_goes_without_a_deep_stack():
    cache = None
    for _ in range(200_000):
        outer = LRU(1)
        outer["inner"] = cache
        cache = outer
    del cache, outer


def test_a_destructor_finds_a_cache_that_is_being_collected_empty_or_whole():
    found = []

    class Late:
        def __del__(self):
            try:
                found.append(len(self.cache.keys()))
            except ReferenceError:
                found.append("gone")

    cache = LRU(3)
    cache["late"] = late = Late()
    late.cache = cache
    del cache, late
    gc.collect()
    assert found in ([1], ["gone"])
