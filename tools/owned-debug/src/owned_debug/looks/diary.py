"""What is being done at the moment, in a file that outlives a crash."""

from __future__ import annotations

import mmap
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from .lines import is_ours, place

VARIABLE = "OWNED_DEBUG_DIARY"
"""The environment variable that names the file."""

SIZE = 512


@contextmanager
def diary() -> Iterator[Callable[[str], None]]:
    """Within, each call of a native function is noted; the result notes something else."""
    name = os.environ.get(VARIABLE)
    if name is None:
        yield lambda text: None
        return
    with open(name, "r+b") as file, mmap.mmap(file.fileno(), SIZE) as page:

        def note(text: str) -> None:
            page[:SIZE] = text.encode(errors="replace")[:SIZE].ljust(SIZE, b"\0")

        def listen(frame: FrameType, event: str, function: Any) -> None:
            if event == "c_call" and not is_ours(frame.f_code.co_filename):
                module = getattr(function, "__module__", None)
                called = f"{module}." if module else ""
                note(f"{called}{function.__qualname__} at {place(frame.f_code.co_filename, frame.f_lineno)}")

        former = sys.getprofile()
        sys.setprofile(listen)
        try:
            yield note
        finally:
            sys.setprofile(former)


def read(path: Path) -> str:
    """What was noted last."""
    return path.read_bytes().rstrip(b"\0").decode(errors="replace")
