"""Makes every allocation of a function fail in turn, and looks at what each failing run leaves behind.

The way out of a function that failed halfway is the one least often taken, and the one where releases are forgotten.
The hook is `_testcapi.set_nomemory`, which not every distribution of Python installs.
"""

from __future__ import annotations

import gc
import importlib
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise
from types import ModuleType
from typing import Any

from .differences import diff
from .reports import Report, report
from .snapshots import awake, settle, snapshot


class SweepUnavailable(RuntimeError):
    """This Python has no `_testcapi`."""


@dataclass(frozen=True)
class Leftover:
    """What stays behind each time the same allocation fails."""

    allocation: int
    """Which allocation failed, counted from 0."""
    raised: str
    """The exception that came out of the run, or the signal that ended it; empty if it succeeded all the same."""
    handles: dict[str, int]
    """By site: how many handles more, after each run."""
    blocks: int
    """How many blocks of memory more, after each run."""

    def __str__(self) -> str:
        left = [f"{count:+} {site}" for site, count in self.handles.items()]
        left += [f"{self.blocks:+} blocks of memory"] if self.blocks else []
        what = ", ".join(left) or "the process crashed"
        return f"allocation {self.allocation} ({self.raised or 'no exception'}): {what}"

    def reports(self) -> list[Report]:
        """A report for each line of Rust of which a handle stays; else one of the blocks, or of the crash."""
        where, advice = f"allocation {self.allocation} fails", "look at the way out after an error"
        found = [
            report("leak", "high", "allocation", f"{count} more {site}, where {where}",
                   [site.removesuffix(" (into_raw)").rpartition(" at ")[2]], advice, site=site, count=count)
            for site, count in self.handles.items()
        ]  # fmt: skip
        if not found and self.blocks:
            text, site = f"{self.blocks} more blocks of memory, where {where}", "blocks of memory"
            found = [report("leak", "medium", "allocation", text, [], advice, site=site, count=self.blocks)]
        advice = "what may return NULL is used without a look"
        text = f"{self.raised}, where {where}"
        return found or [
            report("violation", "high", "allocation", text, [], advice, site=f"allocation {self.allocation}")
        ]


@dataclass(frozen=True)
class Sweep:
    """What `sweep_failures` found."""

    failures: int
    """How many allocations were made to fail, one in each run."""
    leftovers: tuple[Leftover, ...]
    complete: bool
    """Whether the last run came through untouched, so that every allocation has failed once."""
    raised: dict[str, int]
    """How often which exception came out; the empty name stands for runs that succeeded all the same."""

    @property
    def clean(self) -> bool:
        """Whether no failing run left anything behind."""
        return not self.leftovers

    def __str__(self) -> str:
        if not self.failures:
            return "no allocation to fail: nothing was swept"
        left = "\n".join(map(str, self.leftovers)) or "nothing was left behind"
        end = "" if self.complete else " (stopped at the limit, not at the end)"
        return f"{self.failures} allocations failed in turn{end}; {left}"

    def reports(self) -> list[Report]:
        """A report for each thing that stays behind."""
        return [found for each in self.leftovers for found in each.reports()]

    def to_json(self) -> dict[str, Any]:
        """The sweep as values that `json` writes."""
        return {**asdict(self), "leftovers": [asdict(each) for each in self.leftovers]}


@dataclass(frozen=True)
class Step:
    """What came of one allocation."""

    raised: str
    leftover: Leftover | None


def sweep_failures(
    fn: Callable[[], Any],
    *,
    repeat: int = 3,
    limit: int = 100_000,
    isolate: bool = False,
    modules: Iterable[ModuleType | str] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Sweep:
    """Call `fn` with its first allocation failing, its second, and so on until no allocation of it is left to fail.

    What is left behind by each of `repeat` runs with the same failure is reported. `fn` is called twice untouched
    before, and must be able to run any number of times. With `isolate` it all happens in a forked process, so that a
    failure that crashes the interpreter is reported as well, and the sweep goes on behind it.
    """
    chosen = None if modules is None else list(modules)
    if isolate:
        from .isolating import isolated

        steps = isolated(lambda start: sweep_steps(fn, start, repeat, limit, chosen))
    else:
        steps = sweep_steps(fn, 0, repeat, limit, chosen)
    leftovers: list[Leftover] = []
    raised: dict[str, int] = {}
    done = 0
    with awake(chosen):
        for step in steps:
            done += 1
            raised[step.raised] = raised.get(step.raised, 0) + 1
            if step.leftover is not None:
                leftovers.append(step.leftover)
            if progress is not None:
                progress(done)
    return Sweep(done, tuple(leftovers), done < limit, raised)


def sweep_steps(
    fn: Callable[[], Any], start: int, repeat: int, limit: int, modules: list[ModuleType | str] | None
) -> Iterator[Step]:
    """A step for each allocation from `start` on, until a run comes through untouched."""
    try:
        hooks = importlib.import_module("_testcapi")
        deny: Callable[[int, int], None] = hooks.set_nomemory
        allow: Callable[[], None] = hooks.remove_mem_hooks
    except (ImportError, AttributeError) as error:
        raise SweepUnavailable("this Python has no _testcapi, which makes allocations fail") from error
    for _ in range(2):
        fn()
    for allocation in range(start, limit):
        name, untouched = _run(fn, allocation, deny, allow)
        if untouched:
            return
        yield Step(name, _leftover(fn, allocation, repeat, deny, allow, modules))


def _leftover(
    fn: Callable[[], Any],
    allocation: int,
    repeat: int,
    deny: Callable[[int, int], None],
    allow: Callable[[], None],
    modules: list[ModuleType | str] | None,
) -> Leftover | None:
    """What every one of `repeat` runs leaves behind, the least of it; None if one leaves nothing."""
    # The counts go into an array that is there before, so that keeping them takes no block.
    blocks = array("q", [0] * (repeat + 1))
    settle()
    before = snapshot(modules)
    for turn in range(-1, repeat):
        name, _untouched = _run(fn, allocation, deny, allow)
        gc.collect()
        blocks[turn + 1] = sys.getallocatedblocks()
        if turn >= 0 and blocks[turn + 1] <= blocks[turn] and not before.counting:
            return None
    least = min(after - earlier for earlier, after in pairwise(blocks))
    growth = diff(before, snapshot(modules)).growth
    # One run more was made than is asked for: what only that one left is made once.
    handles = {str(site): count // (repeat + 1) for site, count in growth.items() if count >= repeat + 1}
    return Leftover(allocation, name, handles, max(least, 0)) if handles or least > 0 else None


def _run(
    fn: Callable[[], Any], allocation: int, deny: Callable[[int, int], None], allow: Callable[[], None]
) -> tuple[str, bool]:
    """One run with one failing allocation: what came out, and whether it was never reached.

    Between `deny` and `allow` nothing here allocates but the probe: the numbers exist before, and an exception is
    looked at after. The hook does not tell whether the allocation was reached, so that a run that succeeded is
    followed by allocations that can only fail if `fn` itself made fewer.
    """
    end = allocation + 1
    probes = range(allocation + 2)
    name, untouched, reached_end = "", False, False
    try:
        deny(allocation, end)
        fn()
        reached_end = True
        for _ in probes:
            bytearray(1)
        allow()
    except BaseException as error:
        allow()
        if reached_end:
            untouched = True
        elif isinstance(error, (KeyboardInterrupt, GeneratorExit)):
            raise
        else:
            name = type(error).__name__
    return name, untouched
