"""An extension module in Python that speaks the protocol and does as tests tell it."""

from __future__ import annotations

import os
import sys
import threading
import types
from typing import Any


class FakeExtension(types.ModuleType):
    """`make` and `release` stand for what Rust code does; `other` is a second module of the same extension."""

    def __init__(self, name: str = "fake", extension: str | None = None, version: int = 1) -> None:
        super().__init__(name)
        self.extension = extension or name
        self.version = version
        self.level = "sites"
        self.counts: dict[tuple[str, int, str, bool], list[int]] = {}
        self.alive: dict[int, tuple[Any, ...]] = {}
        self.violations: list[tuple[str, str, str, int]] = []
        self.pending = 0
        self.intended: dict[tuple[str, int, str, str], int] = {}
        self.serial = 0
        self.held: list[Any] = []
        self.__dict__["__owned_debug__"] = self._debug

    def make(
        self,
        file: str = "src/lib.rs",
        line: int = 1,
        handle: str = "Owned<Str>",
        *,
        escaped: bool = False,
        object: Any = None,
    ) -> tuple[Any, ...]:
        key = (file, line, handle, escaped)
        if self.level != "off":
            count = self.counts.setdefault(key, [0, 0])
            count[0] += 1
            count[1] += 1
        self.serial += 1
        if self.level in ("frames", "stacks"):
            frame = sys._getframe(1)
            stack = ["rust::caller"] if self.level == "stacks" else None
            self.alive[self.serial] = (
                self.serial,
                *key,
                id(object),
                (frame.f_code.co_filename, frame.f_lineno),
                threading.get_ident(),
                0,
                stack,
            )
        return (*key, self.serial)

    def release(self, made: tuple[Any, ...]) -> None:
        if made[:4] in self.counts:
            self.counts[made[:4]][0] -= 1
        self.alive.pop(made[4], None)

    def violate(self, kind: str = "stole", what: str = "PyList_Append", line: int = 9) -> None:
        self.violations.append((kind, what, "src/c.rs", line))

    def other(self, name: str) -> types.ModuleType:
        module = types.ModuleType(name)
        module.__dict__["__owned_debug__"] = self._debug
        return module

    def _debug(self, operation: str, argument: Any = None) -> Any:
        if operation == "version":
            return self.version
        if operation == "name":
            return self.extension
        if operation == "level":
            former = self.level
            if argument is not None:
                if argument not in ("off", "sites", "frames", "stacks"):
                    raise ValueError(argument)
                self.level = argument
            return former
        if operation == "sites":
            return [(*key, live, made) for key, (live, made) in self.counts.items()]
        if operation == "handles":
            return list(self.alive.values())
        if operation == "violations":
            return list(self.violations)
        if operation == "intended":
            return [(*key, count) for key, count in self.intended.items()]
        if operation == "pending":
            return self.pending
        raise ValueError(f"unknown operation {operation!r}")


class Handle:
    """Makes a handle, and releases it when it is freed."""

    def __init__(self, extension: FakeExtension, *args: Any, **options: Any) -> None:
        self.extension, self.made = extension, extension.make(*args, **options)

    def __del__(self) -> None:
        self.extension.release(self.made)


def search_path() -> str:
    """PYTHONPATH for processes that are to find this module, beside what this process finds."""
    return os.pathsep.join(filter(None, [os.path.dirname(__file__), os.environ.get("PYTHONPATH")]))


def install(name: str = "fake", **options: Any) -> FakeExtension:
    """The fake of this name, made and put into `sys.modules` if it is not there."""
    module = sys.modules.get(name)
    if not isinstance(module, FakeExtension):
        module = sys.modules[name] = FakeExtension(name, **options)
    return module
