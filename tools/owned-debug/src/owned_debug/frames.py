"""The locals of frames, read without leaving a reference behind."""

from __future__ import annotations

import inspect
import sys
import threading
import types
from typing import Any

from .measuring import is_a


def running(caller: types.FrameType | None) -> list[types.FrameType]:
    """Every frame of every other thread, and in this thread `caller` and those that called it."""
    tops = sys._current_frames()
    # The frame on top of this thread is the one of this function: held by itself, it would stay.
    del tops[threading.get_ident()]
    frames: list[types.FrameType] = []
    for top in [caller, *tops.values()]:
        frame = top
        while frame is not None:
            frames.append(frame)
            frame = frame.f_back
    return frames


def local_values(frame: types.FrameType) -> dict[str, Any]:
    """The local variables of the frame, but those that are kept in a closure cell.

    The locals of a module or of a class body are a dict, which the collector knows: they are left out.
    """
    code = frame.f_code
    if not code.co_flags & inspect.CO_OPTIMIZED:
        return {}
    variables = frame.f_locals
    values = dict(variables)
    # Before Python 3.13 the dict stays with the frame and holds all that it shows. If nobody else has it, it is
    # emptied: Python fills it anew whenever it is looked at. (The three: the frame, the local here, the argument.)
    if sys.version_info < (3, 13) and sys.getrefcount(variables) <= 3 and isinstance(variables, dict):
        variables.clear()
    for name in (*code.co_cellvars, *code.co_freevars):
        values.pop(name, None)
    return values


def local_names(frame: types.FrameType, held: Any) -> list[str]:
    """The local variables of the frame that are `held`."""
    return [name for name, value in local_values(frame).items() if value is held]


def suspended(holder: Any) -> types.FrameType | None:
    """The frame of a generator or a coroutine that is suspended; None of anything else, and of what runs."""
    for kind, field, runs in (
        (types.GeneratorType, "gi_frame", "gi_running"),
        (types.CoroutineType, "cr_frame", "cr_running"),
        (types.AsyncGeneratorType, "ag_frame", "ag_running"),
    ):
        if is_a(holder, kind):
            return None if getattr(holder, runs) else getattr(holder, field)
    return None


def is_generator(holder: Any) -> bool:
    """Whether the holder is a frame that can be suspended."""
    return is_a(holder, (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType))


def place(frame: types.FrameType) -> str:
    """Where the frame is, as a person looks for it."""
    return f"{frame.f_code.co_qualname}, {frame.f_code.co_filename}:{frame.f_lineno}"
