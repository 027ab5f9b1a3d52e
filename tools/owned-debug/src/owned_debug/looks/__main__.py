"""The process of one look: `python -m owned_debug.looks LOOK SCRIPT FILE [ARGUMENTS]`; FILE is told what it finds."""

from __future__ import annotations

import faulthandler
import os
import sys
import traceback
from collections.abc import Callable
from typing import NoReturn

from ..scripts import Imports, ScriptFailed
from ..violations import Log
from . import collector, exports, failures, freed, growth, leaving, memory, references
from .saying import Voice
from .watching import Unraisable
from .work import Subject

LOOKS: dict[str, Callable[[Subject, Voice], None]] = {
    "growth": growth.look,
    "references": references.look,
    "collector": collector.look,
    "exports": exports.look,
    "memory": memory.look,
    "freed": freed.look,
    "exit": leaving.look,
    "failures": failures.look,
}


def main() -> int:
    """Make one look; the exit code is 0 unless the script failed."""
    name, script, path, *arguments = sys.argv[1:]
    faulthandler.enable()
    voice = Voice(path)
    log = Log(from_now=True)
    # A forked child of the script has violations of its own, and nobody else would ask for them.
    _told_by_children(log, voice)
    swallowed = Unraisable(voice)
    imports = Imports("frames")
    code = 0
    with imports.watched(), swallowed.heard():
        try:
            subject = Subject(script, arguments)
            LOOKS[name](subject, voice)
        except ScriptFailed as error:
            voice.failed("".join(traceback.format_exception(error.__cause__ or error)))
            code = 1
    for violation in log.new():
        voice.violation(violation)
    voice.done()
    return code


def _told_by_children(log: Log, voice: Voice) -> None:
    parent, leave = os.getpid(), os._exit

    def leaving(status: int) -> NoReturn:
        if os.getpid() != parent:
            for violation in log.new():
                voice.violation(violation)
        leave(status)

    os._exit = leaving


if __name__ == "__main__":
    sys.exit(main())
