"""Every member of the class, used over and over, on success and on each way to fail: no count may grow."""

import ctypes

import pytest
from lru import LRU
from support.measure import DEBUG, Leak, flat, raised


class Key:
    """Equal to others of its number, by code of Python's."""

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number % 3

    def __eq__(self, other):
        return self.number == other.number if isinstance(other, Key) else NotImplemented


class Bad:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ZeroDivisionError


class Unhashable:
    __hash__ = None


class Child(LRU):
    def __init__(self, *arguments):
        super().__init__(*arguments)


def filled(callback=None, kind=LRU):
    cache = kind(4, callback)
    for number in range(4):
        cache[Key(number)] = [number]
    return cache


def refuse(key, value):
    raise ZeroDivisionError


def fails(kind, operation, *arguments, **more):
    raised(kind, operation, *arguments, **more)


def each_key(use):
    """There, not there, without a hash, with an error."""
    cache = filled()
    for key in Key(2), Key(9):
        try:
            use(cache, key)
        except KeyError:
            pass
    for kind, key in (TypeError, Unhashable()), (ZeroDivisionError, Bad()):
        try:
            use(cache, key)
        except kind:
            pass


def new():
    LRU.__new__(LRU), LRU.__new__(LRU, 5, x=1)
    fails(TypeError, LRU.__new__, int)


def init():
    LRU(5), Child(5), LRU(5, callback=refuse), filled().__init__(3, refuse)
    cache = filled(refuse)
    for arguments in (0,), (0, refuse), (5, 5), ("x",), (), (1, 2, 3):
        for attempt in LRU, cache.__init__, Child:
            try:
                attempt(*arguments)
            except (TypeError, ValueError):
                pass


def setitem():
    each_key(lambda cache, key: cache.__setitem__(key, []))
    cache = filled(lambda key, value: None)
    cache[Key(8)] = cache[Key(2)] = 1
    fails(ZeroDivisionError, filled(refuse).__setitem__, Key(8), 1)
    fails(RuntimeError, LRU.__new__(LRU).__setitem__, [].__len__, 1)


def setdefault():
    each_key(lambda cache, key: cache.setdefault(key))
    each_key(lambda cache, key: cache.setdefault(key, []))
    fails(ZeroDivisionError, filled(refuse).setdefault, Key(8), [])


def update():
    cache = filled(lambda key, value: None)
    cache.update({Key(1): [], Key(7): []}, a=[])
    cache.update([(Key(1), []), (Key(8), [])])
    cache.update(filled())
    fails(TypeError, cache.update, 5)
    fails(TypeError, cache.update, {}, {})
    fails(ValueError, cache.update, [(1, 2, 3)])
    fails(ZeroDivisionError, cache.update, [(Key(1), 1), (Bad(), 1)])
    fails(ZeroDivisionError, filled(refuse).update, {Key(7): [], Key(8): []})


def set_size():
    filled(lambda key, value: None).set_size(1)
    filled().set_size(10)
    cache = filled(refuse)
    fails(ZeroDivisionError, cache.set_size, 1)
    fails(ValueError, cache.set_size, 0)
    fails(TypeError, cache.set_size, "x")


def set_callback():
    cache = filled(lambda key, value: None)
    cache.set_callback(lambda key, value: None)
    cache.set_callback(None)
    fails(TypeError, cache.set_callback, 5)


def popitem():
    cache = filled()
    cache.popitem(), cache.popitem(False), cache.popitem(least_recent=1), cache.popitem()
    fails(KeyError, cache.popitem)
    fails(ZeroDivisionError, filled().popitem, type("T", (), {"__bool__": lambda self: 1 // 0})())


def text():
    repr(filled())
    cache = filled()
    cache["itself"] = cache
    repr(cache)
    cache["bad"] = type("R", (), {"__repr__": lambda self: 1 // 0})()
    fails(ZeroDivisionError, repr, cache)


USES = {
    "__new__": new,
    "__init__": init,
    "__len__": lambda: len(filled()),
    "__repr__": text,
    "__getitem__": lambda: each_key(lambda cache, key: cache[key]),
    "__setitem__": setitem,
    "__delitem__": lambda: each_key(lambda cache, key: cache.__delitem__(key)),
    "__contains__": lambda: each_key(lambda cache, key: key in cache),
    "has_key": lambda: each_key(lambda cache, key: cache.has_key(key)),
    "get": lambda: (each_key(lambda cache, key: cache.get(key)), each_key(lambda cache, key: cache.get(key, default=[]))),
    "setdefault": setdefault,
    "pop": lambda: (each_key(lambda cache, key: cache.pop(key)), each_key(lambda cache, key: cache.pop(key, []))),
    "popitem": popitem,
    "keys": lambda: filled().keys(),
    "values": lambda: filled().values(),
    "items": lambda: filled().items(),
    "peek_first_item": lambda: (filled().peek_first_item(), LRU(1).peek_first_item()),
    "peek_last_item": lambda: (filled().peek_last_item(), LRU(1).peek_last_item()),
    "update": update,
    "get_size": lambda: filled().get_size(),
    "set_size": set_size,
    "clear": lambda: filled().clear(),
    "get_stats": lambda: filled().get_stats(),
    "set_callback": set_callback,
}


def test_everything_public_is_covered():
    members = set(vars(LRU)) - {"__doc__", "__module__", "__text_signature__"}
    assert members == set(USES)


@pytest.mark.parametrize("name", USES)
def test_nothing_is_left_of(name):
    flat(USES[name])


def leak_a_reference():
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(refuse))


def leak_an_object(kept=[]):
    kept.append(LRU(1))


PLANTED = [(leak_an_object, "blocks grew")]
if DEBUG:
    PLANTED.append((leak_a_reference, "references grew by 100, 100, 100, 100"))


@pytest.mark.parametrize(("leak", "message"), PLANTED)
def test_a_planted_leak_of_one_a_call_is_found(leak, message):
    with pytest.raises(Leak, match=message):
        flat(leak)
