"""Allocations that fail in turn."""

import importlib.util
import os
import signal
from typing import Any

import pytest
from fake_extension import FakeExtension

from owned_debug import sweep_failures
from owned_debug.isolating import ChildFailed

pytestmark = pytest.mark.skipif(importlib.util.find_spec("_testcapi") is None, reason="this Python has no _testcapi")


def tidy() -> None:
    bytearray(5000)
    bytearray(6000)


def test_every_allocation_fails_once() -> None:
    sweep = sweep_failures(tidy)
    assert sweep.complete and sweep.clean
    assert sweep.failures >= 4
    assert sweep.raised == {"MemoryError": sweep.failures}


def test_what_a_failure_leaves_behind_is_found(fake: FakeExtension) -> None:
    def work() -> None:
        made = fake.make(line=3)
        bytearray(5000)
        fake.release(made)

    sweep = sweep_failures(work)
    assert sweep.complete and not sweep.clean
    assert sweep.leftovers[-1].handles == {"Owned<Str> at src/lib.rs:3": 1}
    assert sweep.leftovers[-1].raised == "MemoryError"
    assert "+1 Owned<Str> at src/lib.rs:3" in str(sweep)


def test_blocks_are_found_without_any_extension() -> None:
    kept: list[Any] = []

    def work() -> None:
        try:
            bytearray(5000)
        except MemoryError:
            kept.append(object())
            raise

    assert any(leftover.blocks == 1 for leftover in sweep_failures(work).leftovers)


def test_failures_that_the_function_survives_do_not_end_the_sweep() -> None:
    def work() -> None:
        for _ in range(5):
            try:
                bytearray(5000)
            except MemoryError:
                pass

    sweep = sweep_failures(work)
    assert sweep.complete and sweep.failures >= 10
    assert sweep.raised[""] > 0


def test_a_limit_is_said() -> None:
    sweep = sweep_failures(tidy, limit=2)
    assert not sweep.complete and sweep.failures == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_a_crash_is_a_finding_and_the_sweep_goes_on() -> None:
    def work() -> None:
        try:
            bytearray(5000)
        except MemoryError:
            os.kill(os.getpid(), signal.SIGTERM)
        bytearray(6000)

    sweep = sweep_failures(work, isolate=True)
    assert sweep.complete
    assert {leftover.raised for leftover in sweep.leftovers} == {"SIGTERM"}
    assert sweep.raised["MemoryError"] > 0
    assert "the process crashed" in str(sweep)
    assert ("violation", None, None) in [(each.verdict, each.count, each.slope) for each in sweep.reports()]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_what_fails_untouched_is_no_crash() -> None:
    with pytest.raises(ChildFailed, match="ZeroDivisionError"):
        sweep_failures(lambda: 1 / 0, isolate=True)
    with pytest.raises(ChildFailed, match="exit status 3"):
        sweep_failures(lambda: os._exit(3), isolate=True)
