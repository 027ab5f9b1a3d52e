"""The module of `track_ledger.c`, compiled as an unchanged source is in a tracked build; and programs that use it."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import owned_debug
from owned_debug.track.compiling import HERE

SOURCE = Path(__file__).with_name("track_ledger.c")
FAULTS = Path(__file__).with_name("tracked")
PACKAGE = Path(owned_debug.__file__).parents[1]


def build(folder: Path, source: Path = SOURCE, name: str = "ways") -> None:
    """Puts the module of a source into the folder."""
    built = folder / f"{name}{sysconfig.get_config_var('EXT_SUFFIX')}"
    include = [f"-I{HERE / 'include'}", f"-I{sysconfig.get_path('include')}"]
    command = ["cc", "-g", "-O1", "-Wall", "-Werror", "-shared", "-fPIC", *include, "-o", str(built), str(source)]
    subprocess.run(command, check=True)


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a program that finds the module, in the folder."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(PACKAGE)])}
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True)


def line_of(comment: str) -> int:
    """The line of the source that ends with the comment."""
    [found] = [at for at, line in enumerate(SOURCE.read_text().splitlines(), 1) if line.endswith(f"/* {comment} */")]
    return found


def culprits(name: str) -> list[int]:
    """The lines at fault of a module of `tracked`, which its source marks."""
    lines = (FAULTS / f"{name}.c").read_text().splitlines()
    return [number for number, line in enumerate(lines, 1) if line.endswith("/* culprit */")]
