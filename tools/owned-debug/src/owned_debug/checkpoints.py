"""Counts at strategic points of a program: how many references a watched object has, how many instances a class, and
how many were born and died.

>>> owned_debug.watch(face)
>>> owned_debug.watch(inkface.Face)
>>> owned_debug.checkpoint("loaded")
>>> play()
>>> owned_debug.checkpoint("played")
>>> print(owned_debug.checkpoints())
"""

from __future__ import annotations

import sys
import weakref
from dataclasses import asdict, dataclass, field
from typing import Any

from .explaining import observer
from .lives import Counter, Death, Lives, OneObject, alive, counter
from .measuring import type_name
from .naming import short
from .snapshots import snapshot

_watched: dict[str, Watch] = {}
_points: list[Checkpoint] = []


class Watch:
    """What is watched. `str()` says how many were born and died since, and which lines let go of them."""

    def __init__(self, name: str, thing: Any) -> None:
        self.name = name
        self._is_class = isinstance(thing, type)
        # A class is not kept alive by being watched, nor is an object.
        self._reference: weakref.ref[Any] = weakref.ref(thing)
        self._counter: Counter = counter(thing) if self._is_class else OneObject(thing)
        # What the collector does not see is counted from here on.
        self._unseen = self._is_class and not thing.__flags__ & _HAVE_GC
        self._before = alive([thing])[0] if self._unseen else 0

    @property
    def count(self) -> int | None:
        """References of the object, or instances of the class. None: it is gone."""
        return _counts([self], {})[0]

    @property
    def born(self) -> int | None:
        """How many instances were made since the watch began. None: nobody can say."""
        return self._counter.read({}).born

    @property
    def died(self) -> int | None:
        """How many died since the watch began."""
        return self._counter.read({}).died

    @property
    def deaths(self) -> tuple[Death, ...]:
        """The lines that let go of those that died, of what a function's end lets go of that of the call."""
        return self._counter.read({}).deaths

    @property
    def note(self) -> str | None:
        """What is not counted, and why."""
        return self._counter.note

    def end(self) -> None:
        """Watches this no more."""
        self._counter.end()
        if _watched.get(self.name) is self:
            del _watched[self.name]

    def __str__(self) -> str:
        lives, count = self._counter.read({}), self.count
        now = "gone" if count is None else f"{count} now"
        text = f"{self.name}: {now}"
        if self._is_class and lives.born is not None:
            text += f", {lives.born} born and {lives.died} died since"
        return "\n".join([text + (f" ({self.note})" if self.note else ""), *map(str, lives.deaths)])


_HAVE_GC = 1 << 14
"""The flag of classes whose instances the collector knows (`Py_TPFLAGS_HAVE_GC`)."""


@dataclass(frozen=True)
class Checkpoint:
    """What was counted at one point."""

    label: str
    counts: dict[str, int | None]
    """By the name of what is watched: references of an object, instances of a class. None: the object is gone."""
    born: dict[str, int | None] = field(default_factory=dict)
    """By the name of a watched class: instances made since the watch began. None: nobody can say."""
    died: dict[str, int | None] = field(default_factory=dict)
    """By the name of a watched class: instances that died since the watch began."""


@dataclass(frozen=True)
class Checkpoints:
    """What was counted at all points so far; `str()` is a table with a column for each.

    Below the count of a class stand how many were born and died since the point before.
    """

    points: tuple[Checkpoint, ...]

    def __str__(self) -> str:
        if not self.points:
            return "no checkpoint yet"
        names = list(dict.fromkeys(name for point in self.points for name in point.counts))
        rows = [["", *(point.label for point in self.points)]]
        for name in names:
            rows.append([name, *(_cell(point, name) for point in self.points)])
            if any(name in point.born for point in self.points):
                rows.append(["  born", *_changes([point.born.get(name) for point in self.points], "+")])
                rows.append(["  died", *_changes([point.died.get(name) for point in self.points], "-")])
        widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
        lines = []
        for first, *cells in rows:
            aligned = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(cells, widths[1:]))]
            lines.append("  ".join(aligned).rstrip())
        return "\n".join(lines)

    def to_json(self) -> list[dict[str, Any]]:
        """The points as values that `json` writes."""
        return [asdict(point) for point in self.points]


def watch(thing: Any, name: str | None = None) -> Watch:
    """Has each checkpoint count the references of an object, or the instances of a class: alive, born and died.

    Neither is kept alive: an object must be one that weak references can point to. Instances of a class are those that
    the collector tracks, or where it does not see them those born since; those of classes below it are among them. What
    is returned says which lines let go of those that died.

    Raises `TypeError` for an object that cannot be referenced weakly.
    """
    if isinstance(thing, type):
        name = name or f"instances of {type_name(thing)}"
    else:
        name = name or f"references to {short(thing)} at {id(thing):#x}"
        try:
            weakref.ref(thing)
        except TypeError as error:
            raise TypeError(f"{error}: watch its class, or explain() it where it is at hand") from None
    if name in _watched:
        _watched[name].end()
    _watched[name] = made = Watch(name, thing)
    return made


def watched() -> tuple[Watch, ...]:
    """Everything that is watched."""
    return tuple(_watched.values())


def unwatch() -> None:
    """Watches nothing any more, and forgets all checkpoints."""
    for each in watched():
        each.end()
    _points.clear()


def checkpoint(label: str) -> Checkpoint:
    """Counts what is watched, and the live handles of each extension. The observer is left out of the counts."""
    rows: dict[str, Any] = {}
    watches = watched()
    lives: dict[str, Lives] = {each.name: each._counter.read(rows) for each in watches if each._is_class}
    counts = dict(zip((each.name for each in watches), _counts(watches, rows)))
    for site, count in snapshot().sites.items():
        name = f"handles of {site.extension}"
        counts[name] = (counts.get(name) or 0) + count.live
    born = {name: each.born for name, each in lives.items()}
    died = {name: each.died for name, each in lives.items()}
    point = Checkpoint(label, counts, born, died)
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


def _changes(values: list[int | None], sign: str) -> list[str]:
    """What each value adds to the one before."""
    cells, before = [], 0
    for value in values:
        cells.append("" if value is None else f"{sign}{value - before}" if value != before else "0")
        before = before if value is None else value
    return cells


def _counts(watches: tuple[Watch, ...] | list[Watch], rows: dict[str, Any]) -> list[int | None]:
    """References of objects, instances of classes, as many as there are watches; None for what is gone."""
    kinds = [each._reference() for each in watches if each._is_class and not each._unseen]
    seen = iter(alive(kind for kind in kinds if kind is not None) if kinds else ())
    del kinds
    counts: list[int | None] = []
    for each in watches:
        if not each._is_class:
            counts.append(_references(each._reference))
        elif each._reference() is None:
            counts.append(None)
        elif each._unseen:
            lives = each._counter.read(rows)
            counts.append(each._before + (lives.born or 0) - (lives.died or 0))
        else:
            counts.append(next(seen))
    return counts


def _references(reference: weakref.ref[Any]) -> int | None:
    box = [reference()]
    if box[0] is None:
        return None
    return sys.getrefcount(box[0]) - observer()
