"""What the ledger of a tracked build says of each way that a reference can go, in a process of its own each time."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
import track_ways
from track_ways import line_of

from owned_debug.track import places
from owned_debug.track.compiling import prepare

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the memory of the process is read from /proc")
MOST = 15
"""Of twenty: to some of them a word still points that nobody reads any more, on a stack or in a cache."""

RUN = """
import json, sys
from owned_debug.track import compiling, judging
compiling.load().start()
import ways
{code}
report = judging.tracked()
print(json.dumps(report.to_json()))
print(report, file=sys.stderr)
"""


@pytest.fixture(scope="module")
def ways(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the module."""
    folder = tmp_path_factory.mktemp("ways")
    track_ways.build(folder)
    return folder


def python(folder: Path, code: str) -> str:
    done = track_ways.python(folder, "-c", code)
    assert done.returncode == 0, done.stderr
    return done.stdout


def report(folder: Path, code: str) -> tuple[dict[tuple[int, str], dict[str, Any]], list[dict[str, Any]]]:
    """What each line did, by line and call; and what is lost."""
    value = json.loads(python(folder, RUN.format(code=code)).splitlines()[-1])
    return {(each["line"], each["call"]): each for each in value["lines"]}, value["losses"]


RIGHT = {
    "returned": "ways.returned()",
    "returned_argument": "ways.returned_argument([])",
    "stolen": "ways.stolen()",
    "replaced": "ways.replaced('more')",
    "grown": "ways.grown()",
    "kept": "ways.kept()",
    "called": "ways.called(lambda *args: [args])",
    "unloaded": "ways.unloaded()",
}


@pytest.mark.parametrize("way", RIGHT)
def test_nothing_is_lost_where_nothing_is_wrong(ways: Path, way: str) -> None:
    _, losses = report(ways, f"for _ in range(20): {RIGHT[way]}\nlast = {RIGHT[way]}")
    assert losses == []


def test_what_lines_did_with_their_references(ways: Path) -> None:
    lines, _ = report(
        ways, "kept = [ways.returned() for _ in range(4)]\nfor _ in range(6): ways.returned()\nways.kept()"
    )
    [made] = [each for each in lines.values() if each["function"] == "returned"]
    assert (made["acquired"], made["released"], made["returned"], made["stored"], made["open"]) == (10, 0, 6, 4, 0)
    stored = [each for each in lines.values() if each["function"] == "kept" and each["call"] == "PyList_New"]
    assert [(each["stored"], each["open"]) for each in stored] == [(1, 0)] * 3


@pytest.mark.parametrize(
    ("call", "comment", "what"),
    [
        ("ways.forgotten(1.5)", "forgotten", "PyObject_Repr"),
        ("ways.of_argument(argument)", "of argument", "Py_INCREF"),
        ("ways.of_argument([])", "of argument", "Py_INCREF"),
        ("ways.with_memory()", "with memory", "PyList_New"),
    ],
)
def test_what_is_lost_has_its_line(ways: Path, call: str, comment: str, what: str) -> None:
    lines, [loss] = report(ways, f"argument = []\nfor _ in range(20): {call}")
    assert (loss["kind"], loss["verdict"]) == ("reference", "leak")
    assert MOST <= loss["count"] <= 20
    assert [(each["line"], each["call"]) for each in loss["candidates"]] == [(line_of(comment), what)]
    assert lines[line_of(comment), what]["open"] == loss["count"]


def test_once_is_no_leak(ways: Path) -> None:
    _, losses = report(ways, "ways.forgotten(1.5)")
    # A word that nobody reads may point to that one.
    assert [(loss["verdict"], loss["count"]) for loss in losses] in ([("unknown", 1)], [])


def test_two_that_acquire_and_one_that_releases_are_both_named(ways: Path) -> None:
    _, [loss] = report(ways, "for _ in range(20): ways.twice()")
    assert {each["line"] for each in loss["candidates"]} == {line_of("first"), line_of("second")}
    assert loss["verdict"] == "leak"
    assert MOST <= loss["count"] <= 20


def test_weak_references_and_the_past_hold_nothing(ways: Path) -> None:
    _, [loss] = report(
        ways,
        "import weakref\n"
        "class Thing: pass\n"
        "watched = []\n"
        "def one():\n"
        "    thing = Thing()\n"
        "    watched.append(weakref.ref(thing))\n"
        "    ways.of_argument(thing)\n"
        "for _ in range(20): one()",
    )
    assert MOST <= loss["count"] <= 20
    assert loss["types"] == {"Thing": loss["count"]}


def test_threads(ways: Path) -> None:
    _, [loss] = report(
        ways,
        "import threading\n"
        "def work():\n"
        "    for _ in range(50): ways.forgotten(1.5), ways.stolen(), ways.called(lambda *args: args)\n"
        "threads = [threading.Thread(target=work) for _ in range(4)]\n"
        "for each in threads: each.start()\n"
        "for each in threads: each.join()",
    )
    assert 150 <= loss["count"] <= 200


def test_another_interpreter_is_not_listened_to(ways: Path) -> None:
    _, [loss] = report(
        ways,
        "try: import _interpreters as interpreters\n"
        "except ImportError: import _xxsubinterpreters as interpreters\n"
        "other = interpreters.create()\n"
        "code = 'import json, re\\nkept = [json.dumps([at]) for at in range(1000)]'\n"
        "getattr(interpreters, 'run_string', None)(other, code)\n"
        "for _ in range(20): ways.forgotten(1.5)\n"
        "interpreters.destroy(other)",
    )
    assert MOST <= loss["count"] <= 20


def test_memory_that_goes_while_it_is_searched(ways: Path) -> None:
    _, [loss] = report(
        ways,
        "import threading, zlib\n"
        "for _ in range(20): ways.forgotten(1.5)\n"
        "stop = False\n"
        "def work():\n"
        "    while not stop: zlib.compress(bytes(5_000_000), 1)\n"
        "threads = [threading.Thread(target=work, daemon=True) for _ in range(2)]\n"
        "for each in threads: each.start()",
    )
    assert MOST <= loss["count"] <= 20


def test_what_python_itself_did_before_is_left_alone(ways: Path) -> None:
    code = "import json, asyncio, typing, dataclasses, re, decimal, ctypes, threading, logging, unittest\n"
    _, losses = report(ways, code + "class A: pass\na = A(); a.me = a; del a\nways.returned()")
    assert losses == []


def test_without_the_ledger_a_module_works(ways: Path) -> None:
    assert python(ways, "import ways; ways.forgotten(1.5); print(ways.stolen()[2])").startswith("['fresh")


def test_another_ledger_is_not_told(ways: Path) -> None:
    code = """
import ctypes, sys
memory = ctypes.create_string_buffer(64)
memory[0] = 99
new = ctypes.pythonapi.PyCapsule_New
new.restype, new.argtypes = ctypes.py_object, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
name = ctypes.c_char_p(b"owned_debug.track")
sys._owned_track = new(ctypes.addressof(memory), name, None)
import ways
ways.forgotten(1.5)
sys._owned_track = 5
"""
    python(ways, code)


def test_the_library_is_compiled_once() -> None:
    first = prepare()
    assert first.is_relative_to(places.home())
    before = first.stat().st_mtime_ns
    assert prepare() == first
    assert first.stat().st_mtime_ns == before
