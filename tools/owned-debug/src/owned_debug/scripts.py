"""Runs scripts for the command: as Python would, or one function of them again and again."""

from __future__ import annotations

import ast
import builtins
import contextlib
import importlib
import importlib.util
import os
import runpy
import sys
import types
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from .protocol import FUNCTION, LEVELS, Level, by_module, own_attributes
from .snapshots import Count, Site, snapshot


class ScriptFailed(Exception):
    """The script raised; the cause is what it raised."""


class Usage(Exception):
    """What was asked for makes no sense."""


class Work(NamedTuple):
    """What is to be run."""

    call: Callable[[], Any]
    """Runs it; what it raises comes out as `ScriptFailed`."""
    function: Callable[[], Any] | None
    """The function of the script itself; None if the whole script is run."""
    module: types.ModuleType | None = None
    """What the script has become, if it was run to get at the function; without one, `call` returns it."""


Transform = Callable[[ast.Module], tuple[ast.Module, dict[str, Any]]]
"""Changes a script before it is compiled, and says what names it is to find besides its own."""


def load(script: str, arguments: Sequence[str] = (), transform: Transform | None = None) -> Work:
    """What `SCRIPT` or `SCRIPT:FUNCTION` means. Without a function each call runs the whole script, as `__main__`."""
    path, colon, name = script.rpartition(":")
    if not colon or not name.isidentifier():
        path, name = script, ""
    names: dict[str, Any] = {}
    try:
        tree = ast.parse(Path(path).read_bytes(), path)
        if transform is not None:
            tree, names = transform(tree)
        code: types.CodeType = compile(tree, path, "exec", dont_inherit=True)
    except OSError as error:
        raise Usage(f"{path}: {error.strerror}") from error
    except (SyntaxError, ValueError) as error:
        raise ScriptFailed(path) from error
    sys.argv = [path, *arguments]
    sys.path[0:1] = [os.path.dirname(os.path.abspath(path))]
    if not name:
        return Work(lambda: _guarded(lambda: _execute(code, "__main__", names), path), None)
    module = _guarded(lambda: _execute(code, Path(path).stem, names), path)
    function = module.__dict__.get(name) if module is not None else None
    if not callable(function):
        raise Usage(f"{path} has no function {name!r}")
    return Work(lambda: _guarded(function, script), function, module)


def load_module(name: str, arguments: Sequence[str] = ()) -> Work:
    """What `-m MODULE` means: each call runs the module, as `__main__`."""
    try:
        known = importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        known = False
    if not known:
        raise Usage(f"there is no module {name!r}")
    sys.argv = [name, *arguments]
    sys.path[0:1] = [os.getcwd()]
    return Work(lambda: _guarded(lambda: runpy.run_module(name, run_name="__main__", alter_sys=True), name), None)


def _execute(code: types.CodeType, name: str, names: dict[str, Any]) -> types.ModuleType:
    """Run the code as a module of this name, which is in `sys.modules` meanwhile."""
    module = types.ModuleType(name)
    module.__dict__.update(names)
    module.__dict__["__file__"] = code.co_filename
    former = sys.modules.get(name)
    sys.modules[name] = module
    try:
        exec(code, module.__dict__)
    finally:
        if former is not None:
            sys.modules[name] = former
        else:
            del sys.modules[name]
    return module


def _guarded(call: Callable[[], Any], what: str) -> Any:
    try:
        return call()
    except SystemExit as stop:
        if stop.code not in (None, 0):
            raise ScriptFailed(what) from stop
        return None
    except Exception as error:
        raise ScriptFailed(what) from error


class Imports:
    """Notes what extensions hold as soon as they are imported, and tells them what to keep of each handle.

    What is there right after the import, such as the classes of the module, is not a leak of the script. Extensions
    built with Owned read the environment as they are loaded; those that come later, or are asleep, are told.
    """

    def __init__(self, level: Level) -> None:
        self.level = level
        self.baseline: dict[Site, Count] = {}
        self._known: set[int] = set()
        self._depth = 0
        self._size = 0

    @contextlib.contextmanager
    def watched(self) -> Iterator[None]:
        """Within, imports are watched."""
        statement, function = builtins.__import__, importlib.import_module
        os.environ["OWNED_LEDGER"] = self.level
        self.note()
        builtins.__import__ = self._noting(statement)
        importlib.import_module = self._noting(function)
        try:
            yield
        finally:
            builtins.__import__, importlib.import_module = statement, function

    def _noting(self, importing: Callable[..., Any]) -> Callable[..., Any]:
        """The same, and a look at what is new after it: what modules make while they are imported is theirs."""

        def watching(*arguments: Any, **options: Any) -> Any:
            self._depth += 1
            try:
                return importing(*arguments, **options)
            finally:
                self._depth -= 1
                if not self._depth and len(sys.modules) != self._size:
                    self.note()

        return watching

    def note(self) -> None:
        """Look for extensions that were not there before."""
        self._size = len(sys.modules)
        found = {id(module) for module in list(sys.modules.values()) if FUNCTION in own_attributes(module)}
        if found <= self._known:
            return
        self._known |= found
        for extension in by_module():
            if LEVELS.index(extension.level()) < LEVELS.index(self.level):
                extension.set_level(self.level)
        # Counts of sites that are known stay: what the script itself did meanwhile is not the import's.
        names = {site.extension for site in self.baseline}
        for site, count in snapshot().sites.items():
            if site.extension not in names:
                self.baseline[site] = count
