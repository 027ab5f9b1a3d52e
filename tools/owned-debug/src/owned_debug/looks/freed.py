"""Use of what is freed: with Python's debug allocator, which overwrites freed memory, that crashes or is refused.

The process is started with `PYTHONMALLOC=debug`. While the script runs, the native function that is called and the line
that calls it are kept in a diary, which outlives a crash.
"""

from __future__ import annotations

import gc

from .diary import diary
from .saying import Voice
from .work import Subject

_CALLS = 12


def look(subject: Subject, voice: Voice) -> None:
    """Call it some times, with collections between; what comes of it, the starting process sees."""
    with diary() as note:
        for _ in range(_CALLS):
            subject.call()
            note("the collection of garbage")
            gc.collect()
