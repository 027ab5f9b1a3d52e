"""What lines of C did with references, and which of them are to blame for what is lost.

A reference is *lost* when nothing in the memory of the process points to the object by it: nobody can give it back.
Which line acquired it is known where one line alone has references open to the object. Where several have, some lines
are better candidates than others: one that hands its references on everywhere else (returns them, stores them in what
dies) is less likely to have forgotten one. At most three are named.
"""

from __future__ import annotations

import gc
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

from ..allowing import Allow, excess
from ..reports import Report
from ..reports import report as as_report
from ..verdicts import Severity
from . import places
from .compiling import load

CANDIDATES = 3
"""How many lines are named for one leak."""
OFTEN = 2
"""How often something is lost before it counts as a leak: once may be a cache, or an import."""

BY_HAND = frozenset({"Py_INCREF", "Py_XINCREF", "Py_IncRef", "Py_NewRef", "Py_XNewRef"})
"""What makes a reference to an object that is there already."""

_ADVICE = {
    "reference": "one of the lines forgot the reference that it acquired: on which way out is it not released?",
    "cycle": "give the type Py_TPFLAGS_HAVE_GC, a traverse that visits all it holds, and a clear that lets go of it",
}

COUNTS = ("acquired", "released", "returned", "open", "gave_up", "unset", "freed", "with_exception")
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


@dataclass
class Tracked:
    """What was seen of the code that is tracked."""

    lines: list[Line]
    losses: list[Loss]

    def but_for(self, allow: Allow) -> Tracked:
        """Without losses that may be."""
        count = {loss.candidates[0].place: loss.count for loss in self.losses if loss.candidates}
        left = excess(count, allow)
        return Tracked(
            self.lines, [loss for loss in self.losses if not loss.candidates or loss.candidates[0].place in left]
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
        return found

    def __str__(self) -> str:
        if not self.lines:
            return "no line of C was heard of: nothing that was built with `track` was loaded"
        files = len({each.place.file for each in self.lines})
        head = f"tracked: {len(self.lines)} {_plural('line', len(self.lines))} of C in {files} {_plural('file', files)}"
        wrong = [str(each) for each in self.violations()]
        if not self.losses and not wrong:
            return f"{head}; every reference is given back, or held by something"
        return "\n".join([head, *wrong, *map(str, self.losses)])

    def to_json(self) -> dict[str, Any]:
        """The report for JSON."""
        return {
            "lines": [each.to_json() for each in self.lines],
            "losses": [each.to_json() for each in self.losses],
        }


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"


class Lost(NamedTuple):
    """An object of which the ledger says that references to it are lost."""

    type: str
    excess: int
    references: int
    cycle: int
    reached: bool
    collected: bool
    open: list[tuple[int, int]]


def start() -> bool:
    """From now on the lines of code that is tracked are heard; False if nothing was ever tracked for this Python."""
    if places.last_build(places.home()) is None:
        return False
    load().start()
    return True


def tracked() -> Tracked:
    """What they have done so far."""
    for _ in range(3):
        gc.collect()
    ledger = load()
    found = [Lost(*row) for row in ledger.lost(array("L", sorted(_types())))]
    numbers, lines = _lines(ledger.lines())
    losses = [*_forgotten(found, numbers), *_cycles(found, numbers)]
    losses.sort(key=lambda loss: (loss.verdict != "leak", -loss.count))
    return Tracked(sorted(lines, key=lambda line: line.place), losses)


def _types() -> set[int]:
    """The addresses of all types there are."""
    found: set[int] = set()
    kinds: list[type] = [object]
    while kinds:
        kind = kinds.pop()
        if id(kind) not in found:
            found.add(id(kind))
            kinds += type.__subclasses__(kind)
    return found


def _lines(rows: Iterable[tuple[Any, ...]]) -> tuple[dict[int, Line], list[Line]]:
    """The lines by the ledger's numbers; one that stands in several (a function in a header) is one line."""
    numbers: dict[int, Line] = {}
    lines: dict[Place, Line] = {}
    for number, file, at, function, call, acquired, closed, left, released, unset, freed, with_exception in rows:
        place = Place(_short(file), at, function, call)
        line = lines.setdefault(place, Line(place))
        counted = zip(COUNTS, (acquired, closed, left, 0, released, unset, freed, with_exception))
        for name, count in counted:
            setattr(line, name, getattr(line, name) + count)
        numbers[number] = line
    return numbers, list(lines.values())


def _short(file: str) -> str:
    """As it is written from here, if it lies below."""
    path = Path(file)
    try:
        return str(path.relative_to(Path.cwd())) if path.is_absolute() else file
    except ValueError:
        return file


def _forgotten(found: list[Lost], numbers: dict[int, Line]) -> list[Loss]:
    losses: dict[Place, Loss] = {}
    seconds: dict[Place, Counter[int]] = {}
    for lost in found:
        if lost.cycle or (lost.excess == 0 and lost.reached):
            continue
        left = lost.excess or sum(count for _, count in lost.open)
        ranked = sorted(lost.open, key=lambda each: (each[1] == 0, numbers[each[0]].handed_on))
        blamed = []
        for number, count in ranked:
            share = min(count, left)
            left -= share
            if share:
                numbers[number].open += share
                blamed.append((number, share))
        if not blamed:
            continue
        first = numbers[blamed[0][0]]
        loss = losses.setdefault(first.place, Loss("reference", [first]))
        loss.count += blamed[0][1]
        loss.types[lost.type] += 1
        others = seconds.setdefault(first.place, Counter())
        others.update(number for number, count in ranked if _may_be_it(numbers[number], count, first))
        for number, share in blamed[1:]:
            other = losses.setdefault(numbers[number].place, Loss("reference", [numbers[number]]))
            other.count += share
            other.types[lost.type] += 1
            seconds.setdefault(numbers[number].place, Counter())
    for place, loss in losses.items():
        for number, _ in seconds[place].most_common():
            if len(loss.candidates) < CANDIDATES and numbers[number] not in loss.candidates:
                loss.candidates.append(numbers[number])
    return list(losses.values())


def _may_be_it(other: Line, count: int, first: Line) -> bool:
    """Whether another line of the object's may have acquired what is lost.

    It has something open too, or it is in the same function, where one release may have been meant for either.
    """
    return other is not first and (count > 0 or other.place.function == first.place.function)


def _cycles(found: list[Lost], numbers: dict[int, Line]) -> list[Loss]:
    """Cycles of the same types through the same lines are one loss."""
    members: dict[int, list[Lost]] = {}
    for lost in found:
        if lost.cycle:
            members.setdefault(lost.cycle, []).append(lost)
    losses: dict[tuple[str, ...], Loss] = {}
    for cycle in members.values():
        if not any(lost.open for lost in cycle):
            continue  # Of code that is not tracked.
        types = tuple(sorted({lost.type for lost in cycle}))
        loss = losses.setdefault(types, Loss("cycle", []))
        loss.count += 1
        loss.types.update(types)
        loss.hidden.update(lost.type for lost in cycle if not lost.collected)
        stored = Counter(number for lost in cycle for number, count in lost.open if count)
        # A reference that was stored was acquired by hand, more often than by making the object.
        ranked = sorted(
            stored, key=lambda number: (numbers[number].handed_on, numbers[number].place.call not in BY_HAND)
        )
        for number in ranked:
            if numbers[number] not in loss.candidates and len(loss.candidates) < CANDIDATES:
                loss.candidates.append(numbers[number])
    return list(losses.values())
