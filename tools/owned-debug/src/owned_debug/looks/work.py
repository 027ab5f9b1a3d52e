"""The script that is looked at, and what of all that it has loaded is its own."""

from __future__ import annotations

import contextlib
import importlib.machinery
import sys
import sysconfig
import types
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ..protocol import FUNCTION, own_attributes
from ..scripts import Transform, load

_SUFFIXES = tuple(importlib.machinery.EXTENSION_SUFFIXES)
_LIBRARIES = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}


class Subject:
    """The script, loaded. What belongs to it: the extensions that it imports, unless they are Python's own or lie
    where packages of others are installed; of those, the ones that speak the protocol."""

    def __init__(self, script: str, arguments: Sequence[str], transform: Transform | None = None) -> None:
        self.script = script
        self.arguments = arguments
        path, _, function = script.rpartition(":")
        self.whole = not (path and function.isidentifier())
        """Whether each call runs the whole script."""
        self.name = "__main__" if self.whole else Path(path).stem
        work = load(script, arguments, transform)
        self.call: Callable[[], Any] = work.call
        self.module = work.module
        self._modules: dict[str, bool] = {}

    def has_native_code(self) -> bool:
        """Whether an extension of its own is loaded: after a call, since that may import more."""
        quietly(self.call)
        names = {} if self.module is None else self.module.__dict__
        # With ctypes a script is its own extension.
        if any(value is sys.modules.get("ctypes", names) for value in names.values()):
            return True
        return any(self.is_own_module(module) for module in list(sys.modules.values()))

    def calls(self, times: int) -> None:
        """Call it so often."""
        for _ in range(times):
            self.call()

    def is_own(self, kind: type) -> bool:
        """Whether the class, or one that it extends, is defined by an extension of the script's."""
        return any(self._is_own_name(base.__module__) for base in kind.__mro__)

    def is_own_callable(self, function: Any) -> bool:
        """Whether this is a function, a method or a class of an extension of the script's."""
        if isinstance(function, type):
            return self.is_own(function)
        if isinstance(function, (types.BuiltinFunctionType, types.MethodWrapperType)):
            owner = function.__self__
            if owner is None or isinstance(owner, types.ModuleType):
                return self.is_own_module(owner) if owner else self._is_own_name(function.__module__)
            return self.is_own(owner if isinstance(owner, type) else type(owner))
        if isinstance(function, (types.MethodDescriptorType, types.WrapperDescriptorType)):
            return self.is_own(function.__objclass__)
        if is_of_ctypes(function):
            return True
        return not isinstance(function, (types.FunctionType, types.MethodType)) and self.is_own(type(function))

    def is_own_module(self, module: types.ModuleType) -> bool:
        """Whether the module is native, and the script's."""
        attributes = own_attributes(module)
        if FUNCTION in attributes:
            return True
        file = attributes.get("__file__")
        if not isinstance(file, str) or not file.endswith(_SUFFIXES):
            return False
        return not any(Path(file).is_relative_to(library) for library in _LIBRARIES if library)

    def _is_own_name(self, name: object) -> bool:
        if not isinstance(name, str):
            return False
        if name not in self._modules:
            self._modules[name] = self._look_up(name)
        return self._modules[name]

    def _look_up(self, name: str) -> bool:
        root = name.partition(".")[0]
        if root in sys.stdlib_module_names or root in (self.name, "__main__", "builtins"):
            return False
        module = sys.modules.get(name) or sys.modules.get(root)
        # C may give a class the name of a module that is not there.
        return module is None or self.is_own_module(module)


def is_of_ctypes(function: Any) -> bool:
    """Whether it is a function of C that the script calls by itself."""
    return any(base.__module__ == "_ctypes" for base in type(function).__mro__)


def quietly(call: Callable[[], Any]) -> bool:
    """Call it; whether it came through. What it raises is no matter here."""
    with contextlib.suppress(Exception):
        call()
        return True
    return False
