"""`no_leaks`, and what is done about violations."""

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from typing import Any

import pytest
from fake_extension import FakeExtension, Handle

from owned_debug import (
    ContractViolation,
    ContractWarning,
    HandleLeak,
    NothingCounted,
    no_leaks,
    on_violation,
    poll,
    recorded,
    violations,
)


@pytest.fixture(autouse=True)
def policy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test starts with a policy that nobody set and a log that nobody read."""
    monkeypatch.setattr(violations, "_policy", "warn")
    monkeypatch.setattr(violations, "_log", violations.Log())
    recorded.clear()
    yield


def test_a_leak_is_raised_by_line(fake: FakeExtension) -> None:
    with pytest.raises(HandleLeak, match=r"1 handle more than before:\n +\+1 of 1 +made  Owned<Str> at src/lib.rs:7"):
        with no_leaks():
            fake.make(line=7)


def test_a_leak_says_the_lines_of_python_where_they_are_kept(fake: FakeExtension) -> None:
    fake.level = "frames"
    fake.make(line=7)
    with pytest.raises(HandleLeak) as leak:
        with no_leaks():
            fake.make(line=7)
    assert str(leak.value).count("held since") == 1
    assert f"held since {__file__}:" in str(leak.value)


def test_what_is_garbage_is_no_leak(fake: FakeExtension) -> None:
    with no_leaks():
        loop: list[Any] = [Handle(fake)]
        loop.append(loop)
        del loop


def test_what_is_allowed_may_grow(fake: FakeExtension) -> None:
    with no_leaks(allow="src/lib.rs:7"):
        fake.make(line=7)
    with pytest.raises(HandleLeak):
        with no_leaks(allow="src/lib.rs:7"):
            fake.make(line=8)


def test_the_exception_of_the_block_stays_and_gets_a_note(fake: FakeExtension) -> None:
    with pytest.raises(KeyError) as caught:
        with no_leaks():
            fake.make(line=7)
            raise KeyError("mine")
    assert "Owned<Str> at src/lib.rs:7" in caught.value.__notes__[0]


def test_it_decorates(fake: FakeExtension) -> None:
    @no_leaks()
    def work(depth: int) -> None:
        fake.make()
        if depth:
            work(depth - 1)

    with pytest.raises(HandleLeak):
        work(1)


def test_a_check_that_counts_nothing_says_so(fake: FakeExtension) -> None:
    with pytest.warns(NothingCounted, match="fake was imported within"):
        with no_leaks():
            fake.level = "off"
    del sys.modules["fake"]
    with pytest.warns(NothingCounted, match="no loaded module"):
        with no_leaks():
            pass


def test_what_sleeps_is_woken_meanwhile(fake: FakeExtension) -> None:
    fake.level = "off"
    with pytest.raises(HandleLeak):
        with no_leaks():
            fake.make()
    assert fake.level == "off"


def test_policies(fake: FakeExtension) -> None:
    fake.violate()
    with pytest.warns(ContractWarning, match="stole: PyList_Append at src/c.rs:9"):
        poll()
    assert on_violation("record") == "warn"
    fake.violate()
    assert len(poll()) == 1 and len(recorded) == 2
    assert poll() == []
    on_violation("raise")
    fake.violate("leaked")
    with pytest.raises(ContractViolation, match="leaked"):
        with no_leaks():
            pass


def test_a_violation_hides_neither_leak_nor_exception(fake: FakeExtension) -> None:
    on_violation("raise")
    fake.violate()
    with pytest.raises(HandleLeak) as leak:
        with no_leaks():
            fake.make()
    assert "stole" in leak.value.__notes__[-1]
    fake.violate()
    with pytest.raises(KeyError) as caught:
        with no_leaks():
            raise KeyError
    assert "stole" in caught.value.__notes__[-1]


def test_abort_at_exit() -> None:
    script = """
        from fake_extension import install
        import owned_debug
        owned_debug.on_violation("abort")
        install().violate()
    """
    here = os.path.dirname(__file__)
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False, cwd=here
    )
    assert done.returncode == -6
    assert "owned-debug: stole: PyList_Append" in done.stderr
