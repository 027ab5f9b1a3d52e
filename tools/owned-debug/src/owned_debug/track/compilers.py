"""The compilers: which are the real ones, whether they can track, and the scripts that stand in for them."""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from typing import NamedTuple

from ..scripts import Usage
from .places import replace


class Compilers(NamedTuple):
    """The scripts that builds are to use."""

    cc: str
    cxx: str | None
    """None where this machine has no compiler of C++."""


def stand_ins(home: str) -> Compilers:
    """Finds the real compilers and writes the scripts into the folder; raises `Usage` where tracking cannot work."""
    if sys.platform == "win32":
        raise Usage(
            "track needs GCC or Clang, for #include_next and a compiler that can be wrapped: MSVC has neither. "
            "Under WSL it works as on Linux."
        )
    if sys.platform != "linux":
        raise Usage(f"track works on Linux alone: what is lost is found in /proc, which {sys.platform} has not")
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        raise Usage("track needs a Python with a GIL: without one, references are counted in two places")
    cc, cxx = real("CC", "cc"), real("CXX", "c++")
    if cc is None:
        raise Usage("track found no C compiler: neither $CC nor the one that built this Python nor cc is there")
    _check(cc)
    # Another compiler has a script of its own: a build that is repeated later calls the one that it began with.
    both = f"{cc}\0{cxx}".encode(errors="surrogateescape")
    folder = os.path.join(home, f"compilers-{hashlib.blake2b(both, digest_size=4).hexdigest()}")
    if re.search(r"\s", folder):
        raise Usage(f"track: {folder} has a space in it, where build systems split: XDG_CACHE_HOME names another")
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise Usage(f"track: {folder} cannot be made: {error.strerror}; XDG_CACHE_HOME names another") from error
    return Compilers(_script(home, folder, "cc", cc), None if cxx is None else _script(home, folder, "c++", cxx))


def real(variable: str, usual: str) -> list[str] | None:
    """The first that is there of: what the environment says, what this Python was built with, the usual name."""
    said = os.environ.get(variable)
    for text in (said,) if said else (sysconfig.get_config_var(variable), usual):
        words = shlex.split(text or "")
        if words and shutil.which(words[0]):
            # Builds call it from folders of their own.
            return [os.path.abspath(words[0]) if os.sep in words[0] else words[0], *words[1:]]
        if said:
            raise Usage(f"track: {words[0]} of ${variable} is not there" if words else f"track: ${variable} is blank")
    return None


def _check(cc: list[str]) -> None:
    shown = shlex.join(cc)
    try:
        done = subprocess.run([*cc, "--version"], capture_output=True, check=False, text=True, errors="replace")
    except OSError as error:
        raise Usage(f"track: the C compiler {shown}: {error.strerror}") from error
    if done.returncode != 0 or not re.search("Free Software Foundation|clang", done.stdout):
        first = (done.stdout or done.stderr).strip().partition("\n")[0]
        raise Usage(f"track needs GCC or Clang; {shown} is neither, it says of itself: {first or 'nothing'}")


def _script(home: str, folder: str, name: str, compiler: list[str]) -> str:
    """Writes the script, which outlives the package: without it the real compiler is called."""
    launch = shlex.quote(os.path.join(os.path.dirname(os.path.abspath(__file__)), "launch.py"))
    real = shlex.join(compiler)
    python = shlex.quote(sys.executable)
    text = f"""#!/bin/sh
# Written by `owned-debug track`. Builds that were tracked call it again when they are repeated.
if [ -x {python} ] && [ -f {launch} ]; then exec {python} -I -S {launch} {shlex.quote(home)} {name} {real} -- "$@"; fi
exec {real} "$@"
"""
    target = os.path.join(folder, name)
    replace(target, text, 0o755)
    return target
