"""What a series of counts means: the rule of `python -m test -R`.

A count was read after the warm-up and after each run that followed. It is a *leak* only if every run made it grow. What
grew at first and then stopped is a cache, *bounded*. What grew in the last run but not in every one is *unknown*: more
runs will tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any, Literal

from .protocol import Handle

Verdict = Literal["leak", "bounded", "intentional", "unknown"]
Severity = Literal["high", "medium", "low"]
Kind = Literal["handle", "object", "blocks", "references"]


@dataclass(frozen=True)
class Finding:
    """One count that did not stay what it was."""

    kind: Kind
    """A handle of an extension, objects of a type, blocks of memory, or references."""
    site: str
    """The line of Rust and the handle; the name of the type; or what was counted."""
    verdict: Verdict
    severity: Severity
    count: int
    """How much more there is after the last run than after the warm-up."""
    slope: float
    """How much more with each call."""
    series: tuple[int, ...]
    """The count after the warm-up and after each run."""
    advice: str
    python: str | None = None
    """The line of Python that ran when most of the handles were made, where that is known."""
    because: tuple[str, ...] = ()
    """The sites whose leaks keep this one: it is a consequence of theirs. Empty for what leaks by itself."""

    @property
    def headline(self) -> str:
        """What grows, and how fast: the finding without its advice."""
        what = f"`{self.site}`" if self.kind == "object" else self.site
        called = f", called from {self.python}" if self.python else ""
        return f"{self.verdict} ({self.severity}): {grown(self.slope, what, self.count)}{called}"

    def __str__(self) -> str:
        return f"{self.headline}\n    {self.advice}"

    def to_json(self) -> dict[str, Any]:
        """The finding as values that `json` writes."""
        return asdict(self)


def grown(slope: float, what: str, count: int) -> str:
    """How fast something grows, and by how much it has grown so far."""
    return f"{slope:g} more {what} per call, {count} in all"


@dataclass(frozen=True)
class Verdicts:
    """What `hunt` found. Iterating gives what is worth reporting: leaks, and what is unknown."""

    findings: tuple[Finding, ...]
    warmup: int
    runs: int

    @property
    def leaks(self) -> list[Finding]:
        """What grew in every run."""
        return [finding for finding in self.findings if finding.verdict == "leak"]

    @property
    def bounded(self) -> list[Finding]:
        """Caches: what stopped growing."""
        return [finding for finding in self.findings if finding.verdict == "bounded"]

    def __iter__(self) -> Iterator[Finding]:
        return (finding for finding in self.findings if finding.verdict in ("leak", "unknown"))

    def __str__(self) -> str:
        shown, findings = [], list(self)
        for at, finding in enumerate(findings):
            # Advice that holds for several is given once, below the last of them.
            repeated = at + 1 < len(findings) and findings[at + 1].advice == finding.advice
            shown.append(finding.headline if repeated else str(finding))
        return "\n".join(shown) or f"clean: nothing grew in each of {self.runs} runs after {self.warmup} for warm-up"

    def to_json(self) -> dict[str, Any]:
        """The verdicts as values that `json` writes."""
        findings = [finding.to_json() for finding in self.findings]
        return {"warmup": self.warmup, "runs": self.runs, "leaks": len(self.leaks), "findings": findings}


def site_of(handle: Handle) -> str:
    """The site of a finding that counts this handle."""
    return f"{handle.handle} at {handle.file}:{handle.line}{' (into_raw)' if handle.escaped else ''}"


def judge(series: Sequence[int], first: int, stride: int = 1) -> Verdict | None:
    """The verdict on a series that starts after the warm-up; `first` is the count before it. None: it did not grow.

    A leak is what grew in every `stride` runs.
    """
    strides = [after - before for before, after in pairwise(series[::stride])]
    if strides and all(step > 0 for step in strides):
        return "leak"
    steps = [after - before for before, after in pairwise(series)]
    if series[-1] <= min(first, series[0]):
        return None
    # Up and down again is a count that varies, not one that grows.
    if steps and steps[-1] > 0 and series[-1] > max(series[:-1]):
        return "unknown"
    return "bounded"


def advise(kind: Kind, verdict: Verdict, site: str) -> str:
    """What to do next."""
    if verdict == "bounded":
        return "a cache, it seems: it stopped growing"
    if verdict == "intentional":
        return "allowed, or given up on purpose"
    if verdict == "unknown":
        return "grew in the last run, but not in all of them: hunt again with more runs"
    return {
        "handle": "look at what becomes of the handle made on that line; with enable('frames'), live() says which "
        "objects it holds and which Python called, and explain() who holds them besides",
        "object": f"take one of the `{site}` that are new in gc.get_objects() and explain() it",
        "blocks": "nothing that is counted by name grows: look for text, bytes, numbers or C memory that is kept",
        "references": "something that existed before is referenced once more each time: look for a missing release "
        "of a long-lived object, such as None, a type or a module",
    }[kind]
