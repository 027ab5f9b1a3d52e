"""The progress bar, drawn by a process of its own: what drawing keeps would be counted in the one that is watched.

`python -m owned_debug.bar` reads lines `WHAT DONE TOTAL` and draws them on stderr; a total of 0 is one nobody knows.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator

Progress = Callable[[int, "int | None"], None]


@contextlib.contextmanager
def bar(what: str) -> Iterator[Progress]:
    """What is to be told of progress. Where stderr is no terminal nothing is drawn."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    drawing = subprocess.Popen([sys.executable, "-m", "owned_debug.bar"], stdin=subprocess.PIPE)
    assert drawing.stdin is not None
    pipe = drawing.stdin.fileno()

    def tell(done: int, total: int | None) -> None:
        with contextlib.suppress(BrokenPipeError):
            os.write(pipe, f"{what} {done} {total or 0}\n".encode())

    try:
        yield tell
    finally:
        drawing.communicate()


def draw() -> None:
    """Draw what stdin says."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=None)
        for line in sys.stdin:
            what, done, total = line.split()
            shown.update(task, description=what, completed=int(done), total=int(total) or None)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        draw()
