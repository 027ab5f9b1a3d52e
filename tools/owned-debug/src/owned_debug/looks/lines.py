"""Lines of the script: where a traceback was, what stands there."""

from __future__ import annotations

import linecache
import os
import sysconfig
from pathlib import Path
from types import FrameType, TracebackType

_HERE = str(Path(__file__).parent.parent)
_LIBRARY = sysconfig.get_path("stdlib")


def is_ours(file: str) -> bool:
    """Whether the file is one of this package, or no file at all."""
    return file.startswith((_HERE, "<"))


def is_of_python(file: str) -> bool:
    """Whether the file is one of Python's own library."""
    return Path(file).is_relative_to(_LIBRARY) and "site-packages" not in file


def of_traceback(trace: TracebackType | None) -> list[str]:
    """The lines that it passed, the innermost first, without those of this package."""
    lines: list[str] = []
    while trace is not None:
        if not is_ours(trace.tb_frame.f_code.co_filename):
            lines.append(place(trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    return lines[::-1]


def of_frame(frame: FrameType | None) -> str | None:
    """The line that a frame is at, or the nearest caller that is not of this package."""
    while frame is not None and is_ours(frame.f_code.co_filename):
        frame = frame.f_back
    return None if frame is None else place(frame.f_code.co_filename, frame.f_lineno)


def place(file: str, line: int) -> str:
    """As it is written in reports: relative to the working directory if it is below that."""
    relative = os.path.relpath(file) if os.path.isabs(file) else file
    return f"{file if relative.startswith('..') else relative}:{line}"


def source(where: str) -> str:
    """What stands on the line; empty if it cannot be read."""
    file, _, line = where.rpartition(":")
    return linecache.getline(file, int(line)).strip() if line.isdigit() else ""


def quoted(where: str) -> str:
    """The line with what stands on it."""
    text = source(where)
    return f"{where} ({text})" if text else where
