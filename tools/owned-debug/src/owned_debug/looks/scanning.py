"""Which objects grow that the collector does not track: their type's address is counted in the process's memory.

Texts, numbers and instances of classes without the collector's header are in no list. Each begins with a count and the
address of its type. What is freed may still look so: only what grows steadily means something.
"""

from __future__ import annotations

import gc
import mmap
import os
from itertools import pairwise
from pathlib import Path

from ..measuring import type_name
from .work import Subject

_CHUNK = 1 << 20
_MOST = 1 << 28
_ROUNDS, _CALLS = 4, 3
_PLAIN: tuple[type, ...] = (str, bytes, int, float, complex, bytearray)


def growing_types(subject: Subject) -> list[str]:
    """The names of the untracked types of which there are more after each of several rounds, by as many as calls."""
    if not Path("/proc/self/mem").exists():
        return []
    kinds = [*_PLAIN, *(kind for kind in _all_types() if subject.is_own(kind))]
    series: list[list[int]] = []
    for _ in range(_ROUNDS + 1):
        subject.calls(_CALLS)
        gc.collect()
        series.append(_count(kinds))
    found = []
    for index, kind in enumerate(kinds):
        grown = series[-1][index] - series[0][index]
        # What is new may take the place of what was freed and still looked like one.
        if all(after[index] > before[index] for before, after in pairwise(series)) and 2 * grown >= _ROUNDS * _CALLS:
            found.append(type_name(kind))
    return found


def _all_types() -> list[type]:
    found: dict[int, type] = {}
    row: list[type] = [object]
    each: type
    while row:
        following: list[type] = []
        for kind in row:
            for each in type.__subclasses__(kind):
                if id(each) not in found:
                    found[id(each)] = each
                    following.append(each)
        row = following
    return list(found.values())


def _count(kinds: list[type]) -> list[int]:
    """How often the address of each is in the memory that is the process's own."""
    patterns = [id(kind).to_bytes(8, "little") for kind in kinds]
    counts = [0] * len(patterns)
    # Shared, so that the copy is in no region that is looked at.
    with mmap.mmap(-1, _CHUNK) as copy, open("/proc/self/mem", "rb", buffering=0) as memory:
        for start, end in _regions():
            for at in range(start, end, _CHUNK):
                try:
                    size = os.preadv(memory.fileno(), [memoryview(copy)[: min(_CHUNK, end - at)]], at)
                except OSError:
                    break
                for index, pattern in enumerate(patterns):
                    found = copy.find(pattern, 0, size)
                    while found >= 0:
                        counts[index] += found % 8 == 0
                        found = copy.find(pattern, found + 8, size)
    return counts


def _regions() -> list[tuple[int, int]]:
    found, total = [], 0
    for line in Path("/proc/self/maps").read_text().splitlines():
        addresses, rights, _, _, _, *rest = line.split(maxsplit=5)
        name = rest[0] if rest else ""
        if rights.startswith("rw-p") and not name.startswith(("/", "[stack", "[v")):
            start, end = (int(each, 16) for each in addresses.split("-"))
            total += end - start
            if total > _MOST:
                break
            found.append((start, end))
    return found
