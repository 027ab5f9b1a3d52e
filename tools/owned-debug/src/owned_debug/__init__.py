"""Finds leaked handles of extension modules that were built with Owned, and leaks of those that were not.

>>> with owned_debug.no_leaks():
...     work()
>>> print(owned_debug.hunt(work))

(PYTEST_DONT_REWRITE: it may be loaded before pytest, which would say so.)
"""

from .auditing import GcAudit, audit_gc
from .checkpoints import Checkpoint, Checkpoints, Watch, checkpoint, checkpoints, unwatch, watch, watched
from .cycle_search import Cycle, cycles
from .differences import Diff, diff
from .explaining import Explanation, Holder, explain
from .guards import HandleLeak, NothingCounted, no_leaks
from .hunting import hunt
from .lives import Death
from .protocol import Extension, Handle, Level, ProtocolError, Violation, extensions
from .snapshots import Count, Site, Snapshot, enable, live, snapshot
from .sweeping import Leftover, Sweep, SweepUnavailable, sweep_failures
from .verdicts import Finding, Verdicts
from .violations import ContractViolation, ContractWarning, Policy, on_violation, poll, recorded

__all__ = [
    "Checkpoint",
    "Checkpoints",
    "ContractViolation",
    "ContractWarning",
    "Count",
    "Cycle",
    "Death",
    "Diff",
    "Explanation",
    "Extension",
    "Finding",
    "GcAudit",
    "Handle",
    "HandleLeak",
    "Holder",
    "Leftover",
    "Level",
    "NothingCounted",
    "Policy",
    "ProtocolError",
    "Site",
    "Snapshot",
    "Sweep",
    "SweepUnavailable",
    "Verdicts",
    "Violation",
    "Watch",
    "audit_gc",
    "checkpoint",
    "checkpoints",
    "cycles",
    "diff",
    "enable",
    "explain",
    "extensions",
    "hunt",
    "live",
    "no_leaks",
    "on_violation",
    "poll",
    "recorded",
    "snapshot",
    "sweep_failures",
    "unwatch",
    "watch",
    "watched",
]
