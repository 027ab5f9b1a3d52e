"""Caches of the program's own, made by `functools.lru_cache`: which of them grow, and what they hold.

They are not emptied as those of the library are (`caches`): a program may rely on getting the same object again. But
such a cache says itself how full it is and where it ends. So what only one with a bound holds is known to stop growing,
also where nobody can wait for it.
"""

from __future__ import annotations

import functools
import gc
import types
from collections.abc import Iterable
from typing import Any, NamedTuple

from .measuring import type_name

_NOT_CONTENT = (type, types.ModuleType, types.FunctionType, types.FrameType, types.CodeType)
_CONTENTS = 500_000
"""How many objects of a cache are looked through."""


class Memo(NamedTuple):
    """One cache, at one moment."""

    cache: Any
    name: str
    size: int
    bound: int | None

    def __str__(self) -> str:
        end = "no bound" if self.bound is None else f"a bound of {self.bound}"
        return f"the lru_cache of {self.name}, which has {self.size} entries and {end}"


def memos() -> list[Memo]:
    """All that are there."""
    found: list[Memo] = []
    each: Any
    for each in gc.get_objects():
        # Asked by the type alone: `isinstance` would run code of objects that pretend.
        if type(each) is functools._lru_cache_wrapper:
            info, function = each.cache_info(), vars(each).get("__wrapped__")
            name = getattr(function, "__qualname__", None) or type_name(type(function))
            found.append(Memo(each, name, info.currsize, info.maxsize))
    return found


def growing(before: Iterable[Memo]) -> list[Memo]:
    """Those that have more entries now, as they are now."""
    sizes = {id(each.cache): each.size for each in before}
    return [each for each in memos() if each.size > sizes.get(id(each.cache), 0)]


def filling(before: Iterable[Memo]) -> list[Memo]:
    """Those of them that have a bound, and are not full."""
    return [each for each in growing(before) if each.bound is not None and each.size < each.bound]


def contents(found: Iterable[Memo]) -> dict[int, str]:
    """What the caches hold, whether by themselves or by something that they hold: the types, by identity."""
    held: dict[int, str] = {}
    row: list[Any] = [each.cache for each in found]
    while row and len(held) < _CONTENTS:
        following = []
        for each in gc.get_referents(*row):
            if id(each) not in held and not issubclass(type(each), _NOT_CONTENT):
                held[id(each)] = type_name(type(each))
                following.append(each)
        row = following
    return held
