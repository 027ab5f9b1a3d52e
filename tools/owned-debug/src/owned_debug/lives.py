"""How many instances of a class were born and died since it is watched, and which lines let go of those that died.

An extension with a ledger counts them for every class, of Python, C or Rust. Where none is loaded, or the class is one
that it cannot count, instances are looked for: one that came and went between two looks is not seen, and a death is
heard from weak references, where the class allows them.
"""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from .protocol import Extension, by_module


class Death(NamedTuple):
    """A line that let go of objects, the last reference to each of them."""

    file: str
    line: int
    times: int
    called: str = ""
    """Of a line of native code, the line of Python that had called it."""

    @property
    def place(self) -> str:
        """The line; of what a function of Python lets go of at its end, it is the line of the call."""
        if not self.file:
            return "native code, or where nobody heard it"
        return f"{self.file}:{self.line}" + (f", called at {self.called}" if self.called else "")

    def __str__(self) -> str:
        return f"{self.times:>6}  died at {self.place}"


@dataclass(frozen=True)
class Lives:
    """What was counted since the watch began. None: nobody can say."""

    born: int | None
    died: int | None
    deaths: tuple[Death, ...]


class Counter(Protocol):
    """Counts the lives of one class, or of one object."""

    note: str | None
    """What is not counted, and why."""

    def read(self, rows: dict[str, Any]) -> Lives:
        """What is counted by now. `rows` keeps what extensions have answered, so that each is asked once."""
        ...

    def end(self) -> None:
        """Counts no more."""
        ...


def counter(kind: type) -> Counter:
    """The best counter that there is for a class."""
    found = list(by_module())
    own = _root(getattr(kind, "__module__", ""))
    # The extension that made the class knows when its memory is kept for the next instance.
    found.sort(key=lambda extension: _root(extension.module) != own)
    reason = "no extension with a ledger is loaded"
    for extension in found:
        try:
            return Told(extension, extension.watch(kind))
        except ValueError:
            reason = f"{extension.name} is of a version that does not count lives"
        except (TypeError, RuntimeError) as error:
            reason = str(error)
            break
    return Looked(kind, reason)


def _root(module: object) -> str:
    return str(module).partition(".")[0]


class Told:
    """Counts what an extension says."""

    note: str | None = None

    def __init__(self, extension: Extension, number: int) -> None:
        self._extension, self._number = extension, number

    def read(self, rows: dict[str, Any]) -> Lives:
        """What the extension has counted."""
        key = self._extension.module
        if key not in rows:
            rows[key] = {row[0]: row[1:] for row in self._extension.watched()}
        born, died, deaths = rows[key].get(self._number, (None, None, ()))
        return Lives(born, died, tuple(Death(*death) for death in deaths))

    def end(self) -> None:
        """The extension counts no more."""
        self._extension.unwatch(self._number)


class Deaths:
    """Hears of deaths by weak references, and keeps the lines."""

    def __init__(self) -> None:
        self._references: dict[int, weakref.ref[Any]] = {}
        self._lines: dict[tuple[str, int], int] = {}

    def hear(self, thing: Any) -> bool:
        """Hears of the end of `thing`; whether it was not known yet."""
        key = id(thing)
        if key in self._references:
            return False
        self._references[key] = weakref.ref(thing, self._callback(key))
        return True

    def _callback(self, key: int) -> Callable[[Any], None]:
        references, lines = self._references, self._lines

        def died(_: Any) -> None:
            references.pop(key, None)
            try:
                frame = sys._getframe(1)
                line = (frame.f_code.co_filename, frame.f_lineno or 0)
            except ValueError:
                line = ("", 0)
            lines[line] = lines.get(line, 0) + 1

        return died

    def lines(self) -> tuple[Death, ...]:
        """The lines so far."""
        return tuple(Death(*line, count) for line, count in sorted(self._lines.items()))

    def forget(self) -> None:
        """Hears no more."""
        self._references.clear()


class Looked:
    """Counts what is there whenever somebody looks."""

    def __init__(self, kind: type, reason: str) -> None:
        self._kind = weakref.ref(kind)
        self._deaths = Deaths()
        self._born = 0
        self._heard = True
        try:
            for thing in instances(kind):
                self._deaths.hear(thing)
        except TypeError:
            self._heard = False
        heard = "deaths by weak references" if self._heard else "no births and deaths, since it has no weak references"
        self.note: str | None = f"counted by looking, {heard}: {reason}"

    def read(self, rows: dict[str, Any]) -> Lives:
        """What is there now and was not there before is born."""
        kind = self._kind()
        if self._heard and kind is not None:
            try:
                for thing in instances(kind):
                    self._born += self._deaths.hear(thing)
            except TypeError:  # an instance of a class below that cannot be referenced weakly
                self._heard = False
        lines = self._deaths.lines()
        if not self._heard:
            return Lives(None, None, lines)
        return Lives(self._born, sum(each.times for each in lines), lines)

    def end(self) -> None:
        """Hears no more."""
        self._deaths.forget()


class OneObject:
    """Hears of the end of one object."""

    note: str | None = None

    def __init__(self, thing: Any) -> None:
        self._deaths = Deaths()
        self._deaths.hear(thing)

    def read(self, rows: dict[str, Any]) -> Lives:
        """Whether it has died, and where."""
        lines = self._deaths.lines()
        return Lives(0, len(lines), lines)

    def end(self) -> None:
        """Hears no more."""
        self._deaths.forget()


def instances(kind: type) -> list[Any]:
    """The instances of a class, and of those below it, that the collector tracks."""
    return [thing for thing in gc.get_objects() if derives(type(thing), kind)]


_order = type.__dict__["__mro__"].__get__


def derives(kind: type, base: type) -> bool:
    """Whether a class derives from another, by its order of bases alone: what metaclasses say runs code of theirs."""
    return any(each is base for each in _order(kind))


def alive(kinds: Iterable[type]) -> list[int]:
    """How many instances of each class the collector tracks, in one look."""
    found: dict[int, tuple[type, int]] = {}
    for thing in gc.get_objects():
        kind = type(thing)
        found[id(kind)] = (kind, found.get(id(kind), (kind, 0))[1] + 1)
    return [sum(count for each, count in found.values() if derives(each, kind)) for kind in kinds]
