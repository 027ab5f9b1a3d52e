"""What an object really holds: told by what is referenced less when it is freed."""

from __future__ import annotations

import gc
import sys
import types
from typing import Any, NamedTuple


class Held(NamedTuple):
    """An object that another holds, in words."""

    name: str
    """The attribute, with its dot; empty if it is none."""
    identity: int
    what: str


def unseen(box: list[Any]) -> int:
    """How many references to the object in the box nobody is seen to hold, beyond those of callers.

    Negative: the collector is told of more references than there are. No closures and no comprehensions here: those
    would hold the object as well.
    """
    value = box[0]
    seen = 0
    inner: Any = None
    for holder in gc.get_referrers(value):
        for inner in gc.get_referents(holder):
            seen += inner is value
    del inner
    return sys.getrefcount(value) - _OF_LOOKING - seen


def _of_looking() -> int:
    """How many references `sys.getrefcount` sees to what only a variable holds.

    The argument is one of its own, or from CPython 3.14 on the one that the variable lends.
    """
    value = object()
    return sys.getrefcount(value)


_OF_LOOKING = _of_looking()


def loosen(box: list[Any]) -> None:
    """Take the object out of what the collector sees to hold it: cells, dicts.

    The process is there for this one look: what is broken by that is needed no more.
    """
    for holder in gc.get_referrers(box[0]):
        if isinstance(holder, types.CellType):
            holder.cell_contents = None
        elif type(holder) is dict:
            for key, value in list(holder.items()):
                if value is box[0]:
                    holder[key] = None


def freed_by(box: list[Any], candidates: list[Any]) -> list[int] | None:
    """Free the one object in the box; by how much each candidate is referenced less. None if others hold it too."""
    # The box, and the argument.
    if sys.getrefcount(box[0]) > 2:
        return None
    before = [sys.getrefcount(each) for each in candidates]
    box.clear()
    after = [sys.getrefcount(each) for each in candidates]
    return [earlier - later for earlier, later in zip(before, after)]


def reaches(start: Any, target: Any, limit: int = 2000) -> bool:
    """Whether the collector gets from one object to the other."""
    seen = {id(start)}
    row = [start]
    while row and len(seen) < limit:
        following = []
        for each in gc.get_referents(*row):
            if each is target:
                return True
            if id(each) not in seen and not isinstance(each, (type, types.ModuleType)):
                seen.add(id(each))
                following.append(each)
        row = following
    return False
