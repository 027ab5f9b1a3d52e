"""Exceptions that nobody catches, since they come out of a finalizer or a release: Python prints them and goes on."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator

from ..reports import report
from .lines import of_traceback
from .saying import Voice


class Unraisable:
    """Listens for them, and says each line once."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._said: set[str] = set()

    @contextlib.contextmanager
    def heard(self) -> Iterator[None]:
        """Within, and after it: what the end of the interpreter swallows is heard too."""
        sys.unraisablehook = self._hear
        yield

    def _hear(self, found: sys.UnraisableHookArgs, /) -> None:
        kind = found.exc_type.__name__
        text = f"{kind}: {found.exc_value}" if found.exc_value is not None else kind
        where = found.err_msg or "ignored where nobody could catch it"
        name = getattr(found.object, "__qualname__", None) or type(found.object).__qualname__
        said = f"{text} ({where}, {name})"
        if said not in self._said:
            self._said.add(said)
            self._voice.report(
                report("violation", "high", "swallowed", said, of_traceback(found.exc_traceback),
                       "the exception is lost: catch it in the finalizer, or see why it is raised")
            )  # fmt: skip
