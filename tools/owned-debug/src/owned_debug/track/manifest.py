"""What became of each source file of a build: a line of JSON for each, written by many compilers at once.

Beside the manifests, in the folder of the Python, the digests of all files that were built while tracking: what a later
build finds in its folders and in this list was not built without.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from typing import Literal, NamedTuple

State = Literal["tracked", "untracked", "broken"]

NO_PYTHON = "no Python.h"
"""The reason of a file that has nothing to track, which is as it should be."""


class Line(NamedTuple):
    """One source file, each path absolute."""

    source: str
    output: str
    state: State
    reason: str | None = None
    """Why it is untracked; of a broken one, the first error."""
    warnings: Sequence[str] = ()
    """What the compiler says of a tracked file that means a wrong reference."""


def add(folder: str, line: Line) -> None:
    """Append the line to the manifest of the build."""
    text = json.dumps(line._asdict()) + "\n"
    _append(os.path.join(folder, "manifest.jsonl"), text.encode())


def read(folder: str) -> list[Line]:
    """The lines of the build's manifest; a file that was built again counts as it was built last."""
    lines: dict[tuple[str, str], Line] = {}
    try:
        with open(os.path.join(folder, "manifest.jsonl"), encoding="utf-8") as file:
            for text in file:
                line = Line(**json.loads(text))
                lines[line.source, line.output] = line
    except FileNotFoundError:
        pass
    return list(lines.values())


def built(home: str, output: str) -> None:
    """Note that this file was built while tracking."""
    found = digest(output)
    if found is not None:
        _append(_digests(home), f"{found}\n".encode())


def known(home: str) -> set[str]:
    """The digests of all files that were built while tracking, by the Python of this folder."""
    try:
        with open(_digests(home), encoding="ascii") as file:
            return set(file.read().split())
    except FileNotFoundError:
        return set()


def digest(path: str) -> str | None:
    """What tells the file from others; None for what is no file, such as `/dev/null`."""
    if not os.path.isfile(path):
        return None
    with open(path, "rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def _digests(home: str) -> str:
    return os.path.join(home, "built")


def _append(path: str, line: bytes) -> None:
    """One write, at the end: lines of compilers that run at the same time do not mix."""
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    try:
        os.write(file, line)
    finally:
        os.close(file)
