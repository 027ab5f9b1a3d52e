"""Tells a leak from a cache that is still filling: by calling on until it is full, and by what it says of itself.

What a few dozen calls have made grow each time may be a memo of a few hundred entries. Nothing in the counts tells the
two apart but time. So the function is called on, without a look, until caches of a usual size are full, and then looked
at again. A cache that says that it has a bound, and is not there yet, is waited for longer; what such a cache holds is
bounded, also where its end is too far away. One without a bound that grows all that time is a leak: it has nothing that
would stop it.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from .measuring import total_references
from .memos import Memo, contents, filling, growing, memos
from .snapshots import live, snapshot
from .verdicts import Finding, Verdicts, site_of

_CALLS, _SECONDS, _COLLECTED_CALLS = 4000, 1.5, 80
_PATIENCE = 6.0
"""Seconds for a cache that says that it is not full yet, and for a function that takes its time."""
_BATCH = 200
_BLOCKS = 2_000_000
"""How many blocks of memory may be given out meanwhile: a leak of many is not made so often."""
_RARELY = 8
"""What grows by less than one thing in so many calls, over thousands of them, is emptied now and then."""
_NEARLY = 0.9
"""Of what grows, as much is in a cache as caches of uneven growth may show."""


def held() -> int:
    """Blocks of memory and live handles, together."""
    gc.collect()
    return sys.getallocatedblocks() + snapshot().total


def call_on(call: Callable[[], Any], known: Iterable[Memo]) -> int:
    """Call it so often that a cache with a bound is full, those beyond `known` above all; how often that was."""
    start, most, done = time.monotonic(), sys.getallocatedblocks() + _BLOCKS, 0

    def more(times: int, seconds: float, *, collecting: bool = False) -> bool:
        nonlocal done
        for _ in range(times):
            if time.monotonic() > start + seconds or sys.getallocatedblocks() > most:
                return False
            call()
            done += 1
            if collecting:
                gc.collect()
        return True

    # Some caches take what the interpreter's free lists give, and grow only where these are emptied.
    more(_COLLECTED_CALLS, _PATIENCE, collecting=True)
    more(_CALLS, time.monotonic() - start + _SECONDS)
    known = list(known)
    while filling(known) and more(_BATCH, _PATIENCE):
        pass
    return done


def outlasting(found: Verdicts, call: Callable[[], Any], again: Callable[[], Verdicts]) -> Verdicts:
    """The verdicts, with what turns out to be a cache as `bounded`; `again` looks once more."""
    known, before, references = memos(), held(), total_references()
    calls = call_on(call, known)
    # In this order: to count what is held collects garbage.
    more, more_references = held() - before, total_references() - references
    later = beside_memos(again)
    seen = {(each.kind, each.site): each for each in later.findings}
    judged = []
    for each in found.findings:
        if each.verdict == "leak":
            # Many references may be to one thing, and take no memory.
            rarely = (more_references if each.kind == "references" else more) < calls // _RARELY
            after = None if rarely else seen.get((each.kind, each.site))
            each = _full(each, calls) if after is None else after
        judged.append(each)
    return replace(later, findings=tuple(judged))


def beside_memos(again: Callable[[], Verdicts]) -> Verdicts:
    """The verdicts of a look, with what caches that have a bound hold as `bounded`."""
    start = memos()
    inside = _inside(start)
    later = again()
    share = later.runs / (later.warmup + later.runs)
    return replace(later, findings=tuple(_by_memos(later.findings, start, inside, share)))


def _full(found: Finding, calls: int) -> Finding:
    advice = f"a cache, it seems: it stopped growing, or was emptied, within {calls} more calls"
    return replace(found, verdict="bounded", severity="low", advice=advice)


Inside = dict[int, Counter[str]]
"""By the identity of a cache: how many objects of a type, and handles of a site, are inside."""


def _inside(found: Iterable[Memo]) -> Inside:
    handles = live()
    counts: Inside = {}
    for each in found:
        held_there = contents([each])
        counts[id(each.cache)] = Counter(held_there.values())
        counts[id(each.cache)].update(site_of(handle) for handle in handles if handle.object in held_there)
    return counts


def _by_memos(findings: Iterable[Finding], start: list[Memo], before: Inside, share: float) -> list[Finding]:
    """Those that leak, judged by the caches that have grown meanwhile; of that, `share` was counted."""
    grown = growing(start)
    after = _inside(grown)
    judged = []
    for each in findings:
        if each.verdict == "leak" and each.kind in ("handle", "object"):
            for memo in grown:
                more = after[id(memo.cache)][each.site] - before.get(id(memo.cache), Counter())[each.site]
                if more * share >= _NEARLY * each.count:
                    each = _of_memo(each, memo)
                    break
        judged.append(each)
    bounded = [memo for memo in grown if memo.bound is not None]
    if bounded and not any(each.verdict == "leak" and each.kind in ("handle", "object") for each in judged):
        # Of what has no name nobody knows where it is.
        judged = [_perhaps(each, bounded[0]) if each.verdict == "leak" else each for each in judged]
    return judged


def _of_memo(found: Finding, memo: Memo) -> Finding:
    if memo.bound is None:
        return replace(found, advice=f"held by {memo}: give it one")
    advice = f"held by {memo}: it will stop growing"
    return replace(found, verdict="bounded", severity="low", advice=advice)


def _perhaps(found: Finding, memo: Memo) -> Finding:
    advice = f"it may be held by {memo}: hunt where it is full"
    return replace(found, verdict="unknown", severity="low", advice=advice)
