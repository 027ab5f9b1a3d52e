"""Whether an operation leaves anything behind, by every count that this interpreter and this build have."""

import ctypes
import gc
import sys
from array import array

import owned_sqlite

#: A debug build of CPython: the only one that counts all references.
DEBUG = hasattr(sys, "gettotalrefcount")
#: A build of the module that counts its handles by the line that made them.
LEDGER = hasattr(owned_sqlite, "__ledger__")
if LEDGER and owned_sqlite.__owned_debug__("level") == "off":
    owned_sqlite.__owned_debug__("level", "sites")

ROUNDS = 4


class Leak(AssertionError):
    """Something has grown that should have stayed as it was."""


def references():
    return sys.gettotalrefcount() if DEBUG else 0


def handles():
    return dict(owned_sqlite.__ledger__()) if LEDGER else {}


def flat(operation, times=400, warmup=50):
    """Repeats the operation; raises `Leak` unless it leaves nothing.

    Handles must come out exactly as they were. The interpreter's counts have noise (caches, tables that grow in steps),
    so there the rule is CPython's own: it is a leak if every round grows. A tenth of an object for each call is too much
    even so.
    """
    for _ in range(warmup):
        operation()
    settle()
    before = handles()
    # Plain numbers, so that the samples are no objects themselves.
    counted, blocks = array("q", [0] * (ROUNDS + 1)), array("q", [0] * (ROUNDS + 1))
    for round in range(ROUNDS + 1):
        if round:
            for _ in range(times // ROUNDS):
                operation()
            settle()
        counted[round], blocks[round] = references(), sys.getallocatedblocks()
    problems = _grown("references", counted, 1, times // 10) + _grown("blocks", blocks, times // 20, times // 10)
    after = handles()
    changes = {key: after.get(key, 0) - before.get(key, 0) for key in before.keys() | after.keys()}
    if any(changes.values()):
        problems.append(f"handles: { {key: change for key, change in changes.items() if change} }")
    if problems:
        raise Leak(f"after {times} calls: " + "; ".join(problems))


def settle():
    gc.collect()
    # The cache of methods keeps the name of each lookup, up to 4,096 strings that nobody else holds.
    ctypes.pythonapi.PyType_ClearCache()


def _grown(what, samples, steady, sudden):
    steps = [after - before for before, after in zip(samples, samples[1:])]
    grown = sum(steps)
    if (min(steps) > 0 and grown >= steady) or grown >= sudden:
        return [f"{what} grew by {', '.join(map(str, steps))}"]
    return []


def raised(kind, operation, *arguments, **more):
    """The message of the exception, which must be of exactly this type. Keeps no traceback, unlike pytest's."""
    try:
        operation(*arguments, **more)
    except kind as error:
        assert type(error) is kind, repr(error)
        return str(error)
    raise AssertionError(f"{operation!r} did not raise {kind.__name__}")
