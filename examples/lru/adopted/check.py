"""Looks at one stage, then runs lru-dict's own tests on it: `python check.py FEATURE…`, with both on the path."""

import gc
import sys
import unittest
import weakref

from lru import LRU


class Held:
    pass


def said(operation):
    try:
        return operation()
    except Exception as error:
        return type(error).__name__


def popitem_leaks():
    cache, held = LRU(1), Held()
    cache["held"], ref = held, weakref.ref(held)
    del held
    cache.popitem()
    return ref() is not None


def keywords_beside_a_dict():
    cache = LRU(5)
    cache.update({"a": 1}, b=2)
    return len(cache)


def begin_again_leaks():
    cache, held = LRU(1), Held()
    cache["held"], ref = held, weakref.ref(held)
    del held
    cache.__init__(1)
    return ref() is not None


# What goes with a method: its name, what C's answers, what Rust's does.
FAULTS = [
    ("has_key", lambda: said(lambda: LRU(1).has_key([])), "SystemError", "TypeError"),
    ("get", lambda: said(lambda: LRU(1).get([])), None, "TypeError"),
    ("pop", lambda: said(lambda: LRU(1).pop([], 5)), 5, "TypeError"),
    ("popitem", popitem_leaks, True, False),
    ("update", keywords_beside_a_dict, 1, 2),
    ("get_size", lambda: LRU(2**32 + 5).get_size(), 5, 2**32 + 5),
    ("init", begin_again_leaks, True, False),
]


def main(taken):
    # A method of Rust's says its parameters; C's say nothing that Python reads.
    for name, method in vars(LRU).items():
        if not name.startswith("_"):
            assert (method.__text_signature__ is not None) == (name in taken), name
    for name, ask, of_c, of_rust in FAULTS:
        answer, right = ask(), of_rust if name in taken else of_c
        assert answer == right, f"{name}: {answer!r} instead of {right!r}"
    gc.collect()
    unittest.main(module="test_lru", argv=["test_lru", "--quiet"])


main(sys.argv[1:])
