"""Shell patterns are translated to regular ones and kept; there are ten of them."""

import fnmatch
import itertools

PATTERNS = itertools.cycle(
    [f"*.{ending}" for ending in ("c", "h", "py", "rs", "md", "txt", "toml", "svg", "png", "sh")]
)
FILES = ["main.c", "main.h", "lib.rs", "setup.py", "notes.md", "a.txt", "b.toml", "c.svg", "d.png", "e.sh"]


def step():
    assert len(fnmatch.filter(FILES, next(PATTERNS))) == 1
