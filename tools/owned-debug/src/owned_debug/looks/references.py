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
from typing import Any

from ..measuring import is_a, type_name
from ..naming import short
from ..reports import report
from ..snapshots import settle, snapshot
from .calls import name_of, through
from .growth import fill_caches
from .lines import of_frame, quoted
from .saying import Voice
from .work import Subject

_RUNS = 6
_GUARDS = 40
_LEFT_OUT = (types.FrameType, types.TracebackType, types.CoroutineType, types.GeneratorType)


def look(subject: Subject, voice: Voice) -> None:
    """Count, twice: behind the end of caches as well."""
    settle()
    lasting = _lasting()
    # However often one of them is released too often, the references here keep it alive.
    guards = lasting * _GUARDS
    suspects = _moving(subject, lasting)
    if suspects and all(step > 0 for step in suspects.values()):
        fill_caches(subject)
        suspects = {index: step for index, step in _moving(subject, lasting).items() if index in suspects}
    if not suspects:
        return
    before = _visible([lasting[index] for index in suspects])
    subject.calls(_RUNS)
    settle()
    after = _visible([lasting[index] for index in suspects])
    moved: dict[int, int] = {}
    for position, (index, step) in enumerate(suspects.items()):
        seen = (after[position] - before[position]) / _RUNS
        if (step > 0 and seen < step) or (step < 0 and seen > step):
            moved[index] = step
    callers, makers = _lines(subject, [lasting[index] for index in moved])
    for position, (index, step) in enumerate(moved.items()):
        _say(lasting[index], step, callers[position], makers[position], subject, voice)
    del guards


def _say(held: Any, step: int, lines: list[str], makers: list[str], subject: Subject, voice: Voice) -> None:
    what = short(held) if is_a(held, (type, types.ModuleType, type(None), types.FunctionType)) else _named(held)
    places = [*makers, *(line.partition(" ")[0] for line in lines)]
    at = ", at " + ", ".join(lines) if lines else ""
    if step > 0:
        text = f"references to {what} grow by {step} with each call{at}, and nobody is seen to hold it"
        own = is_a(held, type) and subject.is_own(held)
        advice = "a release is missing" + (": does the dealloc let go of the type?" if own else "")
        voice.report(report("leak", "medium", "references", text, places, advice))
    else:
        text = f"references to {what} shrink by {-step} with each call{at}, though nobody lets go of it"
        voice.report(
            report("violation", "high", "violation: over-release", text, places,
                   "it is released too often, or a borrowed reference is taken for a new one")
        )  # fmt: skip


def _named(held: Any) -> str:
    text = repr(held) if type(held) in (int, bool, str, bytes, float) else ""
    return f"{type_name(type(held))} {text[:60]}" if text else f"a {type_name(type(held))}"


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


def _moving(subject: Subject, lasting: list[Any]) -> dict[int, int]:
    """Those whose count moves one way in each run, with how far it does at least."""
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
    found: dict[int, int] = {}
    for index in range(size):
        if series[0][index] == series[-1][index]:
            continue
        steps = [after[index] - before[index] for before, after in pairwise(series)]
        if all(step > 0 for step in steps):
            found[index] = min(steps)
        elif all(step < 0 for step in steps):
            found[index] = max(steps)
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


def _lines(subject: Subject, moved: list[Any]) -> tuple[list[list[str]], list[list[str]]]:
    """For each, the lines of the script whose native calls change its count, and the sites that make handles in them."""
    balance: list[dict[str, int]] = [{} for _ in moved]
    makers: list[dict[str, None]] = [{} for _ in moved]

    def hook(function: Any, *arguments: Any, **options: Any) -> Any:
        if not subject.is_own_callable(function):
            return function(*arguments, **options)
        made = made_by_site()
        before = [sys.getrefcount(each) for each in moved]
        try:
            return function(*arguments, **options)
        finally:
            changes = [sys.getrefcount(each) - earlier for each, earlier in zip(moved, before)]
            sites = [site for site, count in made_by_site().items() if count > made.get(site, 0)]
            where = of_frame(sys._getframe(1)) or ""
            line = f"{quoted(where)}: {name_of(function)}"
            for position, change in enumerate(changes):
                balance[position][line] = balance[position].get(line, 0) + change
                if change:
                    makers[position].update(dict.fromkeys(sites))

    again = Subject(subject.script, subject.arguments, through(hook))
    again.calls(1)
    for each in (*balance, *makers):
        each.clear()
    again.calls(_RUNS)
    return [_changing(each) for each in balance], [list(each) for each in makers]


def made_by_site() -> dict[str, int]:
    """How many handles each line of an extension has made so far."""
    return {f"{site.file}:{site.line}": count.made for site, count in snapshot().sites.items()}


def _changing(balance: dict[str, int]) -> list[str]:
    return [line for line, change in balance.items() if change]
