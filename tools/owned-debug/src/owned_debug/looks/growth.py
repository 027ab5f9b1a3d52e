"""What grows with each call: handles by their line, objects by type, blocks of memory, the queue of late releases."""

from __future__ import annotations

import time

from ..hunting import longer, suspects
from ..memos import memos
from ..outlasting import beside_memos, call_on, held
from ..protocol import extensions
from ..reports import report
from ..snapshots import snapshot
from ..verdicts import Finding, grown
from .origins import Origins, block_lines
from .saying import Voice
from .scanning import growing_types
from .tracebacks import tell_of_tracebacks
from .work import Subject

_WARMUP, _RUNS = 3, 5
_QUEUED_CALLS, _BREAK = 12, 0.005


def look(subject: Subject, voice: Voice) -> None:
    """Hunt; where something grows, hunt again behind the end of any cache of a usual size, and say where it is from."""
    found = list(suspects(subject.call, _WARMUP, _RUNS))
    _queue(subject, voice)
    tell_of_tracebacks(voice)
    if not found:
        return
    before = held()
    calls = call_on(subject.call, memos())
    if held() - before < calls // 2:
        # A cache that is emptied when it is full grows for as long as one looks, but not over so many calls.
        return
    if suspects(subject.call, _WARMUP, _RUNS).leaks:
        leaks = beside_memos(lambda: longer(subject.call, _WARMUP, _RUNS)).leaks
        if leaks:
            _tell(leaks, subject, voice)


def _queue(subject: Subject, voice: Voice) -> None:
    """Call it, and see whether references wait to be released after every call, though others had time before it."""
    asked = extensions()
    waiting = 0
    more: dict[str, int] = {}
    for _ in range(_QUEUED_CALLS if asked else 0):
        # Whoever is to release what waits gets the interpreter here.
        time.sleep(_BREAK)
        before = snapshot().sites
        subject.call()
        waiting = sum(extension.pending() for extension in asked)
        if not waiting:
            return
        for site, count in snapshot().sites.items():
            place = f"{site.file}:{site.line}"
            growth = count.live - (before[site].live if site in before else 0)
            more[place] = more.get(place, 0) + (growth > 0)
    if not waiting:
        return
    places = [place for place, times in more.items() if times == _QUEUED_CALLS]
    voice.report(
        report("leak", "high", "queue", f"{waiting} references wait to be released after a call, and some after each",
               places, "they were dropped on threads that are not attached: attach to drop them, or let go of the "
               "interpreter (Python::detach) while such threads are waited for", count=waiting)
    )  # fmt: skip


def _tell(leaks: list[Finding], subject: Subject, voice: Voice) -> None:
    origins = Origins(subject, {each.site for each in leaks if each.kind == "object"})
    named = False
    for each in leaks:
        if each.kind == "handle":
            named = True
            voice.report(origins.of_handle(each))
    for each in leaks:
        if each.kind == "object":
            named = True
            voice.report(origins.of_type(each, by_handle=any(other.kind == "handle" for other in leaks)))
    if named:
        return
    for each in leaks:
        lines = block_lines(subject)
        if not lines:
            # What only Python's own library makes is not the script's to release.
            continue
        text = grown(each.slope, each.site, each.count)
        kinds = growing_types(subject)
        if kinds:
            text += ", of " + ", ".join(f"`{kind}`" for kind in kinds)
        if lines:
            text += ", made at " + ", ".join(lines)
        places = [line.partition(" ")[0] for line in lines]
        voice.report(
            report("leak", "medium", each.kind, text, places, each.advice,
                   site=each.site, count=each.count, slope=each.slope)
        )  # fmt: skip
