"""Paths taken apart and put together, with names that are new in each call."""

import itertools
from pathlib import Path, PurePosixPath, PureWindowsPath

NUMBERS = itertools.count()
HERE = Path(__file__).resolve().parent


def step():
    number = next(NUMBERS)
    path = PurePosixPath("/srv") / f"user{number}" / "notes.tar.gz"
    assert path.with_suffix("").stem == "notes" and path.relative_to("/srv").parts[0] == f"user{number}"
    assert PureWindowsPath(f"c:/Users/{number}").drive == "c:"
    assert HERE.is_dir() and sum(1 for _ in HERE.glob("path*.py")) >= 1
