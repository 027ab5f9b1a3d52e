"""What `run` says of a program whose C code was built with `track`."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import fastjsonschema
import pytest
import track_ways

import owned_debug
from owned_debug.track import places

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the memory of the process is read from /proc")

DEBUG = hasattr(sys, "gettotalrefcount")
LEAKING = "import ways\nfor _ in range(20): ways.forgotten(1.5), ways.stolen()\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ways")
    track_ways.build(folder)
    (folder / "leaking.py").write_text(LEAKING)
    (folder / "clean.py").write_text("import ways\nfor _ in range(20): ways.stolen()\n")
    (folder / "failing.py").write_text(LEAKING + "import sys; sys.exit(3)\n")
    (folder / "raising.py").write_text(LEAKING + "1 / 0\n")
    (folder / "test_ways.py").write_text(
        "import ways, pytest\n"
        "@pytest.mark.parametrize('at', range(20))\n"
        "def test_forgotten(at): assert ways.forgotten(1.5) == 3\n"
        "def test_wrong(): assert ways.returned() == 1\n"
    )
    return folder


@pytest.fixture(autouse=True)
def tracked_before(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after `track`, in a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(built / "cache"))
    home = places.home()
    if places.last_build(home) is None:
        places.set_last_build(home, places.new_build(home))


def run(built: Path, *arguments: str) -> tuple[int, str, str]:
    done = track_ways.python(built, "-m", "owned_debug", "run", *arguments)
    return done.returncode, done.stdout, done.stderr


def check(value: Any) -> None:
    schema = json.loads((Path(owned_debug.__file__).parent / "schema.json").read_text())
    fastjsonschema.compile(schema)(value)


FORGOTTEN = f"track_ledger.c:{track_ways.line_of('forgotten')} forgotten: PyObject_Repr"


def test_the_line_is_named(built: Path) -> None:
    code, out, err = run(built, "leaking.py")
    assert (code, err) == (1, "")
    assert "references to `str` that nobody can give back" in out
    assert FORGOTTEN + ": 20 acquired, 0 released, 0 returned, " in out


def test_nothing_to_say(built: Path) -> None:
    code, out, err = run(built, "clean.py")
    assert (code, err) == (0, "")
    assert out.startswith("tracked: ")
    assert "every reference is given back, or held by something" in out


def test_json_has_it_as_every_finding_is(built: Path) -> None:
    code, out, _ = run(built, "--json", "leaking.py")
    value = json.loads(out)
    check(value)
    assert code == 1
    [finding] = value["findings"]
    assert (finding["verdict"], finding["severity"], finding["kind"]) == ("leak", "high", "lost reference")
    assert finding["site"].endswith(FORGOTTEN)
    assert finding["places"] == [finding["place"]]
    assert finding["count"] == value["tracked"]["losses"][0]["count"]


def test_junit(built: Path, tmp_path: Path) -> None:
    target = tmp_path / "result.xml"
    assert run(built, "--junit", str(target), "leaking.py")[0] == 1
    [case] = ElementTree.parse(target).iter("testcase")
    assert case.get("line") == str(track_ways.line_of("forgotten"))
    assert case.find("failure") is not None


@pytest.mark.parametrize(
    ("call", "comment", "kind"),
    [
        ("ways.half()", "unset", "used before it is set"),
        ("ways.freed()", "freed", "used after it is freed"),
        ("ways.careless(failing)", "careless", "called with an exception set"),
    ],
)
def test_what_must_not_be_done(built: Path, call: str, comment: str, kind: str) -> None:
    """And what would have crashed did not."""
    source = f"""
import ways
def failing(): raise ValueError
ways.careless(list)
for _ in range(5):
    try: {call}
    except Exception: pass
"""
    (built / "wrong.py").write_text(source)
    code, out, err = run(built, "--json", "wrong.py")
    if DEBUG and comment == "careless":
        assert code < 0 and "with an exception set" in err, "a debug build ends the process itself"
        return
    value = json.loads(out)
    check(value)
    assert code == 4
    [finding] = value["findings"]
    assert (finding["verdict"], finding["kind"], finding["count"]) == ("violation", f"violation: {kind}", 5)
    assert finding["place"].endswith(f"track_ledger.c:{track_ways.line_of(comment)}")


TOLD = {
    "members": (
        "stored without a reference",
        "member fullscreen of members.Canvas held an object to which no reference was taken",
        9,
    ),
    "comparing": (
        "cast without check",
        "tp_richcompare of comparing.Element reads behind the header of an operand that may be of any type",
        1,
    ),
}


@pytest.fixture(scope="module")
def faults(built: Path) -> Path:
    """Programs that use the modules of `tracked`, and their repaired twins."""
    for name in TOLD:
        for each in (name, f"{name}_fixed"):
            track_ways.build(built, track_ways.FAULTS / f"{each}.c", each)
            steps = (track_ways.FAULTS / f"{name}_steps.py").read_text()
            (built / f"use_{each}.py").write_text(f"import {each}\n{steps}\nfor _ in range(9): step({each})\n")
    return built


@pytest.mark.parametrize("name", TOLD)
def test_members_and_casts_are_violations(faults: Path, name: str) -> None:
    kind, text, count = TOLD[name]
    [line, _] = track_ways.culprits(name)
    code, out, err = run(faults, f"use_{name}.py")
    assert (code, err) == (4, "")
    assert f"violation (high), violation: {kind}: " in out
    assert text in out
    code, out, _ = run(faults, "--json", f"use_{name}.py")
    value = json.loads(out)
    check(value)
    assert code == 4
    assert len(value["findings"]) == 2
    assert {each["kind"] for each in value["findings"]} == {f"violation: {kind}"}
    [finding] = [each for each in value["findings"] if text in each["text"]]
    assert (finding["verdict"], finding["severity"], finding["count"]) == ("violation", "high", count)
    assert finding["place"].endswith(f"{name}.c:{line}")


@pytest.mark.parametrize("name", TOLD)
def test_nothing_is_said_of_the_repaired_twin(faults: Path, name: str) -> None:
    code, out, err = run(faults, f"use_{name}_fixed.py")
    assert (code, err) == (0, "")
    assert "every reference is given back, or held by something" in out


@pytest.mark.parametrize(
    "option", [["--no-probe"], ["--allow", "comparing.c"], ["--allow", "tp_richcompare", "--allow", "nb_add"]]
)
def test_probing_can_be_switched_off_and_its_findings_allowed(faults: Path, option: list[str]) -> None:
    code, out, _ = run(faults, *option, "use_comparing.py")
    assert code == 0
    assert "every reference is given back, or held by something" in out


@pytest.mark.parametrize("pattern", ["PyObject_Repr", f"track_ledger.c:{track_ways.line_of('forgotten')}"])
def test_what_may_be(built: Path, pattern: str) -> None:
    assert run(built, "--allow", pattern, "leaking.py")[0] == 0


def test_a_module_and_tests_that_fail(built: Path) -> None:
    code, out, err = run(built, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_ways.py")
    assert code == 3
    assert "1 failed, 20 passed" in out
    assert FORGOTTEN in out
    assert "owned-debug: pytest ended with 1" in err.replace("ExitCode.TESTS_FAILED", "1")


def test_a_script_that_ends_with_an_error_is_told_of(built: Path) -> None:
    code, out, err = run(built, "failing.py")
    assert code == 3
    assert FORGOTTEN in out
    assert "failing.py ended with 3" in err


def test_a_script_that_raises_is_told_of_by_its_traceback(built: Path) -> None:
    code, out, err = run(built, "raising.py")
    assert (code, out) == (3, "")
    assert "ZeroDivisionError" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "run needs a SCRIPT, or -m MODULE"),
        (("-m", "no_such_module"), "there is no module 'no_such_module'"),
        (("-m",), "run needs a SCRIPT, or -m MODULE"),
        (("no_such.py",), "no_such.py: No such file"),
    ],
)
def test_what_makes_no_sense(built: Path, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run(built, *arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_where_nothing_was_ever_tracked(built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    code, out, _ = run(built, "leaking.py")
    assert code == 0
    assert "nothing was counted" in out
    assert not list(tmp_path.iterdir())


def test_a_python_is_the_same_one_however_it_is_called(built: Path, tmp_path: Path) -> None:
    own = Path(sys.executable)
    names = {own.parent / name for name in ("python", "python3", own.name) if (own.parent / name).exists()}
    names.add(own.parent / ".." / own.parent.name / own.name)
    abi = sysconfig.get_config_var("SOABI")
    code = (
        "import sys, sysconfig\n"
        f"if (sys.prefix, sysconfig.get_config_var('SOABI')) == ({sys.prefix!r}, {abi!r}):\n"
        "    from owned_debug.track import places; print(places.home())"
    )
    environment = {**os.environ, "PYTHONPATH": str(track_ways.PACKAGE)}
    homes = set()
    for name in names:
        command = [str(name), "-c", code]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True)
        homes.update(done.stdout.split())
    assert homes == {places.home()}
