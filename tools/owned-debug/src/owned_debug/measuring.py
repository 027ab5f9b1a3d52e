"""Counts of what a process holds, and a place to keep them where they are not counted themselves.

Extensions that were not built with Owned say nothing of their handles. What they leak shows in three other numbers:
how many objects of each type the collector tracks, how many blocks of memory the allocator of Python has given out,
and, on debug builds of Python, how many references there are.
"""

from __future__ import annotations

import gc
import marshal
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from types import ModuleType, TracebackType
from typing import Any, NamedTuple, cast

from .caches import empty_interpreter, empty_library
from .protocol import extensions
from .snapshots import Count, Site, settle, snapshot


class Reading(NamedTuple):
    """The counts at one moment."""

    sites: dict[Site, Count]
    types: dict[str, int]
    """By name of the type: the objects that the collector tracks."""
    blocks: int
    """Blocks of memory, as `sys.getallocatedblocks` counts them."""
    references: int | None
    """All references, as `sys.gettotalrefcount` counts them; None on a release build of Python."""
    intended: dict[str, int]
    """By line and reason: the references that were given up on purpose so far."""


_total_references = cast("Callable[[], int] | None", getattr(sys, "gettotalrefcount", None))


def read(modules: Iterable[ModuleType | str] | None = None) -> Reading:
    """Empty caches, collect garbage, then count. The numbers are taken before what counting makes is alive."""
    empty_library()
    settle()
    empty_interpreter()  # The last one: to settle is to look up attributes, whose names it keeps.
    references = _total_references() if _total_references is not None else None
    blocks = sys.getallocatedblocks()
    types = count_types()
    chosen = None if modules is None else list(modules)
    intended = {str(each): each.times for extension in extensions(chosen) for each in extension.intended()}
    return Reading(snapshot(chosen).sites, types, blocks, references, intended)


def total_references() -> int:
    """All references; 0 on a release build of Python."""
    return _total_references() if _total_references is not None else 0


def count_types() -> dict[str, int]:
    """How many objects of each type the collector tracks, by the name of the type."""
    by_type: dict[type, int] = {}
    for each in gc.get_objects():
        kind = type(each)
        by_type[kind] = by_type.get(kind, 0) + 1
    counts: dict[str, int] = {}
    for kind, count in by_type.items():
        name = type_name(kind)
        counts[name] = counts.get(name, 0) + count
    return counts


def is_a(value: Any, kinds: type | tuple[type, ...]) -> bool:
    """`isinstance`, but by the type alone: to ask for `__class__` runs code of the value, which may load a module."""
    return issubclass(type(value), kinds)


def type_name(kind: type) -> str:
    """The type's name with its module, without that of the builtins."""
    module = getattr(kind, "__module__", "?")
    return kind.__qualname__ if module == "builtins" else f"{module}.{kind.__qualname__}"


class Ledger:
    """Keeps readings in an unnamed file, so that the earlier ones are not among what the later ones count."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(buffering=0)
        self._descriptor = self._file.fileno()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def keep(self, reading: Reading) -> None:
        """Write the reading down."""
        rows = [(*site, *count) for site, count in reading.sites.items()]
        data = marshal.dumps((rows, *reading[1:]))
        os.write(self._descriptor, len(data).to_bytes(8, "little") + data)

    def readings(self) -> list[Reading]:
        """All that was written down, in order."""
        self._file.seek(0)
        data = self._file.read()
        found: list[Reading] = []
        while data:
            end = 8 + int.from_bytes(data[:8], "little")
            rows, *rest = cast("tuple[Any, ...]", marshal.loads(data[8:end]))
            sites = {Site(*row[:5]): Count(*row[5:]) for row in rows}
            found.append(Reading._make((sites, *rest)))
            data = data[end:]
        return found
