"""Runs a function again and again and says what grows each time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from types import ModuleType
from typing import Any

from .allowing import Allow, excess
from .measuring import Ledger, Reading, read
from .outlasting import outlasting
from .roots import traced
from .snapshots import Site, awake
from .verdicts import Finding, Kind, Severity, Verdict, Verdicts, advise, judge

LONGER = 4
"""How many times as many calls are made where something seems to leak."""


def hunt(
    fn: Callable[[], Any],
    warmup: int = 3,
    runs: int = 5,
    *,
    allow: Allow = None,
    modules: Iterable[ModuleType | str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Verdicts:
    """Call `fn` for warm-up, then `runs` times, and report what grew in every run.

    Counted are the handles of extensions, objects by type, blocks of memory and, on debug builds of Python, all
    references. Sites that `allow` matches are `intentional`. `progress` is told the calls done and the calls in all.
    A cache grows for a while, too. So where something seems to leak, `fn` is called four times as often again, and only
    what goes on growing is a leak: blocks and references in every run, what has a name in every four. That is looked at
    once more when `fn` was called thousands of times, or for seconds (`owned_debug.outlasting`). Of extensions at the
    level `frames` the findings say which line of Python called, and which leaks are only consequences of others.
    """
    chosen = None if modules is None else list(modules)
    found = suspects(fn, warmup, runs, allow, chosen, progress)
    if found.leaks:
        found = outlasting(found, fn, lambda: longer(fn, warmup, runs, allow, chosen, progress))
    return replace(found, findings=tuple(traced(found.findings, chosen)))


def suspects(
    fn: Callable[[], Any],
    warmup: int,
    runs: int,
    allow: Allow = None,
    modules: list[ModuleType | str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Verdicts:
    """What a few dozen calls say: a leak may still be a cache of some size."""
    found = verdicts_of(measure(fn, warmup, runs, modules, progress), warmup, runs, allow)
    return longer(fn, warmup, runs, allow, modules, progress) if found.leaks else found


def longer(
    fn: Callable[[], Any],
    warmup: int,
    runs: int,
    allow: Allow = None,
    modules: list[ModuleType | str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Verdicts:
    """What four times as many calls say."""
    readings = measure(fn, warmup, runs * LONGER, modules, progress)
    return verdicts_of(readings, warmup, runs * LONGER, allow, LONGER)


def verdicts_of(readings: Sequence[Reading], warmup: int, runs: int, allow: Allow = None, stride: int = 1) -> Verdicts:
    """The verdicts on readings that `measure` took; what has a name is a leak if it grew in every `stride` runs."""
    return Verdicts(tuple(_findings(readings, allow, stride)), warmup, runs)


def measure(
    fn: Callable[[], Any],
    warmup: int,
    runs: int,
    modules: list[ModuleType | str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Reading]:
    """The counts before the warm-up, after it, and after each run: `runs` + 2 readings."""
    if runs < 2:
        raise ValueError("runs: at least 2, since one run that grows may be filling a cache")
    if warmup < 1:
        raise ValueError("warmup: at least 1, since the first call makes what is made once")
    with awake(modules), Ledger() as ledger:
        # The first look fills caches of its own, here and in the extensions.
        ledger.keep(read(modules))
        ledger.keep(read(modules))
        for done in range(1, warmup + runs + 1):
            fn()
            if progress is not None:
                progress(done, warmup + runs)
            # Read during the warm-up too, so that what reading makes once is there before it counts.
            reading = read(modules)
            if done >= warmup:
                ledger.keep(reading)
            del reading
        return ledger.readings()[1:]


def _findings(readings: Sequence[Reading], allow: Allow, stride: int) -> list[Finding]:
    first, after = readings[0], readings[1:]
    found: list[Finding] = []

    def look(kind: Kind, site: str, counts: Sequence[int], before: int, *, allowed: bool = False) -> None:
        verdict = judge(counts, before, stride if kind in ("handle", "object") else 1)
        if verdict is not None:
            known = kind != "handle" and _leaks(found, kind)
            found.append(_finding(kind, site, "intentional" if allowed else verdict, counts, known))

    for site in dict.fromkeys(site for reading in readings for site in reading.sites):
        # Only patterns make a site intentional; a number of handles says nothing of a single one.
        allowed = not isinstance(allow, int) and not excess({site: 1}, allow)
        look("handle", f"{site}", [_live(reading, site) for reading in after], _live(first, site), allowed=allowed)
    for line in dict.fromkeys(line for reading in readings for line in reading.intended):
        counts = [reading.intended.get(line, 0) for reading in after]
        look("handle", line, counts, first.intended.get(line, 0), allowed=True)
    for name in dict.fromkeys(name for reading in readings for name in reading.types):
        look("object", name, [reading.types.get(name, 0) for reading in after], first.types.get(name, 0))
    look("blocks", "blocks of memory", [reading.blocks for reading in after], first.blocks)
    if first.references is not None:
        look("references", "references in all", [reading.references or 0 for reading in after], first.references)
    found = [_perhaps_meant(finding, found) for finding in found]
    return sorted(found, key=lambda finding: (_ORDER[finding.verdict], -_RANK[finding.severity]))


def _leaks(found: Sequence[Finding], kind: Kind) -> bool:
    """Whether something with a better name leaks already: a leaked list is also a block and some references."""
    better = ("handle",) if kind == "object" else ("handle", "object")
    return any(finding.verdict == "leak" and finding.kind in better for finding in found)


def _perhaps_meant(finding: Finding, found: Sequence[Finding]) -> Finding:
    """Where handles grow on purpose, and none without, the objects and blocks that grow as well are likely theirs."""
    meant = [each for each in found if each.verdict == "intentional" and each.slope > 0]
    by_handle = any(each.kind == "handle" and each.verdict == "leak" for each in found)
    if finding.kind == "handle" or finding.verdict != "leak" or not meant or by_handle:
        return finding
    advice = f"it may be what is meant to grow: {meant[0].site}"
    return replace(finding, verdict="unknown", severity="low", advice=advice)


_ORDER: dict[Verdict, int] = {"leak": 0, "unknown": 1, "bounded": 2, "intentional": 3}
_RANK: dict[Severity, int] = {"high": 2, "medium": 1, "low": 0}


def _finding(kind: Kind, site: str, verdict: Verdict, counts: Sequence[int], known: bool) -> Finding:
    growth = counts[-1] - counts[0]
    slope = growth / (len(counts) - 1)
    advice = advise(kind, verdict, site)
    severity: Severity = "high" if kind == "handle" else "medium"
    if kind == "object" and not known:
        severity = "high"
    if verdict != "leak" or (known and kind in ("blocks", "references")):
        severity = "low"
    if known and verdict == "leak":
        advice = "likely the same leak as the one found by name above, counted otherwise"
    return Finding(kind, site, verdict, severity, growth, slope, tuple(counts), advice)


def _live(reading: Reading, site: Site) -> int:
    count = reading.sites.get(site)
    return 0 if count is None else count.live
