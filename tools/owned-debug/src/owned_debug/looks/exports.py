"""Buffers that are still exported when nobody has them any more.

What the script hands to native functions is kept, and then asked to change its size: a `BufferError` says that somebody
holds a buffer of it, though no memoryview does that the collector can see.
"""

from __future__ import annotations

import array
import gc
import sys
from typing import Any

from ..naming import with_article
from ..reports import report
from ..snapshots import settle
from .calls import name_of, through
from .lines import of_frame, quoted
from .saying import Voice
from .work import Subject, quietly

_EXPORTERS = (bytearray, array.array)


def look(subject: Subject, voice: Voice) -> None:
    """Call it, and ask what it handed over."""
    # By identity: what was handed over, and the first native function after which it was exported.
    handed: dict[int, tuple[Any, str, str]] = {}

    def hook(function: Any, *arguments: Any, **options: Any) -> Any:
        try:
            return function(*arguments, **options)
        finally:
            if subject.is_own_callable(function):
                for each in (*arguments, *options.values()):
                    if isinstance(each, _EXPORTERS) and id(each) not in handed and _is_exported(each):
                        handed[id(each)] = (each, name_of(function), of_frame(sys._getframe(1)) or "")

    again = Subject(subject.script, subject.arguments, through(hook))
    for _ in range(2):
        quietly(again.call)
    settle()
    said: set[str] = set()
    for each, function, where in handed.values():
        if function not in said and _is_exported(each):
            said.add(function)
            what = with_article(type(each).__name__)
            text = f"a buffer of {what} is held for ever, though no memoryview is left: it was handed to {function} at "
            advice = "release the buffer (PyBuffer_Release), on the ways out after an error as well"
            voice.report(report("leak", "high", "export", text + quoted(where), [where], advice))


def _is_exported(exporter: Any) -> bool:
    if any(type(each).__name__ in ("managedbuffer", "memoryview") for each in gc.get_referrers(exporter)):
        return False
    try:
        if isinstance(exporter, bytearray):
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
