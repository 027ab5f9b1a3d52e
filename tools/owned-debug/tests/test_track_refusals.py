"""Where `track` cannot work, or has nothing to do, it says so; its exit codes."""

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from tracking import Tracker, module

from owned_debug.__main__ import USAGE, main
from owned_debug.track.building import NOTHING_TRACKED


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to run in, and a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("CC", raising=False)
    return tmp_path


def refused(capfd: pytest.CaptureFixture[str], *command: str) -> str:
    """What is said by the command, which is refused before it runs."""
    assert main(["track", "--", *(command or ("touch", "it-ran"))]) == USAGE
    assert not Path("it-ran").exists()
    said: str = capfd.readouterr().err
    assert said.startswith("owned-debug: track ") or said.startswith("owned-debug: track: ")
    return said


def test_windows(here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert "needs GCC or Clang, for #include_next" in refused(capfd)


def test_where_there_is_no_proc(here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "works on Linux alone: what is lost is found in /proc, which darwin has not" in refused(capfd)


def test_without_a_gil(here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    known = sysconfig.get_config_var
    monkeypatch.setattr(sysconfig, "get_config_var", lambda name: 1 if name == "Py_GIL_DISABLED" else known(name))
    assert "needs a Python with a GIL" in refused(capfd)


def test_another_compiler(here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    other = here / "tcc"
    other.write_text("#!/bin/sh\necho 'tcc version 0.9'\n")
    other.chmod(0o755)
    monkeypatch.setenv("CC", str(other))
    assert f"needs GCC or Clang; {other} is neither, it says of itself: tcc version 0.9" in refused(capfd)


def test_no_compiler(here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("CC", "no-such-compiler")
    assert "no-such-compiler of $CC is not there" in refused(capfd)


def test_a_cache_that_build_systems_would_split(
    here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(here / "my cache"))
    assert "has a space in it" in refused(capfd)


def test_commands_that_make_no_sense(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["track"]) == USAGE and main(["track", "--"]) == USAGE
    assert "track needs the command that builds" in capfd.readouterr().err
    assert "no-such-command: No such file" in refused(capfd, "no-such-command")


def test_inside_of_itself(track: Tracker) -> None:
    done = track(sys.executable, "-m", "owned_debug", "track", "--", "true")
    assert done.returncode == USAGE and "track runs inside of another track" in done.stderr


def test_the_exit_code_is_the_commands(track: Tracker) -> None:
    track.write("tally.c", module("tally"))
    assert track.shell("$CC $P -c tally.c; exit 9").returncode == 9
    assert track.shell("exit 9").returncode == 9
    assert track.shell("kill -9 $$").returncode == 128 + 9
    assert track.shell("$CC $P -c tally.c").returncode == 0


def test_nothing_compiled(track: Tracker) -> None:
    done = track("true")
    assert done.returncode == NOTHING_TRACKED
    assert "nothing was tracked: the command compiled no C file" in done.stderr and "up to date" in done.stderr
    assert "next:" not in done.stderr


def test_nothing_that_includes_python(track: Tracker) -> None:
    track.write("plain.c", "int plain(void) { return 1; }")
    done = track.shell("$CC -c plain.c")
    assert done.returncode == NOTHING_TRACKED and "no C file that was compiled includes Python.h" in done.stderr


def test_pip_is_told_how_to_build_anew(track: Tracker) -> None:
    done = track(sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--no-index", "pip")
    assert done.returncode == NOTHING_TRACKED, done.stderr
    assert "--force-reinstall --no-deps --no-cache-dir --no-binary NAME" in done.stderr


def test_options_of_the_command_are_its_own(track: Tracker) -> None:
    for separator in ([], ["--"]):
        done = subprocess.run(
            [sys.executable, "-m", "owned_debug", "track", *separator, "echo", "--json", "-x"],
            capture_output=True, text=True, check=False, cwd=track.folder, env=track.environment,
        )  # fmt: skip
        assert done.stdout == "--json -x\n" and done.returncode == NOTHING_TRACKED
