"""What is done about functions of C that did something else than was declared.

An extension keeps a list of its violations. It is polled after each `no_leaks`, after each test by the pytest plugin,
and at exit once `on_violation` was called; what is new is then treated by the policy.
"""

from __future__ import annotations

import atexit
import os
import sys
import warnings
from collections.abc import Sequence
from typing import Literal, get_args

from .protocol import Violation, extensions

Policy = Literal["record", "warn", "raise", "abort"]
"""Keep it for `recorded`, warn of it, raise it, or end the process with a core dump."""

POLICIES: tuple[Policy, ...] = get_args(Policy)


class ContractViolation(AssertionError):
    """A function of C did something else than was declared."""

    def __init__(self, violations: Sequence[Violation]) -> None:
        super().__init__("\n".join(map(str, violations)))
        self.violations = tuple(violations)


class ContractWarning(RuntimeWarning):
    """The same, as a warning."""


class Log:
    """Reads what is new since it was last read."""

    def __init__(self, *, from_now: bool = False) -> None:
        self._read: dict[tuple[str, str], int] = {}
        if from_now:
            self.new()

    def new(self) -> list[Violation]:
        """The violations that were not there at the last call."""
        found: list[Violation] = []
        for extension in extensions():
            key = (extension.name, extension.module)
            listed = extension.violations()
            read = self._read.get(key, 0)
            # Fewer than were read: the extension was unloaded and is there anew.
            found += listed[read if read <= len(listed) else 0 :]
            self._read[key] = len(listed)
        return found


recorded: list[Violation] = []
"""Every violation that was polled, whatever the policy."""

_policy: Policy = "warn"
_log = Log()
_at_exit = False


def on_violation(policy: Policy) -> Policy:
    """Set what is done about violations, from now on; returns the former policy. At first it is `warn`.

    From the first call on the process is polled at exit too. An exception that is raised there is printed by Python
    and changes no exit code; `abort` does.
    """
    global _policy, _at_exit
    if policy not in POLICIES:
        raise ValueError(f"policy {policy!r} is none of {', '.join(POLICIES)}")
    if not _at_exit:
        atexit.register(poll)
        _at_exit = True
    former, _policy = _policy, policy
    return former


def poll() -> list[Violation]:
    """Apply the policy to the violations that are new; returns them."""
    found = _log.new()
    recorded.extend(found)
    if found:
        apply(_policy, found)
    return found


def apply(policy: Policy, found: Sequence[Violation]) -> None:
    """Treat these violations by the policy."""
    if policy == "warn":
        for violation in found:
            warnings.warn(str(violation), ContractWarning, stacklevel=3)
    elif policy == "raise":
        raise ContractViolation(found)
    elif policy == "abort":
        for violation in found:
            print(f"owned-debug: {violation}", file=sys.__stderr__, flush=True)
        os.abort()
