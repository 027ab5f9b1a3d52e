"""The command `track -- COMMAND…`: runs a build whose C compiler tracks."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from ..scripts import Usage
from . import compiling, manifest, places, stale, telling
from .compilers import Compilers, stand_ins

NOTHING_TRACKED, STALE = 5, 6
"""Exit codes, beside those of the other commands; any other is the build's own."""


def track(arguments: Sequence[str]) -> int:
    """Runs the build, tracked; returns its exit code, unless that says too little."""
    command = list(arguments[1:] if arguments[:1] == ["--"] else arguments)
    if not command:
        raise Usage("track needs the command that builds, as in: track -- pip install .")
    if places.BUILD in os.environ:
        raise Usage("track runs inside of another track, which tracks this build already")
    home = places.home()
    compilers = stand_ins(home)
    found = stale.find(home, stale.projects(command))
    if found:
        print(telling.refusal(found), file=sys.stderr)
        return STALE
    compiling.prepare()
    folder = places.new_build(home)
    try:
        code = subprocess.run(command, env=_environment(compilers, folder), check=False).returncode
    except OSError as error:
        raise Usage(f"track: {command[0]}: {error.strerror}") from error
    except KeyboardInterrupt:
        return 130
    lines = manifest.read(folder)
    tracked = any(line.state == "tracked" for line in lines)
    if tracked:
        places.set_last_build(home, folder)
    if lines:
        print(telling.summary(lines), file=sys.stderr)
    if code != 0:
        # As a shell has it where a signal ended the build.
        return 128 - code if code < 0 else code
    if not lines and _sets_up(command):
        print(telling.SET_UP, file=sys.stderr)
        return 0
    if not tracked:
        print(telling.nothing(lines, command), file=sys.stderr)
        return NOTHING_TRACKED
    return 0


def _sets_up(command: Sequence[str]) -> bool:
    """Whether the command only prepares a build, of which the compiler is kept for when it is built."""
    tool = os.path.basename(command[0])
    is_cmake = tool == "cmake" and not {"--build", "--install"}.intersection(command)
    return is_cmake or tool == "configure" or (tool == "meson" and command[1:2] == ["setup"])


def _environment(compilers: Compilers, folder: str) -> dict[str, str]:
    environment = {**os.environ, places.BUILD: folder, "CC": compilers.cc}
    if compilers.cxx is not None:
        environment["CXX"] = compilers.cxx
    # No cache answers in the compiler's place, and none keeps a wheel that is tracked for those who do not ask for it.
    return environment | {"CCACHE_DISABLE": "1", "PIP_NO_CACHE_DIR": "1", "UV_NO_CACHE": "1"}
