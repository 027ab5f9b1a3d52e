"""The command, run as users run it."""

import json
import os
import pty
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from fake_extension import search_path

from owned_debug.__main__ import CLEAN, LEAK, SCRIPT_FAILED, USAGE, VIOLATION

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def command(tmp_path: Path) -> Run:
    """Writes the script, whose first word is the extension, and runs the command on it."""
    (tmp_path / "holds.py").write_text(
        "from fake_extension import Handle, install\nfake = install()\nfake.make(line=99)\n"
    )

    def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        before = "import sys\nfrom holds import fake, Handle\nkept = []\n"
        (tmp_path / "script.py").write_text(before + textwrap.dedent(script))
        environment = {**os.environ, "PYTHONPATH": search_path()}
        return subprocess.run(
            [sys.executable, "-m", "owned_debug", *arguments],
            capture_output=True, text=True, check=False, cwd=tmp_path, env=environment,
        )  # fmt: skip

    return run


WORK = """
    def work():
        Handle(fake, line=2)
    def leak():
        kept.append(Handle(fake, line=3))
    def violate():
        fake.violate()
    def fail():
        raise KeyError("mine")
"""


def test_run_takes_what_imports_made_for_granted(command: Run) -> None:
    done = command(WORK + "    work()\n", "run", "script.py")
    assert done.returncode == CLEAN, done.stderr
    assert "clean: 1 live handles" in done.stdout


def test_run_finds_what_is_left(command: Run) -> None:
    done = command(WORK + "    for _ in range(3): fake.make(line=3)\n", "run", "script.py")
    assert done.returncode == LEAK
    assert "+3 of 3      made  Owned<Str> at src/lib.rs:3" in done.stdout
    assert "lib.rs:99" not in done.stdout
    done = command(WORK + "    fake.make(line=3)\n", "run", "--allow", "src/lib.rs:3", "script.py")
    assert done.returncode == CLEAN


def test_run_hands_arguments_on(command: Run) -> None:
    done = command("print(sys.argv, __name__)\nsys.exit(0)", "run", "script.py", "--json", "x")
    assert done.returncode == CLEAN
    assert done.stdout.startswith("['script.py', '--json', 'x'] __main__")


def test_json_has_stdout_alone(command: Run) -> None:
    done = command("print('noise')\nfake.make(line=3)", "run", "--json", "script.py")
    value = json.loads(done.stdout)
    assert done.stderr == "noise\n"
    assert value["command"] == "run" and value["leaked"][0]["line"] == 3 and value["violations"] == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["hunt", "script.py:work"], CLEAN, "clean: nothing grew in each of 5 runs"),
        (["hunt", "--runs=2", "script.py:leak"], LEAK, "1 more Owned<Str> at src/lib.rs:3 per call"),
        (["hunt", "--allow=lib.rs", "script.py:violate"], VIOLATION, "contract violated: stole: PyList_Append"),
        (["hunt", "script.py:fail"], SCRIPT_FAILED, ""),
        (["hunt", "script.py:nothing"], USAGE, ""),
        (["hunt", "--runs=1", "script.py:work"], USAGE, ""),
        (["hunt", "missing.py"], USAGE, ""),
        (["hunt", "--runs=2", "script.py"], CLEAN, "clean"),
        (["diff", "script.py:leak"], LEAK, "+1 of 1      made  Owned<Str> at src/lib.rs:3"),
        (["diff", "script.py:work"], CLEAN, "no live handles more or fewer"),
        (["sweep", "script.py"], USAGE, ""),
        (["fly", "script.py"], USAGE, ""),
        ([], USAGE, ""),
    ],
)
def test_exit_codes(command: Run, arguments: list[str], code: int, said: str) -> None:
    done = command(WORK, *arguments)
    assert done.returncode == code, done.stdout + done.stderr
    assert said in done.stdout


def test_a_failure_is_shown_from_the_script_on(command: Run) -> None:
    done = command(WORK, "hunt", "script.py:fail")
    assert "KeyError: 'mine'" in done.stderr and "script.py" in done.stderr
    assert "scripts.py" not in done.stderr
    assert command("sys.exit(7)", "run", "script.py").returncode == SCRIPT_FAILED
    assert command("1 +", "run", "script.py").returncode == SCRIPT_FAILED


def test_sweep(command: Run) -> None:
    pytest.importorskip("_testcapi")
    script = """
        def tidy():
            bytearray(5000)
        def leak():
            made = fake.make(line=3)
            bytearray(5000)
            fake.release(made)
    """
    done = command(script, "sweep", "script.py:tidy")
    assert done.returncode == CLEAN, done.stderr
    done = command(script, "sweep", "script.py:leak")
    assert done.returncode == LEAK and "+1 Owned<Str> at src/lib.rs:3" in done.stdout
    assert "MemoryError" in done.stdout


def test_snapshots_are_saved_and_compared(command: Run) -> None:
    command("fake.make(line=3)", "run", "--save", "a.json", "script.py")
    command("fake.make(line=3)\nfake.make(line=4)", "run", "--save", "b.json", "script.py")
    done = command("", "diff", "a.json", "b.json")
    assert done.returncode == LEAK and "lib.rs:4" in done.stdout and "lib.rs:3" not in done.stdout
    assert command("", "diff", "a.json", "a.json").returncode == CLEAN
    assert command("", "diff", "a.json", "script.py").returncode == USAGE


def test_the_page_stands_alone(command: Run, tmp_path: Path) -> None:
    script = "def leak():\n    kept.append(Handle(fake, line=3, handle='Py<</script>>'))\n"
    done = command(script, "html", "--runs=4", "-o", "page.html", "script.py:leak")
    assert done.returncode == LEAK, done.stderr
    page = (tmp_path / "page.html").read_text()
    assert page.count("</script>") == 1
    assert not re.search(r"(?:src|href)=|https?://|@import|url\(", page)
    rows = json.loads(page.partition("const rows = ")[2].partition(";\n")[0])
    assert ["fake", "src/lib.rs:3", "Py<</script>>", "", 7, 7, 4, rows[0][7], "leak"] in rows
    assert "<svg" in page and "all live handles: +4" in page


def test_a_cache_is_none_of_the_findings_on_the_page(command: Run, tmp_path: Path) -> None:
    script = "memo = {}\ndef work():\n    memo.setdefault(len(memo) % 200, Handle(fake, line=3))\n"
    script += "def both():\n    work()\n    kept.append(Handle(fake, line=4))\n"
    done = command(script, "html", "-o", "page.html", "script.py:work")
    assert done.returncode == CLEAN and "lib.rs:3" not in done.stdout, done.stdout + done.stderr
    done = command(script, "html", "-o", "page.html", "script.py:both")
    assert done.returncode == LEAK and "lib.rs:4" in done.stdout and "lib.rs:3" not in done.stdout
    rows = json.loads((tmp_path / "page.html").read_text().partition("const rows = ")[2].partition(";\n")[0])
    assert [(row[1], row[8]) for row in rows if row[6]] == [("src/lib.rs:3", "bounded"), ("src/lib.rs:4", "leak")]


def test_progress_is_for_terminals(command: Run, tmp_path: Path) -> None:
    assert command(WORK, "hunt", "--runs=2", "script.py:work").stderr == ""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": search_path(), "TERM": "xterm"}
    with subprocess.Popen(
        [sys.executable, "-m", "owned_debug", "hunt", "--json", "script.py:work"],
        stdout=subprocess.PIPE, stderr=theirs, cwd=tmp_path, env=environment,
    ) as running:  # fmt: skip
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:
            pass
        assert running.stdout is not None
        assert json.load(running.stdout)["leaks"] == 0
    os.close(ours)
    assert b"8/8" in shown
