"""Exceptions that an extension stores: with each its traceback lives, and with that the locals of every frame in it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from types import TracebackType
from typing import Any

from ..measuring import is_a
from ..reports import report
from ..snapshots import live, settle
from ..verdicts import site_of
from .lines import is_ours, of_traceback, quoted
from .saying import Voice


def tell_of_tracebacks(voice: Voice) -> None:
    """Say which handles hold exceptions whose frames still have locals."""
    settle()
    handles = {each.object: each for each in live()}
    said: set[str] = set()
    for each in gc.get_objects():
        handle = handles.get(id(each))
        if handle is None or not is_a(each, (BaseException, TracebackType)):
            continue
        trace = each if is_a(each, TracebackType) else each.__traceback__
        frames = [frame for frame in _frames(trace) if frame.f_locals and not is_ours(frame.f_code.co_filename)]
        where = f"{handle.file}:{handle.line}"
        if not frames or where in said:
            continue
        said.add(where)
        lines = of_traceback(trace)
        names = sorted({name for frame in frames for name in frame.f_locals})
        kept = f"the locals {', '.join(names[:5])} of {quoted(lines[0])}"
        text = f"{handle} keeps an exception, and its traceback keeps {kept}"
        advice = "store what is to be shown of it, or let go of the traceback: exception.with_traceback(None)"
        voice.report(report("leak", "medium", "exception frames", text, [where, *lines], advice, site=site_of(handle)))


def _frames(trace: TracebackType | None) -> Iterator[Any]:
    while trace is not None:
        yield trace.tb_frame
        trace = trace.tb_next
