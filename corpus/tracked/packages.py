"""The packages on which tracking is judged and measured, plain and tracked. It needs pip, setuptools, and `owned-debug` to be importable."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

VERSIONS = {"lru-dict": "1.4.1", "markupsafe": "3.0.4", "bsdiff4": "1.3.2", "immutables": "0.21", "pyrsistent": "0.20.0"}
WAYS = ("plain", "tracked")

_PIP = [sys.executable, "-m", "pip"]


def build(folder: Path, package: str, way: str) -> Path:
    """Where the package is installed to, compiled one way."""
    target = folder / way / package
    if not target.is_dir():
        pip = [*_PIP, "install", "--quiet", "--no-deps", "--no-cache-dir", "--no-binary", ":all:"]
        command = [*pip, "--target", str(target), f"{package}=={VERSIONS[package]}"]
        track = [sys.executable, "-m", "owned_debug", "track", "--"] if way == "tracked" else []
        subprocess.run([*track, *command], check=True)
    return target


def source(folder: Path, package: str) -> Path:
    """The package's source, with its tests."""
    name = f"{package.replace('-', '_')}-{VERSIONS[package]}"
    if not (folder / name).is_dir():
        fetch = [*_PIP, "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--dest", str(folder)]
        subprocess.run([*fetch, f"{package}=={VERSIONS[package]}"], check=True)
        with tarfile.open(folder / f"{name}.tar.gz") as archive:
            archive.extractall(folder, filter="data")
    return folder / name


def environment(*paths: Path) -> dict[str, str]:
    """One in which what lies there is imported."""
    search = [*map(str, paths), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, search))}
