"""The lines of source around a place that a record names, of Rust or of Python."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

_AROUND = 3
_LONGEST = 200


def excerpts(places: Iterable[tuple[str, int]]) -> dict[str, dict[str, Any]]:
    """By `file:line`: where the file was found and its lines around; `found` is None where it was not."""
    return {f"{file}:{line}": _excerpt(file, line) for file, line in dict.fromkeys(places)}


def _excerpt(file: str, line: int) -> dict[str, Any]:
    path = _find(Path(file))
    if path is None:
        return {"line": line, "found": None, "lines": []}
    text = path.read_text(encoding="utf-8", errors="replace").splitlines()
    first = max(line - _AROUND, 1)
    shown = text[first - 1 : line + _AROUND]
    lines = [[first + index, each[:_LONGEST]] for index, each in enumerate(shown)]
    return {"line": line, "found": str(path), "lines": lines}


def _find(path: Path) -> Path | None:
    """The file as it is named; a relative name is looked for here and in the folders above, as a workspace has it."""
    here = Path.cwd()
    candidates = [path] if path.is_absolute() else [folder / path for folder in (here, *here.parents)]
    return next((each for each in candidates if each.is_file()), None)
