"""References to what lasts: objects that were there before, and are referenced once more, or once less, with each call.

Classes, modules, None, what a module keeps: a release that is missing shows in their counts alone, and so does one too
many. What the collector can see is set off: a registry that refers to a class once more is no missing release.
"""

from __future__ import annotations

import gc
import sys
import types
from array import array
from collections.abc import Callable
from itertools import pairwise
from typing import Any, NamedTuple

from ..measuring import is_a, type_name
from ..memos import memos
from ..naming import short, with_article
from ..outlasting import call_on
from ..reports import report
from ..snapshots import settle, snapshot
from .calls import name_of, through
from .lines import of_frame, quoted
from .saying import Voice
from .work import Subject

_RUNS = 6
_GUARDS = 40
_LEFT_OUT = (types.FrameType, types.TracebackType, types.CoroutineType, types.GeneratorType)


class _Move(NamedTuple):
    """How the count of references to one object moves."""

    step: int
    """How far with each call, at least; below 0 where it shrinks."""
    total: int
    """How far in all runs together."""


def look(subject: Subject, voice: Voice) -> None:
    """Count, twice: behind the end of caches as well."""
    balance = _Balance(subject)
    subject = Subject(subject.script, subject.arguments, through(balance.call))
    settle()
    lasting = _lasting()
    # However often one of them is released too often, the references here keep it alive.
    guards = lasting * _GUARDS
    suspects = _moving(subject, lasting)
    if suspects and all(move.step > 0 for move in suspects.values()):
        call_on(subject.call, memos())
        suspects = {index: move for index, move in _moving(subject, lasting).items() if index in suspects}
    if not suspects:
        return
    before = _visible([lasting[index] for index in suspects])
    subject.calls(_RUNS)
    settle()
    after = _visible([lasting[index] for index in suspects])
    moved: dict[int, _Move] = {}
    for position, (index, move) in enumerate(suspects.items()):
        seen = (after[position] - before[position]) / _RUNS
        if (move.step > 0 and seen < move.step) or (move.step < 0 and seen > move.step):
            moved[index] = move
    balance.moved = [lasting[index] for index in moved]
    subject.calls(_RUNS)
    for position, (index, move) in enumerate(moved.items()):
        _say(lasting[index], move, balance.lines(position), balance.makers(position), subject, voice)
    del guards


def _say(held: Any, move: _Move, lines: list[str], makers: list[str], subject: Subject, voice: Voice) -> None:
    what = short(held) if is_a(held, (type, types.ModuleType, type(None), types.FunctionType)) else _named(held)
    places = [*makers, *(line.partition(" ")[0] for line in lines)]
    at = ", at " + ", ".join(lines) if lines else ""
    site = f"references to {what}"
    if move.step > 0:
        text = f"{site} grow by {move.step} with each call, by {move.total} in all{at}, and nobody is seen to hold it"
        own = is_a(held, type) and subject.is_own(held)
        advice = "a release is missing" + (": does the dealloc let go of the type?" if own else "")
        voice.report(
            report("leak", "medium", "references", text, places, advice,
                   site=site, count=move.total, slope=move.step)
        )  # fmt: skip
    else:
        text = f"{site} shrink by {-move.step} with each call, by {-move.total} in all{at}, though nobody lets go of it"
        voice.report(
            report("violation", "high", "violation: over-release", text, places,
                   "it is released too often, or a borrowed reference is taken for a new one",
                   site=site, count=move.total, slope=move.step)
        )  # fmt: skip


def _named(held: Any) -> str:
    text = repr(held) if type(held) in (int, bool, str, bytes, float) else ""
    return f"{type_name(type(held))} {text[:60]}" if text else with_article(type_name(type(held)))


def _lasting() -> list[Any]:
    """What is there now: all that the collector tracks and what that refers to, without what comes and goes."""
    tracked = [each for each in gc.get_objects() if not is_a(each, _LEFT_OUT)]
    found = {id(each): each for each in tracked}
    for each in tracked:
        for inner in gc.get_referents(each):
            if not is_a(inner, _LEFT_OUT):
                found.setdefault(id(inner), inner)
    ours = (id(tracked), id(found))
    return [each for identity, each in found.items() if identity not in ours]


def _moving(subject: Subject, lasting: list[Any]) -> dict[int, _Move]:
    """Those whose count moves one way in each run."""
    size = len(lasting)
    series = [array("q", bytes(8 * size)) for _ in range(_RUNS + 1)]
    counts = series[0]
    getrefcount = sys.getrefcount
    each: Any = None
    subject.calls(1)
    for counts in series:
        subject.call()
        gc.collect()
        forget_names()
        for index, each in enumerate(lasting):
            counts[index] = getrefcount(each)
    del each
    found: dict[int, _Move] = {}
    for index in range(size):
        if series[0][index] == series[-1][index]:
            continue
        steps = [after[index] - before[index] for before, after in pairwise(series)]
        if all(step > 0 for step in steps):
            found[index] = _Move(min(steps), sum(steps))
        elif all(step < 0 for step in steps):
            found[index] = _Move(max(steps), sum(steps))
    return found


def forget_names() -> None:
    """Empty the cache in which the interpreter holds the names of attributes that were looked up."""
    for name in ("_clear_internal_caches", "_clear_type_cache"):
        forget: Callable[[], None] | None = getattr(sys, name, None)
        if forget is not None:
            return forget()


def _visible(wanted: list[Any]) -> list[int]:
    """How many references to each the collector sees, in what it tracks and in dicts and tuples beneath."""
    counts = {id(each): 0 for each in wanted}
    beneath: dict[int, Any] = {}

    def add(holder: Any) -> None:
        for inner in gc.get_referents(holder):
            if id(inner) in counts:
                counts[id(inner)] += 1
            if type(inner) in (dict, tuple) and not gc.is_tracked(inner):
                beneath[id(inner)] = inner

    for holder in gc.get_objects():
        if holder is not wanted:
            add(holder)
    done: set[int] = set()
    while len(beneath) > len(done):
        for identity, holder in list(beneath.items()):
            if identity not in done:
                done.add(identity)
                add(holder)
    return [counts[id(each)] for each in wanted]


class _Balance:
    """Which native calls of the script change the counts of what has moved, and which handles are made in them."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.moved: list[Any] = []
        self._changes: dict[int, dict[str, int]] = {}
        self._makers: dict[int, dict[str, None]] = {}

    def call(self, function: Any, *arguments: Any, **options: Any) -> Any:
        """Every call of the script comes by here."""
        if not self.moved or not self.subject.is_own_callable(function):
            return function(*arguments, **options)
        made = made_by_site()
        before = [sys.getrefcount(each) for each in self.moved]
        result: Any = None
        try:
            result = function(*arguments, **options)
            return result
        finally:
            # In the same words as before, so that looking takes as many references.
            after = [sys.getrefcount(each) for each in self.moved]
            changes = [later - earlier for later, earlier in zip(after, before)]
            sites = [site for site, count in made_by_site().items() if count > made.get(site, 0)]
            line = f"{quoted(of_frame(sys._getframe(1)) or '')}: {name_of(function)}"
            for position, change in enumerate(changes):
                # One that is lent and taken for a new one is balanced here, and released by whoever got it.
                involved = any(each is self.moved[position] for each in (result, *arguments))
                if change or involved:
                    lines = self._changes.setdefault(position, {})
                    lines[line] = lines.get(line, 0) + change
                    self._makers.setdefault(position, {}).update(dict.fromkeys(sites))

    def lines(self, position: int) -> list[str]:
        """The lines of the script whose calls change the count, with what stands there."""
        changes = self._changes.get(position, {})
        return [line for line, change in changes.items() if change] or list(changes)

    def makers(self, position: int) -> list[str]:
        """The lines of extensions that make handles in those calls."""
        return list(self._makers.get(position, ()))


def made_by_site() -> dict[str, int]:
    """How many handles each line of an extension has made so far."""
    return {f"{site.file}:{site.line}": count.made for site, count in snapshot().sites.items()}
