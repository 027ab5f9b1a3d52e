"""What is alive when the interpreter has ended: an extension built with the ledger writes it down by itself."""

from __future__ import annotations

import sys

from .saying import Voice
from .work import Subject

_CALLS = 3


def look(subject: Subject, voice: Voice) -> None:
    """Call it a few times, and leave.

    The script's module stays where Python finds it at the end, so that its globals go as those of a script do.
    """
    if subject.whole:
        sys.modules["__main__"] = subject.call()
    elif subject.module is not None:
        subject.calls(_CALLS)
        sys.modules[subject.name] = subject.module
