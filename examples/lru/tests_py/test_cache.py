"""What the methods do that lru-dict's own tests do not say: arguments, messages, the class itself."""

import inspect

import pytest
from lru import LRU
from support.measure import raised


def filled(size=3, keys="abc", **more):
    cache = LRU(size, **more)
    for number, key in enumerate(keys):
        cache[key] = number
    return cache


def state(cache):
    """All that can be seen of it without using an entry, which must agree."""
    keys, values, items = cache.keys(), cache.values(), cache.items()
    assert items == list(zip(keys, values)) and len(cache) == len(keys) <= cache.get_size()
    assert cache.peek_first_item() == (items[0] if items else None)
    assert cache.peek_last_item() == (items[-1] if items else None)
    assert all(key in cache and cache.has_key(key) for key in keys)
    return items, cache.get_stats()


def test_arguments_of_the_constructor():
    for cache in LRU(5), LRU(size=5), LRU(5, None), LRU(callback=None, size=5), LRU(True + 4):
        assert cache.get_size() == 5 and state(cache) == ([], (0, 0))
    assert raised(ValueError, LRU, 0) == raised(ValueError, LRU, -1) == "Size should be a positive number"
    # The callback is looked at first, as in lru-dict; which argument it is, is said besides.
    for wrong in raised(TypeError, LRU, 5, callback=5), raised(TypeError, LRU, 0, 5):
        assert wrong == "LRU.__init__() argument 'callback': parameter must be callable"
    assert "size" in raised(TypeError, LRU) and "extra" in raised(TypeError, LRU, 5, extra=1)
    assert "float" in raised(TypeError, LRU, 5.0) and "str" in raised(TypeError, LRU, "5")
    assert raised(TypeError, LRU, 1, None, 2)
    assert raised(OverflowError, LRU, 1 << 63)

    class Index:
        def __index__(self):
            return 7

    assert LRU(Index()).get_size() == 7


def test_what_can_be_given_by_name():
    cache = filled()
    assert cache.get(key="a") == 0 and cache.get("x", default=5) == 5 and cache.get(key="x", default=None) is None
    assert cache.pop(key="a") == 0 and cache.pop("a", default=None) is None
    assert cache.popitem(least_recent=[1]) == ("b", 1) and cache.popitem(least_recent=0) == ("c", 2)
    for positional in (
        lambda: cache.has_key(key=1),
        lambda: cache.setdefault(key=1),
        lambda: cache.set_size(size=1),
        lambda: cache.set_callback(callback=None),
    ):
        assert raised(TypeError, positional)


def test_missing_keys_are_the_argument_of_the_error():
    cache = filled()
    for key in ("x", 5, (), (1, 2), None, "a b"):
        for operation in (cache.__getitem__, cache.__delitem__, cache.pop):
            with pytest.raises(KeyError) as caught:
                operation(key)
            assert caught.value.args == (key,)
    assert raised(KeyError, LRU(1).popitem) == repr("popitem(): LRU dict is empty")


def test_use_makes_an_entry_the_newest_and_looking_does_not():
    for use in ("a", lambda c: c["a"]), ("a", lambda c: c.get("a")), ("a", lambda c: c.setdefault("a", 9)):
        cache = filled()
        assert use[1](cache) == 0 and cache.keys() == ["a", "c", "b"] and cache.get_stats() == (1, 0)
    cache = filled()
    cache["a"] = 5
    assert cache.items() == [("a", 5), ("c", 2), ("b", 1)] and cache.get_stats() == (0, 0)
    cache = filled()
    assert "a" in cache and cache.has_key("a") and cache.peek_last_item() == ("a", 0) and len(cache) == 3
    assert repr(cache) == "{'a': 0, 'b': 1, 'c': 2}" and cache.keys() == ["c", "b", "a"]
    assert cache.get_stats() == (0, 0)


def test_an_entry_keeps_its_first_key():
    cache = LRU(2)
    cache[1] = "int"
    cache[1.0] = "float"
    assert [type(key) for key in cache.keys()] == [int] and cache[True] == "float"


def test_the_text_is_that_of_a_dict_in_the_order_of_insertion():
    cache = filled(3, "abcd")
    cache["b"]
    assert repr(cache) == str(cache) == repr({"b": 1, "c": 2, "d": 3})
    cache["c"], cache["e"] = cache, LRU(1)
    assert repr(cache) == "{'b': 1, 'c': {...}, 'e': {}}"

    class Lone:
        def __repr__(self):
            return "\ud800"

    cache["c"] = Lone()
    assert repr(cache) == "{'b': 1, 'c': \ud800, 'e': {}}"


def test_the_size_can_be_changed():
    gone = []
    cache = filled(5, "abcde", callback=lambda *entry: gone.append(entry))
    cache["a"]
    cache.set_size(2)
    assert cache.keys() == ["a", "e"] and gone == [("b", 1), ("c", 2), ("d", 3)] and cache.get_size() == 2
    cache.set_size(4)
    assert raised(ValueError, cache.set_size, 0) and raised(ValueError, cache.set_size, -5)
    assert raised(TypeError, cache.set_size, "x") and raised(TypeError, cache.set_size)
    assert cache.get_size() == 4 and len(gone) == 3
    cache.set_size(2**40)
    assert cache.get_size() == 2**40


def test_updates():
    cache = LRU(10)
    cache.update({"a": 1}, b=2)
    cache.update([("c", 3), ["d", 4]], e=5)
    cache.update(filled(3, "xyz"))
    cache.update()
    cache.update({})
    assert sorted(cache.items()) == [("a", 1), ("b", 2), ("c", 3), ("d", 4), ("e", 5), ("x", 0), ("y", 1), ("z", 2)]
    for wrong in 5, None, [5], [(1, 2, 3)]:
        with pytest.raises((TypeError, ValueError)):
            cache.update(wrong)
    assert "update" in raised(TypeError, cache.update, {}, {})
    assert len(cache) == 8


def test_a_dict_that_changes_meanwhile_is_an_error():
    class Key:
        def __hash__(self):
            if source:
                source.pop("b", None)
            return 1

    source = {}
    source[Key()] = 1
    source["a"], source["b"] = 1, 2
    cache = LRU(5)
    assert "changed size" in raised(RuntimeError, cache.update, source)
    assert len(state(cache)[0]) == 1


def test_errors_of_keys_come_out_and_change_nothing():
    class Bad:
        def __hash__(self):
            return hash("a")

        def __eq__(self, other):
            raise ZeroDivisionError("eq")

    cache = filled()
    before = cache.items()
    uses = (
        cache.__getitem__, cache.get, cache.setdefault, cache.pop, cache.__delitem__, cache.__contains__, cache.has_key,
        lambda key: cache.__setitem__(key, 1), lambda key: cache.update([(key, 1)]),
        lambda key: cache.get(key, 5), lambda key: cache.pop(key, 5),
    )  # fmt: skip
    for use in uses:
        assert raised(ZeroDivisionError, use, Bad()) == "eq"
        assert raised(TypeError, use, []) == "unhashable type: 'list'"
    assert cache.items() == before
    # As in lru-dict, a lookup that fails is a miss: getitem, get twice, setdefault, pop twice, with two keys each.
    assert cache.get_stats() == (0, 12)


def test_errors_of_the_callback_come_out_when_the_entry_is_gone():
    def refuses(key, value):
        raise ZeroDivisionError(key)

    cache = filled(2, "ab", callback=refuses)
    assert raised(ZeroDivisionError, cache.__setitem__, "c", 2) == "a"
    assert state(cache)[0] == [("c", 2), ("b", 1)]
    assert raised(ZeroDivisionError, cache.setdefault, "d") == "b"
    assert state(cache)[0] == [("d", None), ("c", 2)]
    assert raised(ZeroDivisionError, cache.set_size, 1) == "c"
    assert state(cache)[0] == [("d", None)] and cache.get_size() == 2
    cache.set_size(1)
    assert cache.get_size() == 1


def test_the_callback_sees_a_cache_that_agrees():
    seen = []

    def look(key, value):
        assert key not in cache and raised(KeyError, cache.__getitem__, key)
        seen.append((key, value, state(cache)[0]))

    cache = filled(2, "ab", callback=look)
    cache["c"] = 2
    cache.set_size(1)
    assert seen == [("a", 0, [("c", 2), ("b", 1)]), ("b", 1, [("c", 2)])]


def test_a_callback_can_put_the_entry_back():
    puts = []

    def back(key, value):
        if len(puts) < 3:
            puts.append(key)
            cache[key] = value

    cache = filled(2, "ab", callback=back)
    cache["c"] = 2
    assert puts == ["a", "b", "c"] and state(cache)[0] == [("c", 2), ("b", 1)]


def test_the_class():
    class Child(LRU):
        extra = 5

        def __init__(self, size, name, *, loud=False):
            super().__init__(size)
            self.name, self.loud = name, loud

    child = Child(2, "x", loud=True)
    child["a"] = 1
    assert (child.name, child.loud, child["a"], repr(child)) == ("x", True, 1, "{'a': 1}")
    assert isinstance(child, LRU) and LRU.__doc__ and LRU.__name__ == "LRU"
    assert raised(AttributeError, setattr, LRU(1), "x", 1)
    for name, method in vars(LRU).items():
        if not name.startswith("_"):
            assert method.__doc__ and inspect.signature(method), name
    assert hash(LRU(1)) and LRU(1) != LRU(1) and bool(LRU(1)) is False and bool(filled())
    for operation in iter, reversed, list, lambda cache: LRU[int]:
        assert raised(TypeError, operation, filled())


def test_missing_is_not_asked():
    """As in lru-dict, which knows no `__missing__`."""

    class Child(LRU):
        def __missing__(self, key):
            return "missing"

    assert raised(KeyError, Child(1).__getitem__, "x")
