"""What the tests of `track` share: builds in a folder of their own, and an environment with the tools that build."""

import json
import os
import re
import shlex
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

import pytest

import owned_debug
from owned_debug.track import compiling

MARK = b"owned-track ABI"
PYTHON_FLAGS = shlex.join(["-fPIC", "-I", sysconfig.get_path("include")])

MODULE = """
#include <Python.h>
static PyObject *answer(PyObject *self, PyObject *none) { return PyLong_FromLong(42); }
static PyMethodDef methods[] = {{"answer", answer, METH_NOARGS, ""}, {0}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "NAME", "", -1, methods};
PyMODINIT_FUNC PyInit_NAME(void) { return PyModule_Create(&definition); }
"""


def module(name: str) -> str:
    """The source of a module with a function `answer`."""
    return MODULE.replace("NAME", name)


class Tracker:
    """Runs `track` in a folder, with a cache of its own."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.environment = {
            key: value for key, value in os.environ.items() if key not in ("CC", "CXX", "CFLAGS", "LDSHARED")
        }
        source = Path(owned_debug.__file__).parents[1]
        self.environment |= {
            "XDG_CACHE_HOME": str(cache),
            "PYTHONPATH": str(source),
            "LC_ALL": "C",
            "PIP_NO_COMPILE": "1",
        }

    def write(self, path: str, text: str) -> Path:
        """Writes a file, and the folders that it lies in."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
        return target

    def __call__(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "owned_debug", "track", "--", *command],
            capture_output=True, text=True, check=False, cwd=self.folder, env=self.environment,
        )  # fmt: skip

    def shell(self, line: str) -> subprocess.CompletedProcess[str]:
        """The same for a line of the shell, in which `$P` is what a file that includes Python.h is compiled with."""
        return self("sh", "-c", f"set -e; P={shlex.quote(PYTHON_FLAGS)}\n{line}")

    def states(self) -> dict[str, tuple[str, str | None]]:
        """What the manifest that was written last says, by the names of the files."""
        written = Path(self.environment["XDG_CACHE_HOME"]).glob("owned-debug/track/*/builds/*/manifest.jsonl")
        newest = max(written, key=lambda path: path.stat().st_mtime_ns)
        lines = map(json.loads, newest.read_text().splitlines())
        return {Path(line["source"]).name: (line["state"], line["reason"]) for line in lines}

    def tracked(self, path: str) -> bool:
        """Whether this file, or the only one that the pattern finds, has been compiled with our header."""
        (found,) = self.folder.glob(path)
        return MARK in found.read_bytes()


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the ledger, compiled once; each cache would have one of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("ledger")))
        return compiling.prepare().parents[1]


@pytest.fixture
def track(tmp_path: Path, ledger: Path) -> Tracker:
    """Runs `track` in an empty folder."""
    folder = tmp_path / "project"
    folder.mkdir()
    home = tmp_path / "cache/owned-debug/track" / ledger.parent.name
    home.mkdir(parents=True)
    (home / "ledger").symlink_to(ledger)
    return Tracker(folder, tmp_path / "cache")


class Tools(NamedTuple):
    """An environment with setuptools, Meson, scikit-build-core and CMake."""

    python: str
    wheels: str
    """A folder with the same as wheels, for builds that are isolated."""

    def pip(self, *arguments: str) -> list[str]:
        """A command of pip for the environment; it asks the registry nothing."""
        return [
            sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", self.python, "install",
            "--no-index", "--find-links", self.wheels, *arguments,
        ]  # fmt: skip


# Each at one version, for the tests of `owned-build` too. They are no pins of `cargo xtask`, which are pure Python.
PINS = Path(__file__).with_name("backends.txt").read_text()


@pytest.fixture(scope="session")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Tools:
    """What builds extensions: from the registry in the first run, from then on from what that has downloaded."""
    import fcntl  # Where a build can be tracked it is there.

    wheels = Path(__file__).parents[3] / "target/python" / f"track-{sys.implementation.cache_tag}"
    home = tmp_path_factory.mktemp("tools")
    pins = home / "pins.txt"
    pins.write_text(PINS)
    stamp = wheels / "pins.txt"
    wheels.mkdir(parents=True, exist_ok=True)
    with (wheels / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # Beside other workers, one downloads.
        if not stamp.is_file() or stamp.read_text() != PINS:
            pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
            subprocess.run([*pip, "--only-binary", ":all:", "--dest", str(wheels), "-r", str(pins)], check=True)
            stamp.write_text(PINS)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home / "venv")], check=True)
    made = Tools(str(home / "venv/bin/python"), str(wheels))
    subprocess.run(made.pip("--quiet", "--no-compile", "-r", str(pins)), check=True)
    return made


def answer(python: str, name: str, *folders: Path) -> int:
    """What `answer` of the module says, in a process of its own."""
    code = f"import sys; sys.path[:0] = {[str(each) for each in folders]!r}; import {name}; print({name}.answer())"
    # An editable install by Meson builds when it is imported, by the tools on the PATH.
    environment = {**os.environ, "PATH": f"{Path(python).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False, cwd="/", env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return int(re.findall(r"\d+", done.stdout)[-1])
