"""Where tracking keeps its files: a folder that stays, since editable installs build again long after `track`."""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
import time

INCLUDE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "include")
"""The folder whose `Python.h` is found before Python's own."""

BUILD = "OWNED_TRACK_BUILD"
"""The variable that tells the wrapper which build it works for: the build's folder."""


def cache() -> str:
    """The folder of all Pythons, in the user's cache."""
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(os.path.abspath(home), "owned-debug", "track")


def home() -> str:
    """The folder of this Python, however it is called, and of this installation of the package."""
    abi = sysconfig.get_config_var("SOABI") or ""
    who = f"{os.path.normpath(sys.prefix)}\0{abi}\0{INCLUDE}".encode(errors="surrogateescape")
    return os.path.join(cache(), f"{sys.implementation.cache_tag}-{hashlib.blake2b(who, digest_size=6).hexdigest()}")


def new_build(home: str) -> str:
    """Makes the folder of a build that is about to begin."""
    folder = os.path.join(home, "builds", time.strftime("%Y%m%d-%H%M%S-") + str(os.getpid()))
    os.makedirs(folder)
    return folder


def last_build(home: str) -> str | None:
    """The folder of the last build that tracked anything."""
    try:
        with open(os.path.join(home, "last"), encoding="utf-8", errors="surrogateescape") as file:
            folder = file.read()
    except FileNotFoundError:
        return None
    return folder if os.path.isdir(folder) else None


def set_last_build(home: str, folder: str) -> None:
    """From now on this build is the last one."""
    replace(os.path.join(home, "last"), folder)


def replace(path: str, text: str, mode: int = 0o644) -> None:
    """Writes the file at once: another process sees the former text or this one."""
    with open(f"{path}.{os.getpid()}", "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write(text)
    os.chmod(file.name, mode)
    os.replace(file.name, path)
