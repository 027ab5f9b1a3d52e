"""A block of code that must leave no handle behind."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Set
from contextlib import AbstractContextManager, ContextDecorator
from types import ModuleType, TracebackType

from . import violations
from .allowing import Allow
from .differences import Diff, diff, table
from .snapshots import Site, Snapshot, awake, new_handles, serials, settle, snapshot


class HandleLeak(AssertionError):
    """More handles live than before."""

    def __init__(self, leaked: dict[Site, int], change: Diff, text: str = "") -> None:
        super().__init__(text or describe(leaked, change))
        self.leaked = leaked
        """The sites that grew and were not allowed to, and by how much."""
        self.diff = change
        """Everything that changed."""


class NothingCounted(UserWarning):
    """A check passed because nothing was counted."""


class no_leaks(ContextDecorator):
    """Within it, as many handles must be released as are made.

    >>> with no_leaks():
    ...     work()

    Extensions that are asleep count meanwhile. Garbage is collected before and after. `allow` says what may grow
    (`owned_debug.allowing`). If the block raises, that exception goes on and a leak is added to it as a note: the
    frames of its traceback keep their locals alive, so that what they hold is counted as well. It works as a
    decorator too.
    """

    def __init__(self, allow: Allow = None, modules: Iterable[ModuleType | str] | None = None) -> None:
        self._allow = allow
        self._modules = None if modules is None else list(modules)
        self._before: list[tuple[Snapshot, set[tuple[str, int]]]] = []
        self._awake: list[AbstractContextManager[None]] = []

    def __enter__(self) -> no_leaks:
        self._awake.append(awake(self._modules))
        self._awake[-1].__enter__()
        settle()
        self._before.append((snapshot(self._modules), serials(self._modules)))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        settle()
        after = snapshot(self._modules)
        self._awake.pop().__exit__(None, None, None)
        before, known = self._before.pop()
        change = diff(before, after)
        leaked = change.leaked(self._allow)
        text = describe(leaked, change, known)
        if error is not None:
            if leaked:
                error.add_note(f"{text}\n(what the frames of this traceback still hold is among them)")
            _note_violations(error)
            return
        if leaked:
            leak = HandleLeak(leaked, change, text)
            _note_violations(leak)
            raise leak
        violations.poll()
        if not after.counting:
            warnings.warn(_why_nothing(after), NothingCounted, stacklevel=2)


def describe(leaked: dict[Site, int], change: Diff, known: Set[tuple[str, int]] = frozenset()) -> str:
    """The leak in words: a heading, a line for each site, and the lines of Python, where handles have them.

    `known` are the `serials` of before, which are not to be listed.
    """
    count = sum(leaked.values())
    rows: list[str] = []
    for site, more in sorted(leaked.items(), key=lambda row: (-row[1], row[0])):
        rows += table({site: change.sites[site]._replace(live=more)})
        rows += [f"         held since {handle.place}" for handle in new_handles(site, known)[:5]]
    if change.pending:
        rows.append(f"{change.pending} references wait to be released: some of this may go by itself")
    return "\n".join([f"{count} handle{'s' if count != 1 else ''} more than before:", *rows])


def _note_violations(error: BaseException) -> None:
    """Poll without hiding `error`: what the policy raises becomes a note of it."""
    try:
        violations.poll()
    except (violations.ContractViolation, violations.ContractWarning) as violation:
        error.add_note(f"and contracts were violated:\n{violation}")


def _why_nothing(after: Snapshot) -> str:
    if after.levels:
        return f"no handles were counted: {', '.join(sorted(after.levels))} was imported within, and is at level 'off'"
    return "no handles were counted: no loaded module was built with the feature `ledger`"
