"""Buffers that are still exported when nobody has them any more.

What the script hands to native functions is kept, and then asked to change its size: a `BufferError` says that somebody
holds a buffer of it, though no memoryview does that the collector can see.
"""

from __future__ import annotations

import array
import gc
import sys
from typing import Any

from ..reports import report
from ..snapshots import settle
from .calls import name_of, through
from .lines import of_frame, quoted
from .saying import Voice
from .work import Subject

_EXPORTERS = (bytearray, array.array, memoryview)


def look(subject: Subject, voice: Voice) -> None:
    """Call it, and ask what it handed over."""
    handed: list[tuple[Any, str, str]] = []

    def hook(function: Any, *arguments: Any, **options: Any) -> Any:
        if subject.is_own_callable(function):
            for each in (*arguments, *options.values()):
                if isinstance(each, _EXPORTERS):
                    where = of_frame(sys._getframe(1)) or ""
                    handed.append((each, name_of(function), where))
        return function(*arguments, **options)

    again = Subject(subject.script, subject.arguments, through(hook))
    again.calls(2)
    settle()
    said: set[str] = set()
    for each, function, where in handed:
        if function not in said and _is_exported(each):
            said.add(function)
            voice.report(
                report("leak", "high", "export",
                       f"a buffer of a {type(each).__name__} is held for ever, though no memoryview is left: it was "
                       f"handed to {function} at {quoted(where)}",
                       [where], "release the buffer (PyBuffer_Release), on the ways out after an error as well")
            )  # fmt: skip


def _is_exported(exporter: Any) -> bool:
    if any(type(each).__name__ in ("managedbuffer", "memoryview") for each in gc.get_referrers(exporter)):
        return False
    try:
        if isinstance(exporter, memoryview):
            exporter.release()
        elif isinstance(exporter, bytearray):
            exporter.append(0)
            exporter.pop()
        else:
            exporter.append(exporter[0] if exporter else 0)
            exporter.pop()
    except BufferError:
        return True
    except (TypeError, ValueError):
        return False
    return False
