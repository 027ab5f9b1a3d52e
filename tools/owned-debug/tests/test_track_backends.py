"""Builds of real projects by `track`: each backend, alone and isolated by pip, and editable."""

import os
import subprocess
from pathlib import Path

import pytest
from tracking import MARK, Tools, Tracker, answer, module

from owned_debug.track.building import NOTHING_TRACKED

PROJECTS = {
    "setuptools": {
        "pyproject.toml": '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'
        '[project]\nname = "NAME"\nversion = "1"\n[tool.setuptools]\npy-modules = []\n',
        "setup.py": "from setuptools import Extension, setup\nsetup(ext_modules=[Extension('NAME', ['src/code.c'])])\n",
    },
    "meson-python": {
        "pyproject.toml": '[build-system]\nrequires = ["meson-python"]\nbuild-backend = "mesonpy"\n'
        '[project]\nname = "NAME"\nversion = "1"\n',
        "meson.build": "project('NAME', 'c', version: '1')\npy = import('python').find_installation(pure: false)\n"
        "py.extension_module('NAME', 'src/code.c', install: true)\n",
    },
    "scikit-build-core": {
        "pyproject.toml": '[build-system]\nrequires = ["scikit-build-core", "cmake", "ninja"]\n'
        'build-backend = "scikit_build_core.build"\n[project]\nname = "NAME"\nversion = "1"\n',
        "CMakeLists.txt": "cmake_minimum_required(VERSION 3.18)\nproject(NAME LANGUAGES C)\n"
        "find_package(Python COMPONENTS Interpreter Development.Module REQUIRED)\n"
        "Python_add_library(NAME MODULE src/code.c WITH_SOABI)\ninstall(TARGETS NAME DESTINATION .)\n",
    },
}


def write(track: Tracker, backend: str, name: str) -> None:
    """Writes the project, whose module has this name."""
    for path, text in PROJECTS[backend].items():
        track.write(path, text.replace("NAME", name))
    track.write("src/code.c", module(name))


def on_path(track: Tracker, tools: Tools) -> None:
    """What the backends call without isolation is found on the PATH, as in an environment that is activated."""
    track.environment["PATH"] = f"{Path(tools.python).parent}{os.pathsep}{track.environment['PATH']}"


# The others are installed without isolation by the tests below.
@pytest.mark.parametrize(
    ("backend", "isolation"),
    [*((backend, []) for backend in PROJECTS), ("scikit-build-core", ["--no-build-isolation"])],
    ids=[*PROJECTS, "scikit-build-core alone"],
)
def test_pip_installs_what_is_tracked(track: Tracker, tools: Tools, backend: str, isolation: list[str]) -> None:
    write(track, backend, "tally")
    on_path(track, tools)
    done = track(*tools.pip("--target", "../site", *isolation, "."))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "owned-debug: 1 file tracked\nnext: " in done.stderr and "not tracked" not in done.stderr
    assert track.states() == {"code.c": ("tracked", None)}
    assert track.tracked("../site/tally*.so") and answer(tools.python, "tally", track.folder.parent / "site") == 42


def test_what_was_built_tracked_is_in_nobodys_way(track: Tracker, tools: Tools) -> None:
    write(track, "setuptools", "tally")
    for target in ("../site", "../again"):
        done = track(*tools.pip("--target", target, "--no-build-isolation", "."))
        assert done.returncode in (0, NOTHING_TRACKED), done.stdout + done.stderr
        assert track.tracked(f"{target}/tally*.so")


@pytest.mark.parametrize("backend", ["setuptools", "scikit-build-core"])
def test_editable_installs(track: Tracker, tools: Tools, backend: str) -> None:
    name = f"editable_{backend.replace('-', '_')}"
    write(track, backend, name)
    on_path(track, tools)
    done = track(*tools.pip("--editable", "."))
    assert done.returncode == 0, done.stdout + done.stderr
    assert answer(tools.python, name) == 42
    where = f"import {name}; print({name}.__file__)"
    done = subprocess.run([tools.python, "-c", where], capture_output=True, text=True, check=True, cwd="/")
    assert MARK in Path(done.stdout.strip()).read_bytes()


def test_an_editable_install_that_builds_again_on_import_stays_tracked(track: Tracker, tools: Tools) -> None:
    write(track, "meson-python", "again")
    on_path(track, tools)
    # With the isolation of pip, the tools that build again would be gone by then.
    done = track(*tools.pip("--no-build-isolation", "--editable", "."))
    assert done.returncode == 0, done.stdout + done.stderr
    assert answer(tools.python, "again") == 42
    track.write("src/code.c", module("again").replace("42", "43"))
    track.write("src/more.c", module("more"))
    text = PROJECTS["meson-python"]["meson.build"].replace("NAME", "again")
    track.write("meson.build", text.replace("code.c'", "code.c', 'src/more.c'"))
    assert answer(tools.python, "again") == 43
    assert track.states() == {"code.c": ("tracked", None), "more.c": ("tracked", None)}
    assert track.tracked("build/*/again*.so")


def test_cmake_alone(track: Tracker, tools: Tools) -> None:
    write(track, "scikit-build-core", "tally")
    on_path(track, tools)
    done = track("cmake", "-S", ".", "-B", "build", f"-DPython_EXECUTABLE={tools.python}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.endswith("build it by `track` as well\n")
    done = track("cmake", "--build", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert track.tracked("build/tally*.so") and answer(tools.python, "tally", track.folder / "build") == 42
    done = track("cmake", "--build", "build")
    assert done.returncode == NOTHING_TRACKED and "up to date" in done.stderr


def test_setup_py_in_place(track: Tracker, tools: Tools) -> None:
    write(track, "setuptools", "tally")
    for _ in range(2):
        done = track(tools.python, "setup.py", "build_ext", "--inplace", "--force")
        assert done.returncode == 0, done.stdout + done.stderr
        assert track.tracked("tally*.so") and track.tracked("build/temp*/src/code.o")


def test_what_cython_generates_is_left_alone(track: Tracker, tools: Tools) -> None:
    write(track, "setuptools", "tally")
    track.write("src/fast.pyx", "def answer():\n    return 42\n")
    setup = "from Cython.Build import cythonize\nfrom setuptools import Extension, setup\n"
    setup += (
        "setup(ext_modules=[Extension('tally', ['src/code.c'])] + cythonize([Extension('fast', ['src/fast.pyx'])]))\n"
    )
    track.write("setup.py", setup)
    done = track(tools.python, "setup.py", "build_ext", "--inplace")
    assert done.returncode == 0, done.stdout + done.stderr
    reason = "generated by Cython, whose code is not tracked"
    assert track.states() == {"code.c": ("tracked", None), "fast.c": ("untracked", reason)}
    assert f"    src/fast.c: {reason}\n" in done.stderr
    assert answer(tools.python, "fast", track.folder) == 42 and answer(tools.python, "tally", track.folder) == 42
    # Neither is in the way of the next build, though one of them bears no mark.
    done = track(tools.python, "setup.py", "build_ext", "--inplace", "--force")
    assert done.returncode == 0, done.stdout + done.stderr
