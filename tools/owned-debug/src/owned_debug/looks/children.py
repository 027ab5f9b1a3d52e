"""Children that the script forks: what they do wrong is in their own memory, and nobody else would ask for it."""

from __future__ import annotations

import os
from typing import NoReturn

from ..protocol import extensions
from ..reports import report
from ..snapshots import live
from ..violations import Log
from .saying import Voice


def listen_to_children(log: Log, voice: Voice) -> None:
    """From now on a child that leaves by `os._exit` says what it has to say before."""
    parent, leave = os.getpid(), os._exit

    def leaving(status: int) -> NoReturn:
        if os.getpid() != parent:
            for violation in log.new():
                voice.violation(violation)
            _left_waiting(voice)
        leave(status)

    os._exit = leaving


def _left_waiting(voice: Voice) -> None:
    """References that wait to be released when nobody will do that any more."""
    waiting = sum(extension.pending() for extension in extensions())
    if not waiting:
        return
    places = [f"{each.file}:{each.line}" for each in live() if not each.handle.startswith("Py<Type>")]
    text = f"{waiting} references that a forked child dropped on a detached thread are never released: the child leaves"
    advice = "attach before dropping them, or wait until `owned::pending_releases()` is 0"
    voice.report(report("leak", "medium", "queue", text, dict.fromkeys(places), advice, count=waiting))
