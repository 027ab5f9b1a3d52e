"""The faults of lru-dict 1.4.1, one by one: what it does, shown in a Python of its own, and what the port does."""

import pytest
from support.implementations import port, upstream
from support.measure import DEBUG

COLLECTED = """
live = 0
def gone(_):
    global live
    live -= 1
kept = []
for _ in range(1000):
    {make}
    live += 1
    kept.append(weakref.ref(held, gone))
    del cache, held
gc.collect()
print(1000 - live)
"""

# Name, what is done, what is printed by lru-dict, and by the port.
FAULTS = [
    (
        "popitem leaks what it returns",
        "cache = LRU(20)\nrefs = []\n"
        "for n in range(20):\n    held = Held(); refs.append(weakref.ref(held)); cache[n] = held\n    del held\n"
        "for _ in range(20): cache.popitem()\n"
        "print(sum(ref() is None for ref in refs))",
        "0",
        "20",
    ),
    (
        "a cycle through a value is never collected",
        COLLECTED.format(make="cache, held = LRU(3), Held(); cache['held'] = held; held.cache = cache"),
        "0",
        "1000",
    ),
    (
        "a cycle through a key is never collected",
        COLLECTED.format(make="cache, held = LRU(3), Held(); cache[held] = 1; held.cache = cache"),
        "0",
        "1000",
    ),
    (
        "a cycle through the callback is never collected",
        COLLECTED.format(make="held = Held(); held.seen = lambda k, v, held=held: 0; cache = LRU(3, held.seen); held.cache = cache"),
        "0",
        "1000",
    ),
    (
        "a cycle through a subclass is never collected",
        "class Child(LRU): pass\n" + COLLECTED.format(make="cache, held = Child(3), Held(); held.cache, cache.held = cache, held; cache[1] = held"),
        "0",
        "1000",
    ),
    (
        "__init__ again leaks the entries and the callback",
        "def seen(k, v): pass\n"
        "cache, held = LRU(3, callback=seen), Held(); ref = weakref.ref(held); cache[1] = held\ndel held\n"
        "before = sys.getrefcount(seen); cache.__init__(3)\n"
        "print(ref() is None, before - sys.getrefcount(seen), cache.keys(), cache.get_stats())",
        "False 0 [] (0, 0)",
        "True 1 [] (0, 0)",
    ),
    (
        "an __init__ that fails leaks the callback",
        "def seen(k, v): pass\n"
        "before = sys.getrefcount(seen)\n"
        "for _ in range(20):\n    try: LRU(0, callback=seen)\n    except ValueError: pass\n"
        "print(sys.getrefcount(seen) - before)",
        "20",
        "0",
    ),
    (
        "an __init__ again that fails leaves a cache without bounds, or with none of its entries",
        "def seen(k, v): pass\n"
        "cache = LRU(2, seen)\ncache[1] = 1\n"
        "try: cache.__init__(0)\nexcept ValueError: pass\n"
        "print(cache.get_size(), cache.items())",
        "0 [(1, 1)]",
        "2 [(1, 1)]",
    ),
    (
        "`in` hides in a subclass that a key has no hash, and so does its method",
        "class Child(LRU): pass\n"
        "try: [] in Child(1)\nexcept Exception as error: print(type(error).__name__)",
        "SystemError",
        "TypeError",
    ),
    (
        "has_key hides that a key has no hash",
        "try: LRU(1).has_key([])\nexcept Exception as error: print(type(error).__name__)",
        "SystemError",
        "TypeError",
    ),
    (
        "get swallows errors of the key",
        "try: print(LRU(1).get([]))\nexcept TypeError as error: print(error)",
        "None",
        "unhashable type: 'list'",
    ),
    (
        "pop swallows errors of the key, if there is a default",
        "try: print(LRU(1).pop([], 5))\nexcept TypeError as error: print(error)",
        "5",
        "unhashable type: 'list'",
    ),
    (
        "update with two arguments",
        "try: LRU(1).update(5, 6)\nexcept Exception as error: print(type(error).__name__)",
        "SystemError",
        "TypeError",
    ),
    (
        "update leaves out what is no dict, though its annotations take it",
        "cache = LRU(5)\ncache.update([('a', 1)])\nprint(cache.items())\n"
        "try: cache.update(5)\nexcept TypeError as error: print('TypeError')",
        "[]",
        "[('a', 1)]\nTypeError",
    ),
    (
        "update leaves out keywords beside a dict, as many as that has",
        "cache = LRU(5)\ncache.update({'a': 1}, b=2)\nprint(sorted(cache.keys()))",
        "['a']",
        "['a', 'b']",
    ),
    (
        "update hides an error of a key",
        "class Bad:\n    bad = False\n    def __hash__(self):\n        return hash('a') // (not self.bad)\n"
        "bad = Bad(); more = {bad: 1}; bad.bad = True\n"
        "try: LRU(5).update(more)\nexcept Exception as error: print(type(error).__name__)",
        "SystemError",
        "ZeroDivisionError",
    ),
    (
        "a cache that __init__ has not seen crashes",
        "cache = LRU.__new__(LRU)\ntry: cache['a'] = 1\nexcept RuntimeError as error: print(error)\n"
        "print(cache.items(), len(cache), cache.get('a'), repr(cache))",
        "signal 11",
        "the cache has no size yet: LRU.__init__() was not called\n[] 0 None {}",
    ),
    (
        "what the callback raises comes out somewhere else",
        "def seen(k, v): 1 // 0\n"
        "cache = LRU(2, seen); cache[1], cache[2], cache[3] = 1, 2, 3\n"
        "try: cache.set_size(1)\nexcept Exception as error: print(type(error).__name__)\n",
        None,
        None,
    ),
    (
        "a size above 2,147,483,647 is told wrong",
        "print(LRU(2**32 + 5).get_size())",
        "5",
        str(2**32 + 5),
    ),
    (
        "the keys that the callback asks for have a hole",
        "def seen(k, v): print(None in [key for key in cache.keys()])\n"
        "cache = LRU(1, seen); cache[1] = 1; cache[2] = 2",
        "signal 11",
        "False",
    ),
    (
        "an __eq__ that removes the entry makes it a use after free",
        "class Key:\n    def __hash__(self): return 1\n    def __eq__(self, other):\n"
        "        if cache is not None: cache.clear()\n        return True\n"
        "cache = None\nkept = LRU(5); kept[Key()] = Held(); kept[2] = 2\ncache = kept\n"
        "print(kept.pop(Key(), 'default') if len(kept) else 0, kept.items())",
        None,
        "default []",
    ),
]


@pytest.mark.parametrize(("source", "broken", "right"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_fault(source, broken, right):
    if right is not None:
        assert port(source) == right
    if broken is not None:
        # A debug build ends the process where a function succeeds with an exception set.
        assert upstream(source) == ("signal 6" if DEBUG and broken == "SystemError" else broken)


def test_what_the_callback_raises_comes_out_of_the_operation():
    source = (
        "def seen(k, v): 1 // 0\n"
        "cache = LRU(2, seen); cache[1] = cache[2] = 0\n"
        "where = 'nowhere'\n"
        "try:\n    where = 'first'; cache[3] = 0\n    where = 'later'; abs(1)\n"
        "except BaseException as error: where += ' ' + type(error).__name__\n"
        "print(where)"
    )
    assert port(source) == "first ZeroDivisionError"
    assert upstream(source) != "first ZeroDivisionError"
