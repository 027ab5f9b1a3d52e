"""What `track` says: what is stale before the build, and what became of the files after it."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Sequence

from .manifest import NO_PYTHON, Line
from .stale import Stale

SET_UP = "owned-debug: the build is set up, and nothing was compiled yet: build it by `track` as well"

SHOWN = 10
"""How many of a kind are named."""


def refusal(found: Sequence[Stale]) -> str:
    """Names what was built without tracking, and what to remove."""
    remove = shlex.join(dict.fromkeys(path for each in found for path in each.remove))
    return (
        "owned-debug: an earlier build is in the way, which would be taken for up to date and not be tracked:\n"
        + _listed([f"{each.path} {each.why}" for each in found])
        + f"remove it, then track again:\n    rm -r {remove}"
    )


def summary(lines: Sequence[Line]) -> str:
    """How many files are tracked, and which are not; without those that have nothing to do with Python."""
    tracked = sum(line.state == "tracked" for line in lines)
    text = f"owned-debug: {tracked} file{'' if tracked == 1 else 's'} tracked\n"
    others = [line for line in lines if line.state == "untracked" and line.reason != NO_PYTHON]
    if others:
        text += "not tracked:\n" + _listed([f"{_short(line.source)}: {line.reason}" for line in others])
    broken = [line for line in lines if line.state == "broken"]
    if broken:
        text += "broken, these do not compile without tracking either:\n"
        text += _listed([f"{_short(line.source)}{f': {line.reason}' if line.reason else ''}" for line in broken])
    warnings = [_of(warning) for line in lines for warning in line.warnings]
    if warnings:
        text += "the compiler warns of what may be a wrong reference:\n" + _listed(warnings)
    if tracked:
        text += "next: python -m owned_debug run -m pytest\n"
    return text.rstrip("\n")


def nothing(lines: Sequence[Line], command: Sequence[str]) -> str:
    """Why nothing was tracked though the command succeeded, and what to do about it."""
    if any(line.reason == NO_PYTHON for line in lines):
        return "owned-debug: nothing was tracked: no C file that was compiled includes Python.h"
    if lines:
        return "owned-debug: nothing was tracked: see the reasons above"
    text = "owned-debug: nothing was tracked: the command compiled no C file by the compiler that $CC names"
    tool = next((word for word in map(os.path.basename, command) if re.fullmatch(r"pip[\d.]*|uv", word)), None)
    if tool is not None:
        return text + (
            f"\n{tool} may have found the package installed, or a wheel that is built already: it builds anew with\n"
            "    --force-reinstall --no-deps --no-cache-dir --no-binary NAME"
        )
    return text + "\nit may have been up to date, which a clean build is not, or the build names its compiler itself"


def _listed(texts: Sequence[str]) -> str:
    unique = list(dict.fromkeys(texts))
    more = [f"and {len(unique) - SHOWN} more"] if len(unique) > SHOWN else []
    return "".join(f"    {text}\n" for text in unique[:SHOWN] + more)


def _of(warning: str) -> str:
    path, colon, rest = warning.partition(":")
    return _short(os.path.abspath(path)) + colon + rest


def _short(path: str) -> str:
    """The path as seen from here, where it lies below."""
    near = os.path.relpath(path)
    return path if near.startswith(os.pardir) else near
