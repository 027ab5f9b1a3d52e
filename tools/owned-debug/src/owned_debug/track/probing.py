"""Slots that read fields of an operand which may be of any type, found by calling them in a process of their own."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import Any, NamedTuple

from .compiling import load
from .losses import Cast, Place, short


class Found(NamedTuple):
    """What the ledger says of such a slot."""

    type: str
    slot: str
    module: str
    """The file that the slot was loaded from; empty where it is not known."""
    offset: int
    """Where in it the operand is read."""
    file: str
    line: int
    function: str
    """What made the type."""


def casts() -> list[Cast]:
    """The slots of tracked types that cast without a check, by what was probed and what is alive now."""
    rows: list[tuple[Any, ...]] = load().casts()
    return sorted((_of(Found(*row)) for row in rows), key=lambda cast: cast.place)


def _of(found: Found) -> Cast:
    read = _line_of(found.module, found.offset)
    if read is None:
        place = Place(short(found.file), found.line, found.function, found.slot)
    else:
        function, file, line = read
        place = Place(short(file), line, function, found.slot)
    return Cast(found.type, found.slot, place, exact=read is not None)


def _line_of(module: str, offset: int) -> tuple[str, str, int] | None:
    """Function, file and line of the address, by what the compiler left of them in the module."""
    tool = shutil.which("addr2line")
    if tool is None or not module:
        return None
    try:
        done = subprocess.run(
            [tool, "-f", "-e", module, hex(offset)], capture_output=True, text=True, errors="replace", timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    match = re.fullmatch(r"(\S+)\n(.+):(\d+)(?: \(.*\))?\n", done.stdout)
    if match is None or "??" in (match[1], match[2]) or int(match[3]) == 0:
        return None
    return match[1], match[2], int(match[3])
