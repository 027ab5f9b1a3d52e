"""The process of one look: `python -m owned_debug.looks LOOK SCRIPT FILE [ARGUMENTS]`; FILE is told what it finds."""

from __future__ import annotations

import faulthandler
import sys
import traceback
from collections.abc import Callable

from ..scripts import Imports, ScriptFailed
from ..violations import Log
from . import collector, exports, failures, freed, growth, leaving, memory, references
from .children import listen_to_children
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


NATIVE = ("references", "collector", "exports", "memory", "failures")
"""What only an extension can do wrong. What Python itself does is not the script's to answer for."""


def main() -> int:
    """Make one look; the exit code is 0 unless the script failed."""
    name, script, path, *arguments = sys.argv[1:]
    faulthandler.enable()
    voice = Voice(path)
    log = Log(from_now=True)
    # A forked child of the script has violations of its own, and nobody else would ask for them.
    listen_to_children(log, voice)
    swallowed = Unraisable(voice)
    imports = Imports("frames")
    code = 0
    with imports.watched(), swallowed.heard():
        try:
            subject = Subject(script, arguments)
            imports.note()
            if name in NATIVE and not subject.has_native_code():
                voice.note("no extension of the script's own is loaded")
            else:
                LOOKS[name](subject, voice)
        except ScriptFailed as error:
            voice.failed("".join(traceback.format_exception(error.__cause__ or error)))
            code = 1
    for violation in log.new():
        voice.violation(violation)
    voice.done()
    return code


if __name__ == "__main__":
    sys.exit(main())
