"""What grows with each call: handles by their line, objects by type, blocks of memory, the queue of late releases."""

from __future__ import annotations

import time
from array import array
from itertools import pairwise

from ..hunting import hunt
from ..protocol import extensions
from ..reports import report
from ..verdicts import Finding
from .origins import Origins, block_lines
from .saying import Voice
from .work import Subject

_WARMUP, _RUNS = 3, 5
_CACHED_CALLS, _CACHED_SECONDS = 1200, 1.5


def look(subject: Subject, voice: Voice) -> None:
    """Hunt; where something grows, hunt again behind the end of any cache of a usual size, and say where it is from."""
    waiting = array("q", [0] * (_WARMUP + _RUNS) * 5)
    calls = 0

    def call() -> None:
        nonlocal calls
        subject.call()
        if calls < len(waiting):
            # Asked at once: whoever attaches next, releases what waits.
            waiting[calls] = sum(extension.pending() for extension in extensions())
        calls += 1

    suspects = [each for each in hunt(call, _WARMUP, _RUNS).findings if each.verdict in ("leak", "unknown")]
    if calls >= 2 and all(after > before for before, after in pairwise(waiting[:calls][: _WARMUP + _RUNS])):
        _queue(waiting[: min(calls, len(waiting))], voice)
    if not suspects:
        return
    fill_caches(subject)
    leaks = hunt(subject.call, _WARMUP, _RUNS).leaks
    if leaks:
        _tell(leaks, subject, voice)


def fill_caches(subject: Subject) -> None:
    """Call it so often that a cache with a bound is full."""
    end = time.monotonic() + _CACHED_SECONDS
    for _ in range(_CACHED_CALLS):
        if time.monotonic() > end:
            return
        subject.call()


def _queue(series: array[int], voice: Voice) -> None:
    voice.report(
        report("leak", "high", "queue", f"references wait to be released, more with each call: {series[-1]} at last",
               advice="they were dropped on threads that are not attached: attach before dropping them, or attach "
               "from time to time")
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
        text = f"{each.slope:g} more {each.site} per call"
        if lines:
            text += ", made at " + ", ".join(lines)
        voice.report(report("leak", "medium", each.kind, text, [line.partition(" ")[0] for line in lines], each.advice))
