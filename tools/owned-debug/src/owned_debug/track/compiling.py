"""The ledger as a module of this Python: compiled once, by the compiler that extensions are compiled with."""

from __future__ import annotations

import hashlib
import importlib.machinery
import importlib.util
import os
import shlex
import subprocess
import sys
import sysconfig
import types
from pathlib import Path

from ..scripts import Usage
from . import places
from .compilers import real

HERE = Path(__file__).parent
NAME = "_owned_track"


def library() -> Path:
    """Where the ledger of this version of the package is, or would be."""
    digest = hashlib.sha256()
    for source in sources():
        digest.update(source.read_bytes())
    return (
        Path(places.home())
        / "ledger"
        / digest.hexdigest()[:16]
        / f"{NAME}{sysconfig.get_config_var('EXT_SUFFIX') or '.so'}"
    )


def sources() -> list[Path]:
    """What it is compiled from."""
    return [*sorted((HERE / "ledger").glob("*.[ch]")), HERE / "include" / "owned_track" / "core.h"]


def prepare() -> Path:
    """Compiles the ledger, unless that is done."""
    target = library()
    if target.exists():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    compiler = real("CC", "cc")
    if compiler is None:
        raise Usage("the ledger needs a C compiler: neither $CC nor the one that built this Python nor cc is there")
    fresh = target.with_suffix(f".{os.getpid()}.new")
    include = [f"-I{sysconfig.get_path(name)}" for name in ("include", "platinclude")]
    code = [str(source) for source in sources() if source.suffix == ".c"]
    how = ["-std=gnu99", "-O3", "-g", "-fvisibility=hidden", "-shared", "-fPIC"]
    command = [*compiler, *how, *include, "-o", str(fresh), *code]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise Usage(f"the ledger does not compile: {shlex.join(command)}\n{done.stderr}")
    # Beside others who do the same, each has a whole file to put there, and the first does.
    if target.exists():
        fresh.unlink()
    else:
        fresh.replace(target)
    return target


def load() -> types.ModuleType:
    """The ledger. Nothing is heard before its `start` is called."""
    if NAME in sys.modules:
        return sys.modules[NAME]
    path = str(prepare())
    loader = importlib.machinery.ExtensionFileLoader(NAME, path)
    spec = importlib.util.spec_from_file_location(NAME, path, loader=loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    sys.modules[NAME] = module
    return module
