"""Counts at strategic points of a program: how many references a watched object has, how many instances a class.

>>> owned_debug.watch(face)
>>> owned_debug.watch(inkface.Face)
>>> owned_debug.checkpoint("loaded")
>>> play()
>>> owned_debug.checkpoint("played")
>>> print(owned_debug.checkpoints())
"""

from __future__ import annotations

import gc
import sys
import weakref
from dataclasses import asdict, dataclass
from typing import Any

from .explaining import observer
from .measuring import is_a, type_name
from .naming import short
from .snapshots import snapshot

_watched: dict[str, type | weakref.ref[Any]] = {}
_points: list[Checkpoint] = []


@dataclass(frozen=True)
class Checkpoint:
    """What was counted at one point."""

    label: str
    counts: dict[str, int | None]
    """By the name of what is watched: references of an object, instances of a class. None: the object is gone."""


@dataclass(frozen=True)
class Checkpoints:
    """What was counted at all points so far; `str()` is a table with a column for each."""

    points: tuple[Checkpoint, ...]

    def __str__(self) -> str:
        if not self.points:
            return "no checkpoint yet"
        names = list(dict.fromkeys(name for point in self.points for name in point.counts))
        rows = [["", *(point.label for point in self.points)]]
        rows += [[name, *(_cell(point, name) for point in self.points)] for name in names]
        widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
        lines = []
        for first, *cells in rows:
            aligned = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(cells, widths[1:]))]
            lines.append("  ".join(aligned).rstrip())
        return "\n".join(lines)

    def to_json(self) -> list[dict[str, Any]]:
        """The points as values that `json` writes."""
        return [asdict(point) for point in self.points]


def watch(thing: Any, name: str | None = None) -> None:
    """Has each checkpoint count the references of an object, or the instances of a class.

    The object is not kept alive: it must be one that weak references can point to. Instances of a class are those that
    the collector tracks, those of classes below it among them.

    Raises `TypeError` for an object that cannot be referenced weakly.
    """
    if isinstance(thing, type):
        _watched[name or f"instances of {type_name(thing)}"] = thing
        return
    try:
        reference = weakref.ref(thing)
    except TypeError as error:
        raise TypeError(f"{error}: watch its class, or explain() it where it is at hand") from None
    _watched[name or f"references to {short(thing)} at {id(thing):#x}"] = reference


def unwatch() -> None:
    """Watches nothing any more, and forgets all checkpoints."""
    _watched.clear()
    _points.clear()


def checkpoint(label: str) -> Checkpoint:
    """Counts what is watched, and the live handles of each extension. The observer is left out of the counts."""
    counts: dict[str, int | None] = {}
    for name, what in _watched.items():
        counts[name] = _instances(what) if isinstance(what, type) else _references(what)
    for site, count in snapshot().sites.items():
        name = f"handles of {site.extension}"
        counts[name] = (counts.get(name) or 0) + count.live
    point = Checkpoint(label, counts)
    _points.append(point)
    return point


def checkpoints() -> Checkpoints:
    """All checkpoints so far."""
    return Checkpoints(tuple(_points))


def _cell(point: Checkpoint, name: str) -> str:
    if name not in point.counts:
        return ""
    count = point.counts[name]
    return "gone" if count is None else str(count)


def _instances(kind: type) -> int:
    return sum(is_a(thing, kind) for thing in gc.get_objects())


def _references(reference: weakref.ref[Any]) -> int | None:
    box = [reference()]
    if box[0] is None:
        return None
    return sys.getrefcount(box[0]) - observer()
