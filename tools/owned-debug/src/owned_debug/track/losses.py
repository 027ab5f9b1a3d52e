"""What lines of C did with references, what is lost, and how that is said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from ..allowing import Allow, excess
from ..reports import Report
from ..reports import report as as_report
from ..verdicts import Severity

OFTEN = 2
"""How often something is lost before it counts as a leak: once may be a cache, or an import."""

_ADVICE = {
    "reference": "one of the lines forgot the reference that it acquired: on which way out is it not released?",
    "cycle": "give the type Py_TPFLAGS_HAVE_GC, a traverse that visits all it holds, and a clear that lets go of it",
}

COUNTS = ("acquired", "released", "returned", "open", "gave_up", "unset", "freed", "with_exception", "borrowed")
"""What is counted of each line."""

_WRONG = {
    "unset": ("used before it is set", "uses a field that was never set", "set each field where the object is made"),
    "freed": (
        "used after it is freed",
        "uses an object that is freed",
        "somebody released a reference that was not theirs, or the line uses a borrowed one for too long",
    ),
    "with_exception": (
        "called with an exception set",
        "calls Python code while an exception is set",
        "return as soon as something has failed, or clear the exception",
    ),
    "borrowed": (
        "stored without a reference",
        "held an object to which no reference was taken, and a reference was released when it was replaced",
        "take a reference where C code sets the field and release it in tp_dealloc, or make the member read-only",
    ),
}
"""What must not be done, by how it is counted: the kind, the text, the advice."""


class Place(NamedTuple):
    """A call of the C API, in the source."""

    file: str
    line: int
    function: str
    call: str

    @property
    def handle(self) -> str:
        """What a pattern of names is compared with."""
        return self.call

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.function}: {self.call}"


@dataclass
class Line:
    """What one line did with references."""

    place: Place
    acquired: int = 0
    """New references."""
    released: int = 0
    """Of these, given up by a line of C: released, or handed to a function that takes them over."""
    returned: int = 0
    """Of these, given back by others: what was returned to Python, or stored in something that has died since."""
    open: int = 0
    """Of these, lost: nothing points to the object by them."""
    gave_up: int = 0
    """References that the line itself gave up, whoever had acquired them."""
    unset: int = 0
    """How often it counted a reference to a field that was never set."""
    freed: int = 0
    """How often it counted a reference to an object that was freed."""
    with_exception: int = 0
    """How often it called Python code while an exception was set."""
    borrowed: int = 0
    """Of a member of a type: how often it held what nobody had taken a reference to."""

    @property
    def stored(self) -> int:
        """Of those acquired, what is held by something that can be reached."""
        return max(self.acquired - self.released - self.returned - self.open, 0)

    @property
    def handed_on(self) -> float:
        """How likely a reference of the line is given back by others."""
        return self.returned / self.acquired if self.acquired else 0.0

    def __str__(self) -> str:
        return (
            f"{self.place}: {self.acquired} acquired, {self.released} released, {self.returned} returned, "
            f"{self.stored} stored, {self.open} open"
        )

    def to_json(self) -> dict[str, Any]:
        """The line for JSON."""
        names = (*COUNTS, "stored")
        return {**self.place._asdict(), **{name: getattr(self, name) for name in names}}


@dataclass
class Loss:
    """References of one kind that are lost, by the line that is to blame first of all."""

    kind: str
    """`reference`: forgotten; `cycle`: objects that hold each other, which the collector does not see through."""
    candidates: list[Line]
    """The likeliest first."""
    count: int = 0
    """References; of cycles, how many cycles."""
    types: Counter[str] = field(default_factory=Counter)
    hidden: set[str] = field(default_factory=set)
    """In a cycle: types that the collector knows nothing of."""

    @property
    def verdict(self) -> Literal["leak", "unknown"]:
        """Whether it happened often enough to be a leak."""
        return "leak" if self.count >= OFTEN else "unknown"

    @property
    def headline(self) -> str:
        """What is lost."""
        what = ", ".join(f"`{name}`" for name, _ in self.types.most_common(4))
        if self.kind == "cycle":
            hidden = " and ".join(f"`{name}`" for name in sorted(self.hidden))
            unseen = f"; the collector does not see what is held by {hidden}" if hidden else ""
            return f"{self.count} {_plural('cycle', self.count)} through {what} that nothing can free{unseen}"
        return f"{self.count} {_plural('reference', self.count)} to {what} that nobody can give back"

    def __str__(self) -> str:
        mark = {"leak": "leak", "unknown": "once, which may be meant"}[self.verdict]
        return "\n".join([f"{mark}: {self.headline}", *(f"    {each}" for each in self.candidates)])

    def report(self) -> Report:
        """The loss as all commands have it."""
        lines = [f"{each.place.file}:{each.place.line}" for each in self.candidates]
        kind, advice = f"lost {self.kind}", _ADVICE[self.kind]
        severity: Severity = "high" if self.verdict == "leak" else "low"
        site = str(self.candidates[0].place) if self.candidates else None
        return as_report(self.verdict, severity, kind, self.headline, lines, advice, site=site, count=self.count)

    def to_json(self) -> dict[str, Any]:
        """The loss for JSON."""
        return {
            "kind": self.kind,
            "verdict": self.verdict,
            "count": self.count,
            "types": dict(self.types),
            "hidden": sorted(self.hidden),
            "candidates": [each.to_json() for each in self.candidates],
        }


@dataclass(frozen=True)
class Cast:
    """A slot that must take an operand of any type, and reads fields of it before it has looked at the type."""

    type: str
    slot: str
    place: Place
    """Where it reads them; if that is not known, where the type is made."""
    exact: bool
    """Whether it is known."""

    def report(self) -> Report:
        """The cast as all commands have it."""
        whose = self.type if self.exact else f"{self.type}, which is made here,"
        text = f"{self.place} of {whose} reads behind the header of an operand that may be of any type"
        advice = "look at the operand's type first, and return Py_NotImplemented for others"
        line = f"{self.place.file}:{self.place.line}"
        return as_report(
            "violation", "high", "violation: cast without check", text, [line], advice, site=str(self.place), count=1
        )

    def to_json(self) -> dict[str, Any]:
        """The cast for JSON."""
        return {"type": self.type, "slot": self.slot, **self.place._asdict(), "exact": self.exact}


@dataclass
class Tracked:
    """What was seen of the code that is tracked."""

    lines: list[Line]
    losses: list[Loss]
    casts: list[Cast] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    """What the compiler said of files whose lines ran, where it means a wrong reference."""

    def but_for(self, allow: Allow) -> Tracked:
        """Without losses that may be."""
        count = {loss.candidates[0].place: loss.count for loss in self.losses if loss.candidates}
        left = excess(count, allow)
        casts = excess({cast.place: 1 for cast in self.casts}, allow)
        return Tracked(
            self.lines,
            [loss for loss in self.losses if not loss.candidates or loss.candidates[0].place in left],
            [cast for cast in self.casts if cast.place in casts],
            self.warnings,
        )

    def reports(self) -> list[Report]:
        """What is wrong, as all commands have it."""
        return [*self.violations(), *(each.report() for each in self.losses)]

    def violations(self) -> list[Report]:
        """What lines did that must not be done."""
        found = []
        for line in self.lines:
            for name, (kind, text, advice) in _WRONG.items():
                if count := getattr(line, name):
                    where = f"{line.place.file}:{line.place.line}"
                    text = f"{line.place} {text}, {count} {_plural('time', count)}"
                    found.append(
                        as_report(
                            "violation", "high", f"violation: {kind}", text, [where], advice,
                            site=str(line.place), count=count,
                        )
                    )  # fmt: skip
        return [*found, *(cast.report() for cast in self.casts)]

    def __str__(self) -> str:
        if not self.lines:
            return "no line of C was heard of: nothing that was built with `track` was loaded"
        files = len({each.place.file for each in self.lines})
        head = f"tracked: {len(self.lines)} {_plural('line', len(self.lines))} of C in {files} {_plural('file', files)}"
        wrong = [str(each) for each in self.violations()]
        if not self.losses and not wrong:
            head += "; every reference is given back, or held by something"
        warned = ["when this was built, the compiler warned of what may be a wrong reference:"] if self.warnings else []
        return "\n".join([head, *wrong, *map(str, self.losses), *warned, *(f"    {each}" for each in self.warnings)])

    def to_json(self) -> dict[str, Any]:
        """The report for JSON."""
        return {
            "lines": [each.to_json() for each in self.lines],
            "losses": [each.to_json() for each in self.losses],
            "casts": [each.to_json() for each in self.casts],
            "warnings": self.warnings,
        }


def short(file: str) -> str:
    """As it is written from here, if it lies below."""
    path = Path(file)
    try:
        return str(path.relative_to(Path.cwd())) if path.is_absolute() else file
    except ValueError:
        return file


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"
