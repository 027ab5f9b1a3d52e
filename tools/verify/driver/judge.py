"""Compares what calls did to references with what the contract says.

A single odd reading proves nothing (a cache may have been filled), so a complaint counts only if it comes back in every
one of several runs.
"""

import gc
import sys
from array import array

import owned_verify_cases as cases
from calls import RESULT, finish, run

AGAIN = 3
CYCLES = 4


class Verdict:
    """What is known of a function so far."""

    def __init__(self):
        self.measured = set()  # positions seen on success, with an object whose count moves
        self.immortal = set()  # positions where only objects that never die were seen
        self.kept = set()  # parameters that were seen to be kept
        self.succeeded = self.failed = self.swallowed = 0
        self.ran = False
        self.errors = set()
        self.complaints = []
        self.faults = []  # of CPython's own, which the probes know of
        self.notes = []


def argument(verdict, probe, position, sole, deny=-1):
    """One argument of one probe. Returns whether the call failed, and how many allocations were denied."""
    function, (at, item) = probe.function, position
    param = function.params[at]
    complaints = []
    for turn in range(AGAIN):
        base = run(probe, position, fire=False)
        finish(1)
        shown = run(probe, position, deny=deny)
        failed, report = shown.outcome.failed, shown.report
        change = next(((change, forever) for a, i, change, forever in shown.settled if (a, i) == position), None)
        early = next((change for a, i, change, _ in report["changes"] if (a, i) == position), 0)
        forever = change is not None and change[1]
        # What holds the argument and is itself held by it alone (a cycle) is of no interest.
        drift = (shown.final - shown.seen) - (base.final - base.seen)
        wanted = function.drift(param, failed)
        complaints = list(shown.outcome.complaints)
        measurable = not forever and not (at in sole and param["letter"] == "R")
        lasts = function.lasts and drift > wanted
        if measurable and drift != wanted and not lasts:
            complaints.append(describe_drift(param, failed, drift, wanted))
        kept = change is not None and change[0] > 0
        if measurable and not failed and param["rule"] == "borrow" and kept and not lasts:
            complaints.append("`%s` is said to be borrowed, but is kept" % param["name"])
        # The guard, and the caller's reference if the callee left it.
        finish(1 if measurable and drift == 0 and wanted == 0 else 0)
        if not complaints:
            break
    note_call(verdict, probe, report, failed, deny, complaints)
    if not complaints and not failed:
        if measurable:
            verdict.measured.add(param["name"])
            if kept or early > 0:
                verdict.kept.add(param["name"])
        elif forever:
            verdict.immortal.add(param["name"])
    return failed, report["denied"]


def describe_drift(param, failed, drift, wanted):
    when = "on failure" if failed else "on success"
    said = param["rule"]
    if wanted == 0 and drift == -1:
        what = "is stolen"
    elif wanted == -1 and drift == 0:
        what = "is not stolen"
    else:
        what = "has a count off by %+d" % (drift - wanted)
    return "`%s` is said to be `%s`, but %s %s" % (param["name"], said, what, when)


def received(verdict, probe, receiver):
    """The result, or what an `out` got: is it the caller's?"""
    function = probe.function
    name, declared = "result", function.result
    if receiver != RESULT:
        declared = function.params[receiver]
        name = declared["name"]
    new = declared["rule"] in ("new", "out new", "replace")
    for turn in range(AGAIN):
        found = whose(probe, receiver, new)
        complaints = list(found.outcome.complaints)
        if found.owned is not None and found.owned != new:
            complaints.append("the %s is said to be %s, but is %s" % (name, *(("new", "borrowed")[:: 1 if new else -1])))
        if not complaints:
            break
    if found.immortal:
        verdict.immortal.add(name)
    elif found.there and found.owned is None:
        verdict.notes.append("%s: cannot tell whose the %s is" % (probe, name))
    elif found.there and not complaints:
        verdict.measured.add(name)
    note_call(verdict, probe, found.report, found.outcome.failed, -1, complaints)


class Whose:
    """Whether a reference is the caller's: 1, 0, or None where that cannot be told."""

    def __init__(self, report, outcome):
        self.report, self.outcome = report, outcome
        self.there = self.immortal = False
        self.owned = None


def whose(probe, receiver, new):
    first = run(probe, receiver=receiver)
    found = Whose(first.report, first.outcome)
    address, found.immortal = look(first.report, receiver)
    if address is None or found.immortal or (found.outcome.failed and receiver != RESULT):
        finish()
        return found
    found.there = True
    # All else of the probe is gone: what is left is what the caller owns, and what others hold.
    found.owned = first.final - first.seen
    # We do not let go of it: an address that comes back is then the same object, and its count can be compared.
    cases.finish(-1)
    second = run(probe, receiver=receiver, old=address)
    if look(second.report, receiver)[0] == address:
        found.owned = second.report["old"]
    finish(1 if new and found.owned == 1 else 0)
    if found.owned != new and "s" not in probe.function.rules(False):
        # Somebody may hold it whom we do not see (the thread, the interpreter): then a second call gives the same.
        growth = run(probe, receiver=receiver, twice=True).report["growth"]
        cases.finish(-1)
        found.owned = growth if growth in (0, 1) else found.owned
    if found.owned not in (0, 1):
        found.owned = None
    return found


def look(report, receiver):
    """The address of what was received, and whether it never dies."""
    return (report["object"] if receiver == RESULT else report["cells"][receiver]) or (None, False)


def plain(verdict, probe, deny=-1):
    """A call of which no single object is looked at."""
    shown = run(probe, deny=deny)
    finish()
    note_call(verdict, probe, shown.report, shown.outcome.failed, deny, shown.outcome.complaints)
    return shown.outcome.failed, shown.report["denied"]


def note_call(verdict, probe, report, failed, deny, complaints):
    where = str(probe) if deny < 0 else "%s, without memory from allocation %d on" % (probe, deny)
    if report["frames"] and deny < 0:
        verdict.ran = True
        if not probe.function.runs:
            complaints = complaints + ["it is said to be quiet, but it ran Python code"]
    into = verdict.faults if deny >= 0 and probe.function.fault else verdict.complaints
    into.extend("%s: %s" % (where, complaint) for complaint in complaints)
    if not complaints:
        verdict.failed += failed
        verdict.succeeded += not failed
        if failed:
            verdict.errors.add(report["error"])


def total():
    """What must not grow: references in a debug build, else blocks of memory."""
    return sys.gettotalrefcount() if hasattr(sys, "gettotalrefcount") else sys.getallocatedblocks()


def leaks(probe):
    """How many references, or blocks, are left over by each call; 0 if it is not so in each of several rounds."""
    for turn in range(AGAIN):
        left = left_over(probe)
        if not left:
            break
    return left


def left_over(probe):
    """One round of `leaks`; 0 if it is not the same for each call."""
    grown = array("q", [0] * (2 * CYCLES))
    for fire in (False, True):
        for cycle in range(-1, CYCLES):
            before = total()
            run(probe, fire=fire)
            finish()
            gc.collect()
            if cycle >= 0:
                grown[fire * CYCLES + cycle] = total() - before
    least = min(grown[CYCLES:]) - max(grown[:CYCLES])
    most = max(grown[CYCLES:]) - min(grown[:CYCLES])
    return least if least > 0 else most if most < 0 else 0
