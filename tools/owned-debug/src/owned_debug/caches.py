"""Empties the caches that fill slowly and hold nothing of anybody's: those of the interpreter, and of its library.

What they hold comes back when it is asked for again. Full, they are of no interest, but some take hundreds of calls
until they are, and meanwhile each call leaves something: the interpreter keeps the names of attributes that C code asks
for, `re` its last 512 patterns, functions of the library their last 128 results. CPython's own hunt for leaks
(`python -m test -R`) empties such caches, too.
"""

from __future__ import annotations

import functools
import gc
import sys
import types
from collections.abc import Callable
from typing import Any, cast

# `_clear_internal_caches` came with 3.13, where the other one is deprecated.
_of_interpreter = cast(
    "Callable[[], None] | None",
    getattr(sys, "_clear_internal_caches", None) or getattr(sys, "_clear_type_cache", None),
)


def empty_library() -> None:
    """Empty those of modules of the standard library that are loaded. What a program caches is its own affair."""
    _call("re", "purge")
    _call("_struct", "_clearcache")
    each: Any
    for each in gc.get_objects():
        if _of_library(each):
            each.cache_clear()


def empty_interpreter() -> None:
    """Empty those of the interpreter."""
    if _of_interpreter is not None:
        _of_interpreter()


def _of_library(value: Any) -> bool:
    """Whether it is a cache with a bound, of a function of the standard library."""
    # Asked by the type alone: `isinstance` would run code of objects that pretend.
    if type(value) is not functools._lru_cache_wrapper:
        return False
    attributes = vars(value)
    function, parameters = attributes.get("__wrapped__"), attributes.get("cache_parameters")
    # Other callables have the module of their class: a partial function of anybody's is of `functools`.
    if type(function) is not types.FunctionType or parameters is None or parameters()["maxsize"] is None:
        return False
    return str(function.__module__).partition(".")[0] in sys.stdlib_module_names


def _call(module: str, function: str) -> None:
    found = getattr(sys.modules.get(module), function, None)
    if callable(found):
        found()
