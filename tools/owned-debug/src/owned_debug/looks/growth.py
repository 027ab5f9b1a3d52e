"""What grows with each call: handles by their line, objects by type, blocks of memory, the queue of late releases."""

from __future__ import annotations

import gc
import time

from ..hunting import hunt
from ..protocol import extensions
from ..reports import report
from ..snapshots import snapshot
from ..verdicts import Finding
from .origins import Origins, block_lines
from .saying import Voice
from .scanning import growing_types
from .tracebacks import tell_of_tracebacks
from .work import Subject

_WARMUP, _RUNS = 3, 5
_WITHOUT_BREAK = 0.15
_CACHED_CALLS, _CACHED_SECONDS, _COLLECTED_CALLS = 1200, 1.5, 80


def look(subject: Subject, voice: Voice) -> None:
    """Hunt; where something grows, hunt again behind the end of any cache of a usual size, and say where it is from."""
    suspects = [each for each in hunt(subject.call, _WARMUP, _RUNS).findings if each.verdict in ("leak", "unknown")]
    _queue(subject, voice)
    tell_of_tracebacks(voice)
    if not suspects:
        return
    fill_caches(subject)
    leaks = hunt(subject.call, _WARMUP, _RUNS).leaks
    if leaks:
        _tell(leaks, subject, voice)


def fill_caches(subject: Subject) -> None:
    """Call it so often that a cache with a bound is full."""
    # Some caches take what the interpreter's free lists give, and grow only where these are emptied.
    for _ in range(_COLLECTED_CALLS):
        subject.call()
        gc.collect()
    end = time.monotonic() + _CACHED_SECONDS
    for _ in range(_CACHED_CALLS):
        if time.monotonic() > end:
            return
        subject.call()


def _queue(subject: Subject, voice: Voice) -> None:
    """Call it without a break, and see whether references that wait to be released become more and more.

    For so long that whoever waits for the interpreter gets it meanwhile, if it is let go of at all.
    """
    asked = extensions()
    if not asked:
        return
    before = {str(site): count.live for site, count in snapshot().sites.items()}
    start = sum(extension.pending() for extension in asked)
    calls, waiting, end = 0, start, time.monotonic() + _WITHOUT_BREAK
    while time.monotonic() < end or calls < _RUNS:
        subject.call()
        calls += 1
        now = sum(extension.pending() for extension in asked)
        if now <= waiting:
            return
        waiting = now
    more = {site: count.live - before.get(str(site), 0) for site, count in snapshot().sites.items()}
    places = [f"{site.file}:{site.line}" for site, count in more.items() if count >= calls]
    voice.report(
        report("leak", "high", "queue", f"{waiting - start} references wait to be released after {calls} calls, more "
               "with each call", places, "they were dropped on threads that are not attached: attach to drop them, or "
               "let go of the interpreter (Python::detach) while such threads are waited for")
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
        text = f"{each.slope:g} more {each.site} per call"
        kinds = growing_types(subject)
        if kinds:
            text += ", of " + ", ".join(f"`{kind}`" for kind in kinds)
        if lines:
            text += ", made at " + ", ".join(lines)
        voice.report(report("leak", "medium", each.kind, text, [line.partition(" ")[0] for line in lines], each.advice))
