"""Use of what is freed: with Python's debug allocator, which overwrites freed memory, that crashes or is refused.

The process is started with `PYTHONMALLOC=debug`. While the script runs, the native function that is called and the line
that calls it are kept in a diary, which outlives a crash; what those functions return is looked at as well.
"""

from __future__ import annotations

import gc
import sys
from typing import Any

from ..reports import report
from .calls import name_of, through
from .diary import diary
from .lines import of_frame, quoted
from .poison import is_poisoned
from .saying import Voice
from .work import Subject

_CALLS = 12
_ADVICE = "it uses a borrowed object after its owner let go of it: hold a reference of your own meanwhile"


def look(subject: Subject, voice: Voice) -> None:
    """Call it some times, with collections between; what comes of it, the starting process sees."""
    said: set[str] = set()
    with diary() as note:

        def hook(function: Any, *arguments: Any, **options: Any) -> Any:
            if not subject.is_own_callable(function):
                return function(*arguments, **options)
            name, where = name_of(function), of_frame(sys._getframe(1)) or ""
            note(f"{name} at {quoted(where)}")
            result = function(*arguments, **options)
            if is_poisoned(result) and name not in said:
                said.add(name)
                text = f"{name} returns what it read from freed memory, at {quoted(where)}: {result!r:.100}"
                voice.report(report("violation", "high", "freed memory", text, [where], _ADVICE))
            return result

        again = Subject(subject.script, subject.arguments, through(hook))
        for _ in range(_CALLS):
            again.call()
            note("the collection of garbage")
            gc.collect()
