"""Compiles the mutants with the interpreter's own compiler against its own headers."""

import os
import shlex
import subprocess
import sys
import sysconfig
from pathlib import Path

SOURCES = Path(__file__).parents[1] / "mutants"


def build(folder):
    """Writes the module `mutants` to the folder. Warnings are errors here too: the faults are not careless ones."""
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[:1]
    target = Path(folder) / f"mutants{sysconfig.get_config_var('EXT_SUFFIX')}"
    command = [*compiler, "-shared", "-fPIC", "-O1", "-g", "-Wall", "-Wextra", "-Werror"]
    if sys.platform == "darwin":
        command += ["-undefined", "dynamic_lookup"]
    # Old slots are typed more narrowly than the table that holds them; that is how C extensions are written.
    command += ["-Wno-pedantic", f"-I{sysconfig.get_path('include')}", "-o", str(target)]
    done = subprocess.run([*command, *sorted(map(str, SOURCES.glob("*.c")))], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return target
