"""What the process of a look tells the one that started it: a line of JSON for each thing, written at once."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ..protocol import Violation
from ..reports import Report, of_violation

NULL_ADVICE = "a function that returns NULL sets an exception, and one that sets one returns NULL"


class Voice:
    """Writes to the file that the starting process reads. It goes on working in forked processes."""

    def __init__(self, path: str) -> None:
        self._descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def report(self, found: Report) -> None:
        """Something was found."""
        self._write({"report": found.to_json()})

    def violation(self, found: Violation) -> None:
        """An extension has recorded a violation."""
        self.report(of_violation(found))

    def note(self, text: str) -> None:
        """Something that the reader of the report may want to know: that the look could not be made, say."""
        self._write({"note": text})

    def failed(self, text: str) -> None:
        """The script raised."""
        self._write({"failed": text})

    def watched(self, number: int, text: str, where: str) -> None:
        """An object is to be freed before the interpreter has ended."""
        self._write({"watched": number, "text": text, "where": where})

    def gone(self, number: int, write: Callable[[int, bytes], int] = os.write) -> None:
        """It is freed. Nothing is asked of modules here: they may be gone themselves."""
        write(self._descriptor, b'{"gone": %d}\n' % number)

    def done(self) -> None:
        """The look has come to its end; what follows is the end of the interpreter."""
        self._write({"done": True})

    def _write(self, value: dict[str, Any]) -> None:
        os.write(self._descriptor, (json.dumps(value) + "\n").encode())


def heard(path: Path) -> Iterator[dict[str, Any]]:
    """What was said, as far as it was said in full."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            continue
