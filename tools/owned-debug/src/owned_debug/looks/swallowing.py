"""Exceptions that come out of Python code which a release calls, and that nobody hears of."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from .lines import is_ours, of_frame


@contextmanager
def raised() -> Iterator[tuple[list[tuple[str, str]], list[bool]]]:
    """Those that come out of what is called within, with their lines, unless the interpreter is told of them.

    And whether any Python code ran at all.
    """
    found: list[tuple[str, str]] = []
    told: list[str] = []
    last: dict[FrameType, tuple[str, str]] = {}
    ran: list[bool] = []

    def enter(frame: FrameType, event: str, argument: Any) -> Any:
        if is_ours(frame.f_code.co_filename):
            return None
        ran.append(True)
        return trace

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        if event == "exception":
            last[frame] = (f"{argument[0].__name__}: {argument[1]}", of_frame(frame) or "")
        elif event == "line":
            last.pop(frame, None)
        elif event == "return" and argument is None and frame in last:
            error = last.pop(frame)
            # What is called by Python code is that code's to catch.
            if frame.f_back is None or is_ours(frame.f_back.f_code.co_filename):
                found.append(error)
        return trace

    hook, former = sys.unraisablehook, sys.gettrace()
    sys.unraisablehook = lambda unraisable: told.append(f"{unraisable.exc_type.__name__}: {unraisable.exc_value}")
    sys.settrace(enter)
    try:
        yield found, ran
    finally:
        sys.settrace(former)
        sys.unraisablehook = hook
        found[:] = [each for each in found if each[0] not in told]
        last.clear()
