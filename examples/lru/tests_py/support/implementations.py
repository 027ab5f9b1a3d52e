"""The port, and lru-dict's own extension of C, built from its sdist: the folder that holds it is in LRU_UPSTREAM."""

import importlib.util
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import lru

Port = lru.LRU


def _load(folder):
    path = Path(folder) / "lru" / f"_lru{sysconfig.get_config_var('EXT_SUFFIX')}"
    spec = importlib.util.spec_from_file_location("upstream._lru", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.LRU


Upstream = _load(os.environ["LRU_UPSTREAM"])

_PRELUDE = """
import gc, os, sys, weakref
from lru import LRU
class Held:
    "Something that can be watched."
"""


def run(folder, source):
    """What a Python of its own does with `source`, where `lru` is in `folder`: its status, output and errors."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONFAULTHANDLER": "0"}
    command = [sys.executable, "-c", _PRELUDE + source]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)


def port(source):
    """What the port does with it. It must end well."""
    done = run(Path(lru.__file__).parent.parent, source)
    assert done.returncode == 0, f"{done.returncode}: {done.stderr}"
    return done.stdout.strip()


def upstream(source):
    """What lru-dict does with it: its output, or how it ended."""
    done = run(os.environ["LRU_UPSTREAM"], source)
    if done.returncode < 0:
        return f"signal {-done.returncode}"
    return done.stdout.strip() if done.returncode == 0 else done.stderr.strip().splitlines()[-1]
