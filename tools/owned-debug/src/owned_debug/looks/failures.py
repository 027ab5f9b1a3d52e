"""What native functions leave behind, or whether they crash, when an allocation in them fails.

Only allocations inside calls of the extension's own functions fail, one in each run. The call is then made again, and
comes through, so that the script goes on as if nothing had been: what is left was left by the function that failed.
It happens in forked processes, since what does not look for a failure may crash.
"""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
import tempfile
import time
from array import array
from collections.abc import Callable
from itertools import pairwise
from typing import Any, NamedTuple, TextIO

from ..differences import diff
from ..protocol import Violation
from ..reports import Report, of_violation, report
from ..snapshots import snapshot
from ..violations import Log
from .calls import name_of, through
from .lines import of_frame, quoted
from .saying import Voice
from .work import Subject, is_of_ctypes, quietly

_SECONDS = 1.5
_RUNS, _MORE_RUNS = 3, 8
_CRASHES = 3
_COLLECTED_RUNS = 80
"""Runs before the first failure: some caches grow only where the interpreter's free lists are emptied."""
_BROKEN = signal.SIGUSR1
"""How a process ends whose script does not come through any more, though nothing fails."""
_OTHER_THREADS = 0.002
"""Seconds in which other threads may let go of what they hold."""


class _Hooks(NamedTuple):
    deny: Callable[[int, int], None]
    allow: Callable[[], None]


def look(subject: Subject, voice: Voice) -> None:
    """Sweep, for so long; after a crash go on behind it."""
    try:
        hooks = importlib.import_module("_testcapi")
        found = _Hooks(hooks.set_nomemory, hooks.remove_mem_hooks)
    except (ImportError, AttributeError):
        voice.note("this Python has no _testcapi, which makes allocations fail")
        return
    end = time.monotonic() + _SECONDS
    crashed: set[int] = set()
    while time.monotonic() < end and len(crashed) < _CRASHES:
        target = _in_fork(subject, found, end, crashed, voice)
        if target is None:
            return
        crashed.add(target)


def _in_fork(subject: Subject, hooks: _Hooks, end: float, skipped: set[int], voice: Voice) -> int | None:
    """Sweep in a forked process; the call during which it crashed, if it did."""
    reading, writing = os.pipe()
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors:
        return _swept(subject, hooks, end, skipped, voice, errors, reading, writing)


def _swept(
    subject: Subject,
    hooks: _Hooks,
    end: float,
    skipped: set[int],
    voice: Voice,
    errors: TextIO,
    reading: int,
    writing: int,
) -> int | None:
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.dup2(errors.fileno(), 2)
        # Where nothing else can be done, a MemoryError is swallowed.
        sys.unraisablehook = lambda unraisable: None
        signal.alarm(4)
        try:
            _Sweep(subject, hooks, end, skipped, voice, writing).sweep()
        finally:
            # Not by the door that others listen at: what was found is said already.
            os.kill(os.getpid(), signal.SIGKILL)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8", errors="replace") as pipe:
        said = pipe.read().splitlines()
    _, status = os.waitpid(child, 0)
    name = signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else "an exit"
    if name in ("SIGKILL", "SIGALRM") or not said:
        return None
    if name == _BROKEN.name:
        return int(said[-1].split("\t")[0])
    errors.seek(0)
    # The hook is the process's: on another thread it is the interpreter itself that may not survive it.
    of_thread = errors.read().partition("Current thread")[2].partition("Thread 0x")[0]
    if "  File " not in of_thread:
        return int(said[-1].split("\t")[0])
    target, allocation, function, where = said[-1].split("\t")
    text = f"{name} in {function} at {quoted(where)} when its allocation {allocation} failed"
    advice = "what may return NULL is used without a look"
    voice.report(report("violation", "high", "allocation", text, [where], advice))
    return int(target)


class _Sweep:
    """The targets are the native calls of one run, by their number; in each, the allocations fail in turn."""

    def __init__(
        self, subject: Subject, hooks: _Hooks, end: float, skipped: set[int], voice: Voice, writing: int
    ) -> None:
        self.hooks, self.end, self.voice, self.writing = hooks, end, voice, writing
        self.done = set(skipped)
        self.target, self.allocation, self.count = -1, 0, 0
        self.name, self.where, self.reached = "", "", False
        self.said: set[str] = set()
        self.original = subject
        self.subject = Subject(subject.script, subject.arguments, through(self.call))

    def sweep(self) -> None:
        """Every allocation of every call, as long as there is time."""
        self.run()
        self.run()
        calls = self.count
        log = Log(from_now=True)
        gc.collect()
        gc.freeze()
        for _ in range(_COLLECTED_RUNS):
            self.run()
            gc.collect()
        for allocation in range(1000):
            for target in range(calls):
                if target in self.done:
                    continue
                if time.monotonic() > self.end:
                    return
                self.target, self.allocation = target, allocation
                came_through = self.run()
                if not self.reached:
                    self.done.add(target)
                    continue
                if came_through or self.is_whole(target):
                    self.look(log)
            if len(self.done) >= calls:
                return

    def run(self) -> bool:
        """One run, with the target's allocation failing; whether the script came through."""
        self.count, self.reached = 0, False
        return quietly(self.subject.call)

    def is_whole(self, target: int) -> bool:
        """Whether the script still comes through where nothing fails. If not, what it leaves says nothing any more."""
        self.target = -1
        if not self.run():
            os.kill(os.getpid(), _BROKEN)
        self.target = target
        return self.run()

    def look(self, log: Log) -> None:
        """What each of several runs leaves behind."""
        violations = log.new()
        left = self.left(_RUNS)
        if left is None or (left := self.left(_MORE_RUNS)) is None:
            return
        log.new()
        # One that leaves nothing harms nobody: an exception may hold what was to be released, say.
        for violation in violations:
            self.say(_said_when_failing(violation, self))
        handles, blocks = left
        what = [f"{count} {site}" for site, count in handles.items()] or [f"{blocks} blocks of memory"]
        text = f"when allocation {self.allocation} of {self.name} fails, {', '.join(what)} stay behind"
        places = [site.rpartition(" at ")[2].removesuffix(" (into_raw)") for site in handles]
        advice = f"called at {quoted(self.where)}: look at the way out after an error"
        count, site = sum(handles.values()) or blocks, next(iter(handles), "blocks of memory")
        self.say(report("leak", "medium", "allocation", text, [*places, self.where], advice, site=site, count=count))

    def left(self, runs: int) -> tuple[dict[str, int], int] | None:
        """The handles by site and the blocks that each run leaves, at least; None if one leaves nothing."""
        blocks = array("q", bytes(8 * (runs + 1)))
        self.run()
        gc.collect()
        before = snapshot()
        if before.counting:
            time.sleep(_OTHER_THREADS)
            before = snapshot()
        # Once more: the free lists, which asking has filled, are blocks too.
        gc.collect()
        blocks[0] = sys.getallocatedblocks()
        for turn in range(runs):
            self.run()
            gc.collect()
            blocks[turn + 1] = sys.getallocatedblocks()
            if blocks[turn + 1] <= blocks[turn] and not before.counting:
                return None
        least = min(after - earlier for earlier, after in pairwise(blocks))
        if before.counting:
            time.sleep(_OTHER_THREADS)
        growth = diff(before, snapshot()).growth if before.counting else {}
        handles = {str(site): count // runs for site, count in growth.items() if count >= runs}
        # An extension with a ledger leaves a handle where it leaves a reference; what it notes takes blocks too.
        return (handles, max(least, 0)) if handles or (least > 0 and not before.counting) else None

    def say(self, found: Report) -> None:
        """Each function once, and each line."""
        key = f"{found.kind} {found.place} {self.name}"
        if key not in self.said:
            self.said.add(key)
            self.voice.report(found)

    def call(self, function: Any, *arguments: Any, **options: Any) -> Any:
        """Every call of the script comes by here."""
        # What ctypes does when it gets no memory is Python's to answer for.
        if not self.original.is_own_callable(function) or is_of_ctypes(function):
            return function(*arguments, **options)
        index = self.count
        self.count += 1
        if index != self.target:
            return function(*arguments, **options)
        self.name, self.where = name_of(function), of_frame(sys._getframe(1)) or ""
        os.write(self.writing, f"{index}\t{self.allocation}\t{self.name}\t{self.where}\n".encode())
        try:
            result, self.reached = _denied(function, arguments, options, self.allocation, self.hooks)
        except MemoryError:
            self.reached = True
        except SystemError:
            # In place of a MemoryError: wrong, but it harms nobody.
            self.reached = True
        except BaseException:
            # As it may, whatever was denied.
            self.reached = True
            raise
        else:
            return result
        return function(*arguments, **options)


def _denied(
    function: Callable[..., Any], arguments: tuple[Any, ...], options: dict[str, Any], allocation: int, hooks: _Hooks
) -> tuple[Any, bool]:
    """The result, and whether the allocation was reached.

    Between `deny` and `allow` nothing here allocates but the probes: the hook does not tell whether the allocation was
    reached, so a call that came through is followed by allocations that can only fail if it made fewer.
    """
    probes, end, reached, came_through = range(allocation + 2), allocation + 1, True, False
    deny, allow = hooks.deny, hooks.allow
    result = None
    deny(allocation, end)
    try:
        result = function(*arguments, **options)
        came_through = True
        for _ in probes:
            bytearray(1)
    except MemoryError:
        allow()
        if not came_through:
            raise
        reached = False
    finally:
        allow()
    return result, reached


def _said_when_failing(violation: Violation, sweep: _Sweep) -> Report:
    told = of_violation(violation)
    text = f"{told.text}, when allocation {sweep.allocation} of {sweep.name} at {sweep.where} fails"
    return report(told.verdict, told.severity, told.kind, text, told.places, told.advice)
