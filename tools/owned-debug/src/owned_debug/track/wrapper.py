"""The compiler as tracked builds see it: the real one, which is told where our `Python.h` is.

What is no compilation, or compiles nothing that is to be tracked, reaches the real compiler as it came. A file that
does not compile with tracking is compiled without: no build fails because it is tracked.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence

from . import manifest
from .arguments import Command, Language, Source, parse
from .manifest import Line, State
from .places import BUILD, last_build
from .sources import is_probe, why_not, with_include


def main(arguments: Sequence[str]) -> int:
    """`HOME cc|c++ COMPILER… -- ARGUMENTS…`: compiles as told; returns the compiler's exit code."""
    split = list(arguments).index("--")
    home, name, *compiler = arguments[:split]
    rest = list(arguments[split + 1 :])
    driver: Language = "c++" if name == "c++" else "c"
    command = parse(driver, rest)
    if not command.sources or any(is_probe(source) for source in command.sources):
        code = _run([*compiler, *rest])
        if code == 0 and command.output is not None:
            manifest.built(home, command.output)
        return code
    if not command.alone or len(command.sources) == 1:
        return Compilation(home, compiler, command, command.sources).run(rest)
    # Each gets a command of its own: one of them may be tracked where another is not.
    common = command.without(command.sources)
    codes = [
        Compilation(home, compiler, command, [source]).run([*common, "-x", source.language, source.path])
        for source in command.sources
    ]
    return next((code for code in codes if code != 0), 0)


_OF = (b"return-type", b"uninitialized", b"int-conversion", b"incompatible-pointer-types")
_ASKED = [f"-W{each.decode()}" for each in _OF] + [f"-Wno-error={each.decode()}" for each in _OF]
"""Warnings that mean a wrong object here, whatever the build asks for: a function that returns none, for one."""


class Compilation:
    """The compilation of sources that are compiled by one command."""

    def __init__(self, home: str, compiler: Sequence[str], command: Command, sources: Sequence[Source]) -> None:
        self.home, self.compiler, self.command, self.sources = home, compiler, command, sources
        # Where several are compiled by a command that also links them, all are tracked or none is.
        self.reasons = [why_not(compiler, command, source) for source in sources]
        against = next((each for each in self.reasons if each not in (None, manifest.NO_PYTHON)), None)
        if against is not None:
            self.reasons = [each or f"compiled by one command with others: {against}" for each in self.reasons]

    def run(self, arguments: Sequence[str]) -> int:
        """Calls the compiler, and notes what became of each source; returns the exit code."""
        error = None
        if None in self.reasons:
            command = [*with_include(self.compiler), *arguments, *_ASKED]
            tracked = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
            if tracked.returncode == 0:
                _write(1, tracked.stdout)
                _write(2, tracked.stderr)
                self._note(0, warnings=_warnings(tracked.stderr))
                return 0
            error = _first_error(tracked.stderr)
            self.reasons = [each or f"does not compile when tracked: {error}" for each in self.reasons]
        code = _run([*self.compiler, *arguments])
        self._note(code, error)
        return code

    def _note(self, code: int, error: str | None = None, warnings: Sequence[str] = ()) -> None:
        # A build that is repeated without `track`, as editable installs do, adds to what was tracked last.
        folder = os.environ.get(BUILD) or last_build(self.home)
        for source, reason in zip(self.sources, self.reasons):
            output = self.command.output_of(source)
            if code == 0:
                manifest.built(self.home, output)
                state: State = "untracked" if reason else "tracked"
            else:
                state, reason = "broken", error
            if folder is not None:
                own = list(warnings) if state == "tracked" else []
                manifest.add(folder, Line(os.path.abspath(source.path), output, state, reason, own))


def _warnings(output: bytes) -> list[str]:
    """Each once, as `file:line: what`."""
    found = re.findall(rb"^(\S.*?:\d+):(?:\d+:)? warning: (.*) \[-W(?:%s)\]$" % b"|".join(_OF), output, re.MULTILINE)
    return list(
        dict.fromkeys(f"{where.decode(errors='replace')}: {what.decode(errors='replace')}" for where, what in found)
    )


def _first_error(output: bytes) -> str:
    lines = [line.strip() for line in output.decode(errors="replace").splitlines() if line.strip()]
    errors = (line for line in lines if re.search(r"\berror\b|undefined reference", line))
    return next(errors, lines[0] if lines else "the compiler gave no message")


def _run(command: Sequence[str]) -> int:
    try:
        code = subprocess.run(command, check=False).returncode
    except OSError as error:
        print(f"owned-debug: the compiler {command[0]}: {error.strerror}", file=sys.stderr)
        return 127
    return 128 - code if code < 0 else code


def _write(descriptor: int, output: bytes) -> None:
    while output:
        output = output[os.write(descriptor, output) :]
