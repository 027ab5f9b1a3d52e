"""Which lines of C are to blame for what is lost.

A reference is *lost* when nothing in the memory of the process points to the object by it: nobody can give it back.
Which line acquired it is known where one line alone has references open to the object. Where several have, some lines
are better candidates than others: one that hands its references on everywhere else (returns them, stores them in what
dies) is less likely to have forgotten one. At most three are named.
"""

from __future__ import annotations

import gc
import os
from array import array
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from . import manifest, places, probing
from .compiling import load
from .losses import COUNTS, Line, Loss, Place, Tracked, short

CANDIDATES = 3
"""How many lines are named for one leak."""

BY_HAND = frozenset({"Py_INCREF", "Py_XINCREF", "Py_IncRef", "Py_NewRef", "Py_XNewRef"})
"""What makes a reference to an object that is there already."""


class Lost(NamedTuple):
    """An object of which the ledger says that references to it are lost."""

    type: str
    excess: int
    references: int
    cycle: int
    reached: bool
    collected: bool
    open: list[tuple[int, int]]


def start(probe: bool = True) -> bool:
    """From now on the lines of code that is tracked are heard; False if nothing was ever tracked for this Python.

    Without `probe` no slot of a type is called in a process of its own.
    """
    if places.last_build(places.home()) is None:
        return False
    load().start(probe=probe)
    return True


def tracked() -> Tracked:
    """What they have done so far."""
    casts = probing.casts()
    for _ in range(3):
        gc.collect()
    ledger = load()
    found = [Lost(*row) for row in ledger.lost(array("L", sorted(_types())))]
    numbers, lines = _lines(ledger.lines())
    losses = [*_forgotten(found, numbers), *_cycles(found, numbers)]
    losses.sort(key=lambda loss: (loss.verdict != "leak", -loss.count))
    return Tracked(sorted(lines, key=lambda line: line.place), losses, casts, _warnings(lines))


def _warnings(lines: Iterable[Line]) -> list[str]:
    """What the compiler said of the files of these lines in the last build, each once."""
    build = places.last_build(places.home())
    heard = {os.path.normpath(line.place.file) for line in lines}
    found = []
    for built in manifest.read(build) if build is not None else []:
        # The compiler may have been given the path from a folder of the build's.
        if any(built.source == os.path.abspath(file) or built.source.endswith(os.sep + file) for file in heard):
            found += [_from_here(each, built.source) for each in built.warnings]
    return list(dict.fromkeys(found))


def _from_here(warning: str, source: str) -> str:
    """The warning with the path of the source, unless it is of a header."""
    path, colon, rest = warning.partition(":")
    return (short(source) if os.path.basename(path) == os.path.basename(source) else path) + colon + rest


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
    for number, file, at, function, call, acquired, closed, left, released, *wrong in rows:
        place = Place(short(file), at, function, call)
        line = lines.setdefault(place, Line(place))
        counted = zip(COUNTS, (acquired, closed, left, 0, released, *wrong))
        for name, count in counted:
            setattr(line, name, getattr(line, name) + count)
        numbers[number] = line
    return numbers, list(lines.values())


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
