"""What `check` reports: one list of findings, whatever look had them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from .protocol import Violation
from .verdicts import Finding, Severity

Verdict = Literal["leak", "violation", "unknown"]


FIELDS = ("verdict", "severity", "site", "count", "slope", "advice")
"""What every finding has, whatever command it is of, wherever it is written."""


def fields_of(found: Report | Finding) -> dict[str, Any]:
    """Those of this finding."""
    return {name: getattr(found, name) for name in FIELDS}


@dataclass(frozen=True)
class Report:
    """One thing that is wrong."""

    verdict: Verdict
    """Something is never released; something was done that must not be done; or it cannot be told."""
    severity: Severity
    kind: str
    """A stable word: `handle`, `object`, `hidden field`, `violation: over-release`, …"""
    place: str | None
    """The line to look at first, `file:line`."""
    places: tuple[str, ...]
    """All lines that share the balance: where two acquisitions meet one release, nobody can say which was forgotten."""
    text: str
    advice: str = ""
    look: str = ""
    """The look that found it."""
    site: str | None = None
    """What it is: the handle and its line, a type, what was counted; else the line. None where nothing is known."""
    count: int | None = None
    """How many there are too many, or too few; None where nothing was counted."""
    slope: float | None = None
    """How many more with each call; None where that is not what was looked at."""

    def __str__(self) -> str:
        lines = [f"{self.verdict} ({self.severity}), {self.kind}: {self.text}"]
        others = [place for place in self.places if place not in self.text]
        lines += [f"    at {place}" for place in others]
        lines += [f"    {line}" for line in self.advice.splitlines()]
        return "\n".join(lines)

    def to_json(self) -> dict[str, Any]:
        """The report as values that `json` writes."""
        return {**asdict(self), "places": list(self.places)}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Report:
        """The report that `to_json` gave."""
        return cls(**{**value, "places": tuple(value["places"])})


def report(
    verdict: Verdict,
    severity: Severity,
    kind: str,
    text: str,
    places: Iterable[str] = (),
    advice: str = "",
    *,
    site: str | None = None,
    count: int | None = None,
    slope: float | None = None,
) -> Report:
    """A report whose first place is the one to look at; that is its site, too, where it has no other name."""
    listed = tuple(dict.fromkeys(places))
    first = listed[0] if listed else None
    return Report(verdict, severity, kind, first, listed, text, advice, "", site or first, count, slope)


VIOLATED = "what was done there must not be done, whatever else comes of it"


def of_violation(found: Violation) -> Report:
    """A violation as a report; all the lines that it names are places."""
    own = [f"{found.file}:{found.line}"] if found.file else []
    places = [*own, *places_in(found.what)]
    return report("violation", "high", f"violation: {found.kind}", str(found), places, VIOLATED)


_PLACE = re.compile(r"[^\s,;()\"'`]+\.(?:rs|py|c|h|pyx):\d+")


def places_in(text: str) -> list[str]:
    """The lines that a text names."""
    return _PLACE.findall(text)


_KINDS = (
    "hidden field", "visited twice", "kept type", "kept field", "handle", "queue", "object", "references", "export",
    "blocks", "memory", "alive at exit", "allocation", "swallowed", "crash",
)  # fmt: skip
_SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")


def in_order(reports: Iterable[Report]) -> list[Report]:
    """Each once, what is worst first, and roots before what follows from them."""
    found: dict[tuple[str, str | None, str], Report] = {}
    for each in sorted(reports, key=_rank):
        named = each.place is not None and each.kind not in ("object", "alive at exit")
        key = (each.kind, each.place, "" if named else each.text)
        found.setdefault(key, each)
    return list(found.values())


def _rank(each: Report) -> tuple[int, int]:
    kind = -1 if each.kind.startswith("violation") else _KINDS.index(each.kind) if each.kind in _KINDS else len(_KINDS)
    return _SEVERITIES.index(each.severity), kind
