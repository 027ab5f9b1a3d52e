"""`check`: every look in a process of its own, one list of findings."""

import ctypes
import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fake_extension import search_path

from owned_debug import looking
from owned_debug.__main__ import CLEAN, LEAK, SCRIPT_FAILED, USAGE, VIOLATION
from owned_debug.checking import Check, Look, _told_once
from owned_debug.looks.ownership import unseen
from owned_debug.looks.poison import is_poisoned
from owned_debug.looks.swallowing import raised
from owned_debug.reports import Report, in_order, places_in, report

Checks = Callable[..., tuple[int, dict[str, Any], str]]

FAKE = "from fake_extension import Handle, install\nfake = install()\n"


@pytest.fixture
def check(tmp_path: Path) -> Checks:
    """Writes the script and checks it; gives the exit code, the JSON, and what went to stderr."""

    def run(script: str, *arguments: str) -> tuple[int, dict[str, Any], str]:
        (tmp_path / "script.py").write_text(textwrap.dedent(script))
        done = subprocess.run(
            [sys.executable, "-m", "owned_debug", "check", "--json", *(arguments or ("script.py",))],
            capture_output=True, text=True, check=False, cwd=tmp_path, env={**os.environ, "PYTHONPATH": search_path()},
        )  # fmt: skip
        return done.returncode, json.loads(done.stdout) if done.stdout else {}, done.stderr

    return run


def test_a_script_without_a_bug_is_clean(check: Checks) -> None:
    code, value, errors = check("cache = {}\ndef step():\n    cache[len(cache) % 7] = [object()]\n")
    assert code == CLEAN, (value, errors)
    assert value["findings"] == [] and value["script"] == "script.py:step"
    assert [look["ended"] for look in value["looks"]] == ["done"] * 8


def test_a_look_that_did_not_end_is_not_called_clean() -> None:
    looks = (Look("growth", 120.0, "timed out"), Look("exit", 1.0, "done"))
    assert str(Check("script.py", (), looks)).startswith("nothing found, but not at an end: growth\n")
    assert str(Check("script.py", (), looks[1:])).startswith("clean: 1 looks")


def test_a_handle_names_its_line_and_the_line_of_python(check: Checks) -> None:
    code, value, _ = check(FAKE + "kept = []\ndef step():\n    kept.append(fake.make(line=7))\n")
    first = value["findings"][0]
    assert code == LEAK
    assert (first["verdict"], first["kind"], first["place"]) == ("leak", "handle", "src/lib.rs:7")
    assert "script.py:5" in first["places"]


def test_objects_name_the_line_that_made_them_and_who_holds_them(check: Checks) -> None:
    code, value, _ = check("class Thing:\n    pass\nkept = []\ndef step():\n    kept.append(Thing())\n")
    (first,) = value["findings"]
    assert code == LEAK
    assert first["kind"] == "object" and first["place"] == "script.py:5" and "script.Thing" in first["text"]
    assert "global 'kept'" in first["advice"]


def test_a_cache_that_says_that_it_has_a_bound_is_clean(check: Checks) -> None:
    script = """
        import functools, itertools, time
        number = itertools.count()
        @functools.lru_cache(maxsize=10_000_000)
        def kept(key):
            return [key]
        def step():
            time.sleep(0.001)
            kept(next(number))
    """
    code, value, errors = check(script)
    assert code == CLEAN, (value, errors)


def test_who_holds_an_object_is_not_said_to_be_in_the_look_itself(check: Checks) -> None:
    script = """
        import ctypes
        keep = ctypes.pythonapi.Py_IncRef
        keep.argtypes = [ctypes.py_object]
        class Thing:
            pass
        def step():
            keep({"inner": Thing()})
    """
    _, value, _ = check(script)
    advice = [each["advice"] for each in value["findings"] if each["site"] == "script.Thing"]
    assert advice == ["held by ['inner'] of a dict"]


def test_text_that_is_kept_is_told_by_its_line(check: Checks) -> None:
    code, value, _ = check("log = []\ndef step():\n    log.append(f'entry {len(log)}')\n")
    (first,) = value["findings"]
    assert code == LEAK and first["kind"] == "blocks" and first["place"] == "script.py:3" and "`str`" in first["text"]


def test_a_violation_has_an_exit_code_of_its_own(check: Checks) -> None:
    code, value, _ = check(FAKE + "def step():\n    if not fake.violations:\n        fake.violate()\n")
    assert code == VIOLATION
    assert {each["kind"] for each in value["findings"]} == {"violation: stole"}
    assert value["findings"][0]["place"] == "src/c.rs:9"


def test_a_crash_is_a_finding_with_its_signal_and_line(check: Checks) -> None:
    code, value, _ = check("import ctypes\ndef step():\n    ctypes.string_at(8)\n")
    assert code == VIOLATION
    crashes = [each for each in value["findings"] if each["kind"] == "crash"]
    assert all(each["count"] is None and each["slope"] is None and each["site"] == each["place"] for each in crashes)
    assert crashes and all("SIGSEGV" in each["text"] for each in crashes)
    assert any("script.py:3" in each["places"] for each in crashes)


def test_a_reference_too_few_is_found_by_counts_alone(check: Checks) -> None:
    script = """
        import ctypes
        thing = object()
        holders = [thing] * 3000
        drop = ctypes.pythonapi.Py_DecRef
        drop.argtypes = [ctypes.py_object]
        def step():
            drop(thing)
    """
    code, value, _ = check(script)
    found = [each for each in value["findings"] if each["kind"] == "violation: over-release"]
    assert code == VIOLATION and found and "script.py:8" in found[0]["places"]
    assert found[0]["slope"] == -1 and found[0]["count"] == -6
    assert found[0]["site"] == "references to an object"


def test_a_buffer_that_is_never_released(check: Checks) -> None:
    script = """
        import ctypes
        get = ctypes.pythonapi.PyObject_GetBuffer
        get.argtypes = [ctypes.py_object, ctypes.c_char_p, ctypes.c_int]
        def step():
            view = ctypes.create_string_buffer(80)
            data = bytearray(10)
            get(data, view, 0)
    """
    code, value, _ = check(script)
    found = [each for each in value["findings"] if each["kind"] == "export"]
    assert code == LEAK and found and found[0]["place"] == "script.py:8"


def test_what_is_asked_for_must_make_sense(check: Checks) -> None:
    assert check("", "missing.py")[0] == USAGE
    assert check("def step(): raise KeyError('mine')")[0] == SCRIPT_FAILED
    assert check("def other(): pass", "script.py:other")[0] == CLEAN


def test_reports_are_listed_once_and_what_is_worst_first() -> None:
    handle = report("leak", "high", "handle", "x", ["a.rs:1"])
    again = report("leak", "high", "handle", "y", ["a.rs:1"])
    blocks = report("leak", "low", "blocks", "z")
    assert in_order([blocks, handle, again]) == [handle, blocks]
    assert Report.from_json(handle.to_json()) == handle
    assert places_in("handles: Py<Any> at src/a.rs:3, and (b.py:12)") == ["src/a.rs:3", "b.py:12"]


def test_what_every_call_leaves_is_not_told_of_those_that_fail() -> None:
    handle = report("leak", "high", "handle", "x", ["a.rs:1"])
    same = report("leak", "medium", "allocation", "y", ["a.rs:1", "app.py:3"])
    more = report("leak", "medium", "allocation", "z", ["a.rs:1", "a.rs:9", "app.py:4"])
    blocks = report("leak", "medium", "allocation", "b", ["app.py:5"])
    assert _told_once([handle, same, more, blocks]) == [handle, more, blocks]


def test_values_from_freed_memory_are_told_apart() -> None:
    assert is_poisoned((1.5, [int.from_bytes(b"\xdd" * 8, "little")])) and is_poisoned(b"..\xdd\xdd\xdd\xdd")
    assert not is_poisoned((1.5, [3, "text", b"bytes", None]))


def test_references_that_nobody_is_seen_to_hold_are_counted() -> None:
    box = [object()]
    assert unseen(box) == 0
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(box[0]))
    assert unseen(box) == 1
    ctypes.pythonapi.Py_DecRef(ctypes.py_object(box[0]))


def test_python_code_that_runs_and_what_it_raises_is_heard() -> None:
    with raised() as (swallowed, ran):
        sorted([2, 1], key=lambda number: number)
    assert ran and swallowed == []


@pytest.mark.parametrize(
    ("file", "severity"),
    [
        ("src/lib.rs", "high"),
        ("owned/src/class/build.rs", "low"),
        ("/home/a/.cargo/registry/src/b/owned-py-0.1.0/src/class/build.rs", "low"),
        ("/home/a/owned/src/class.rs", "high"),
    ],
)
def test_a_class_that_is_alive_at_exit_is_so_by_its_instances(tmp_path: Path, file: str, severity: str) -> None:
    row = {"file": file, "line": 3, "handle": "Py<Type>", "escaped": False, "count": 2, "python": None}
    (tmp_path / "alive.jsonl").write_text(json.dumps(row) + "\n")
    [found] = looking._left(tmp_path / "alive.jsonl")
    assert (found.severity, found.verdict, found.count) == (severity, "leak", 2)
