"""Memory from `malloc`, which no allocator of Python counts: what C and Rust keep for themselves.

The C library says how much is given out. That is looked at after each of several batches of calls; where all grow, also
after so many calls that a cache of a usual size is full.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from array import array
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from ..memos import memos
from ..outlasting import call_on
from ..reports import report
from ..verdicts import grown
from .calls import name_of, through
from .lines import of_frame, quoted
from .saying import Voice
from .work import Subject

_BATCHES, _CALLS = 8, 10


class _MallInfo(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_size_t)
        for name in ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks",
                     "keepcost")
    ]  # fmt: skip


def given_out() -> Callable[[], int] | None:
    """What tells how many bytes are given out; None if the C library does not say."""
    try:
        ask = ctypes.CDLL(None).mallinfo2
    except (AttributeError, OSError):
        return None
    ask.restype = _MallInfo

    def count() -> int:
        info = ask()
        return int(info.uordblks) + int(info.hblkhd)

    return count


def look(subject: Subject, voice: Voice) -> None:
    """Measure; where it grows, say which native functions took more than they gave back."""
    count = given_out()
    if count is None:
        voice.note("the C library does not say how much memory is given out")
        return
    subject.calls(2 * _CALLS)
    if not _grows(subject, count):
        return
    call_on(subject.call, memos())
    growth = _grows(subject, count)
    if not growth:
        return
    lines = _takers(subject, count)
    slope, total = growth
    text = grown(slope, "bytes from malloc", total)
    if lines:
        text += ", taken in " + ", ".join(f"{name} at {quoted(where)}" for name, where in lines)
    places = [where for _, where in lines]
    advice = "look for memory of C or Rust that is never freed"
    voice.report(
        report("leak", "medium", "memory", text, places, advice, site="bytes from malloc", count=total, slope=slope)
    )


def _grows(subject: Subject, count: Callable[[], int]) -> tuple[float, int] | None:
    """By how many bytes with each call, and in all, if it does so in every batch."""
    series = array("q", [0] * (_BATCHES + 1))
    for batch in range(_BATCHES + 1):
        subject.calls(_CALLS)
        gc.collect()
        series[batch] = count()
    least = min(after - before for before, after in pairwise(series))
    total = series[-1] - series[0]
    return (total / (_BATCHES * _CALLS), total) if least >= 8 * _CALLS else None


def _takers(subject: Subject, count: Callable[[], int]) -> list[tuple[str, str]]:
    """The native functions that take memory, with the lines that call them; what gives most of it back is left out."""
    balance: dict[tuple[str, str], int] = {}

    def hook(function: Any, *arguments: Any, **options: Any) -> Any:
        if not subject.is_own_callable(function):
            return function(*arguments, **options)
        before = count()
        try:
            return function(*arguments, **options)
        finally:
            change = count() - before
            key = (name_of(function), of_frame(sys._getframe(1)) or "")
            balance[key] = balance.get(key, 0) + change

    again = Subject(subject.script, subject.arguments, through(hook))
    again.calls(2)
    balance.clear()
    again.calls(_CALLS)
    return [key for key, change in sorted(balance.items(), key=lambda item: -item[1]) if change >= 8 * _CALLS]
