"""What earlier builds have left that were not tracked: a build takes it for up to date, and tracks nothing of it."""

from __future__ import annotations

import itertools
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .manifest import digest, known
from .places import cache

ANY_MARK = b"owned-track ABI "
MARK = ANY_MARK + b"2\0"
"""What our `Python.h` leaves in each file that was compiled with it. The ledger does not hear another number."""

NOT_BUILT = frozenset((".git", ".hg", ".svn", ".tox", ".nox", "__pycache__", "node_modules", "site-packages"))
"""Folders in which no build of C leaves anything."""

NOT_BUILT_WITH = frozenset(("pyvenv.cfg", ".rustc_info.json"))
"""Files that tell such a folder: an environment of Python, what cargo has built."""

ELSEWHERE = frozenset(
    "--target -t --prefix --root --python --wheel-dir -w --dest -d --outdir -o --find-links -f --cache-dir".split()
)
"""Options of builds whose value is a folder that is not the project's."""


class Stale(NamedTuple):
    """Something that was built, or set up, without tracking."""

    path: str
    remove: tuple[str, ...]
    """What to remove: the file, or the folder of the build that it lies in. Never what may hold sources."""
    why: str


def projects(command: Sequence[str]) -> list[str]:
    """The folders that the command works on: those that it names, else the current one."""
    words = [word for before, word in itertools.pairwise(command) if before not in ELSEWHERE]
    named = [re.sub(r"\[[\w\s,.-]*\]$", "", word) for word in words]
    return [folder for folder in named if os.path.isdir(folder)] or ["."]


def find(home: str, folders: Sequence[str]) -> list[Stale]:
    """All that is stale in these folders."""
    tracked = known(home)
    found = (stale for folder in folders for stale in _below(folder, tracked))
    return list({os.path.abspath(stale.path): stale for stale in found}.values())


def _below(project: str, tracked: set[str]) -> Iterator[Stale]:
    for folder, names, files in os.walk(project):
        if not NOT_BUILT_WITH.isdisjoint(files):
            names.clear()
            continue
        names[:] = sorted(name for name in names if name not in NOT_BUILT)
        compilers = _of_cmake(folder, files) or _of_meson(folder, names)
        foreign = [compiler for compiler in compilers if not _is_ours(compiler)]
        if foreign:
            where = os.path.normpath(folder) if os.path.normpath(folder) != "." else os.getcwd()
            is_source = "CMakeLists.txt" in files
            cmakes = tuple(os.path.join(where, name) for name in ("CMakeCache.txt", "CMakeFiles"))
            yield Stale(where, cmakes if is_source else (where,), f"was set up to compile with {foreign[0]}")
            names.clear()
            continue
        for name in sorted(files):
            path = os.path.normpath(os.path.join(folder, name))
            is_built = name.endswith((".o", ".so")) and os.path.isfile(path)
            if is_built and not _is_of_another(path) and not _is_tracked(path, tracked):
                yield Stale(path, (_to_remove(project, path),), "was compiled without tracking")


def _is_tracked(path: str, tracked: set[str]) -> bool:
    """Whether the file was built while tracking, or has nothing to do with Python's API."""
    with open(path, "rb") as file:
        content = file.read()
    about = rb"PyInit_" if path.endswith(".so") else rb"\0_{0,2}Py[A-Z_]"
    if ANY_MARK in content:
        return MARK in content
    return not re.search(about, content) or digest(path) in tracked


def _is_of_another(path: str) -> bool:
    """Whether the file, or a folder on the way, says that it is of another version of Python."""
    versions = re.findall(r"\bcp(?:ython-)?(3\d+)\b", path)
    return bool(versions) and "".join(map(str, sys.version_info[:2])) not in versions


def _of_cmake(folder: str, files: Sequence[str]) -> list[str]:
    """The compilers that CMake has set the folder up for; it does not ask the environment again."""
    if "CMakeCache.txt" not in files:
        return []
    with open(os.path.join(folder, "CMakeCache.txt"), encoding="utf-8", errors="surrogateescape") as file:
        return re.findall(r"^CMAKE_C(?:XX)?_COMPILER:\w+=(.+)$", file.read(), re.MULTILINE)


def _of_meson(folder: str, names: Sequence[str]) -> list[str]:
    """The same for Meson."""
    if "meson-private" not in names:
        return []
    try:
        with open(os.path.join(folder, "meson-info", "intro-compilers.json"), encoding="utf-8") as file:
            compilers = json.load(file).get("host", {})
    except (OSError, ValueError):
        return []
    return [compilers[language]["exelist"][0] for language in ("c", "cpp") if language in compilers]


def _is_ours(compiler: str) -> bool:
    return os.path.abspath(compiler).startswith(cache() + os.sep) and os.path.exists(compiler)


def _to_remove(project: str, path: str) -> str:
    """The folder that setuptools or scikit-build has made for the file, else the file."""
    made = re.match(r"build/(?:temp|lib)\.[^/]+(?=/)|_skbuild(?=/)", os.path.relpath(path, project))
    return os.path.normpath(os.path.join(project, made[0])) if made else path
