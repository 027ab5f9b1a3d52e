"""Whether an operation leaves anything behind, by every count that this interpreter and this build have."""

import ctypes
import gc
import sys
from array import array

import inkface

#: A debug build of CPython: the only one that counts all references.
DEBUG = hasattr(sys, "gettotalrefcount")
#: A build of `inkface` that counts its handles by the line that made them.
LEDGER = hasattr(inkface, "__ledger__")
if LEDGER and inkface.__owned_debug__("level") == "off":
    inkface.__owned_debug__("level", "sites")

ROUNDS = 4


class Leak(AssertionError):
    """Something has grown that should have stayed as it was."""


def _references():
    return sys.gettotalrefcount() if DEBUG else 0


def _handles():
    return dict(inkface.__ledger__()) if LEDGER else {}


def watched():
    """The names of the counts that `flat` compares in this run."""
    names = ["blocks", "live counts"]
    return names + ["references"] * DEBUG + ["handles"] * LEDGER


def flat(operation, times=1000, warmup=100):
    """Repeats the operation; raises `Leak` unless it leaves nothing.

    Handles and the C library's own counts must come out exactly as they were. The interpreter's counts have noise
    (caches, tables that grow in steps), so there the rule is CPython's own: it is a leak if every round grows. A tenth
    of an object for each call is too much even so; of memory blocks, the odd one is nobody's.
    """
    for _ in range(warmup):
        operation()
    _settle()
    handles, live = _handles(), inkface.live_counts()
    # Plain numbers, so that the samples are no objects themselves.
    references, blocks = array("q", [0] * (ROUNDS + 1)), array("q", [0] * (ROUNDS + 1))
    for round in range(ROUNDS + 1):
        if round:
            for _ in range(times // ROUNDS):
                operation()
            _settle()
        references[round], blocks[round] = _references(), sys.getallocatedblocks()
    problems = _grown("references", references, 1, times // 10) + _grown("blocks", blocks, times // 20, times // 10)
    problems += _changed("handles", handles, _handles()) + _changed("live counts", live, inkface.live_counts())
    if problems:
        raise Leak(f"after {times} calls: " + "; ".join(problems))


def _settle():
    gc.collect()
    # The cache of methods keeps the name of each lookup, up to 4,096 strings that nobody else holds.
    ctypes.pythonapi.PyType_ClearCache()


def _grown(what, samples, steady, sudden):
    steps = [after - before for before, after in zip(samples, samples[1:])]
    grown = sum(steps)
    if (min(steps) > 0 and grown >= steady) or grown >= sudden:
        return [f"{what} grew by {', '.join(map(str, steps))}"]
    return []


def _changed(what, before, after):
    changes = {key: after.get(key, 0) - before.get(key, 0) for key in before.keys() | after.keys()}
    changes = {key: change for key, change in changes.items() if change}
    return [f"{what}: {changes}"] if changes else []


def raised(kind, operation, *arguments):
    """The message of the exception, which must be of exactly this type. Keeps no traceback, unlike pytest's."""
    try:
        operation(*arguments)
    except kind as error:
        assert type(error) is kind, repr(error)
        return str(error)
    raise AssertionError(f"{operation!r} did not raise {kind.__name__}")
