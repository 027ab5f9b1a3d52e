"""What an extension says of itself: `__owned_debug__(operation, argument=None)`, version 1.

An extension that was built with the feature `ledger` has this function in each of its modules. Nothing else of this
package calls it. The modules are looked up in `sys.modules` each time, since they come and go.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal, NamedTuple, Protocol, cast, get_args

VERSION = 1
"""The one version of the protocol that is spoken here."""

FUNCTION = "__owned_debug__"

Level = Literal["off", "sites", "frames", "stacks"]
"""What is kept of each handle: nothing, the line that made it, also the line of Python, also the Rust stack."""

LEVELS: tuple[Level, ...] = get_args(Level)

SiteRow = tuple[str, int, str, bool, int, int]


class ProtocolError(RuntimeError):
    """A module has `__owned_debug__`, but not one that can be understood."""


class Violation(NamedTuple):
    """Something an imported C function did that it was declared not to do."""

    extension: str
    kind: str
    what: str
    file: str
    line: int

    def __str__(self) -> str:
        place = f" at {self.file}:{self.line}" if self.file else ""
        return f"{self.kind}: {self.what}{place} ({self.extension})"


class Handle(NamedTuple):
    """A handle that is alive, made at level `frames` or `stacks`."""

    extension: str
    serial: int
    file: str
    line: int
    handle: str
    escaped: bool
    object: int
    """The address of the Python object, as `id` says it."""
    python: tuple[str, int] | None
    thread: int
    interpreter: int
    stack: tuple[str, ...] | None

    def is_of(self, site: tuple[str, str, int, str, bool]) -> bool:
        """Whether the handle is one that `site` counts."""
        return site == (self.extension, self.file, self.line, self.handle, self.escaped)

    @property
    def place(self) -> str:
        """The line of Python that ran when the handle was made."""
        return "a call from native code" if self.python is None else f"{self.python[0]}:{self.python[1]}"

    def __str__(self) -> str:
        python = f", called from {self.python[0]}:{self.python[1]}" if self.python else ""
        return f"{self.handle} at {self.file}:{self.line}{' (into_raw)' if self.escaped else ''}{python}"


class Intended(NamedTuple):
    """A line that gives up references for good, and says why."""

    extension: str
    file: str
    line: int
    handle: str
    reason: str
    times: int

    def __str__(self) -> str:
        return f"{self.handle} given up at {self.file}:{self.line}: {self.reason}"


class _DebugFunction(Protocol):
    def __call__(self, operation: str, argument: object = None, /) -> Any: ...


@dataclass(frozen=True)
class Extension:
    """An extension, asked through one of its modules."""

    name: str
    module: str
    _ask: _DebugFunction

    def level(self) -> Level:
        """What is kept of the handles made from now on."""
        return cast(Level, self._ask("level"))

    def set_level(self, level: Level) -> Level:
        """Set what is kept of the handles made from now on; returns what it was."""
        return cast(Level, self._ask("level", level))

    def sites(self) -> list[SiteRow]:
        """A row for each line of Rust that ever made a handle."""
        return cast("list[SiteRow]", self._ask("sites"))

    def handles(self) -> list[Handle]:
        """The handles alive, of those made at level `frames` or `stacks`."""
        rows = self._ask("handles")
        return [Handle._make((self.name, *row[:-1], row[-1] and tuple(row[-1]))) for row in rows]

    def violations(self) -> list[Violation]:
        """What was not as declared, since the extension was loaded."""
        return [Violation._make((self.name, *row)) for row in self._ask("violations")]

    def intended(self) -> list[Intended]:
        """The references that were given up for good and on purpose: no handle is alive for them."""
        try:
            rows = self._ask("intended")
        except ValueError:
            return []
        return [Intended._make((self.name, *row)) for row in rows]

    def unrecorded(self) -> int:
        """Handles that are counted by their line only, since the records of others took all the memory they may."""
        try:
            return int(self._ask("unrecorded"))
        except ValueError:
            return 0

    def watch(self, kind: type) -> int:
        """Begin to count the births and deaths of a class; the number says which count it is.

        Raises `ValueError` where the extension does not know how, `TypeError` or `RuntimeError` where it cannot.
        """
        return int(self._ask("watch", kind))

    def unwatch(self, number: int) -> bool:
        """End a count."""
        return bool(self._ask("unwatch", number))

    def watched(self) -> list[tuple[int, int, int, list[tuple[str, int, int]]]]:
        """A row for each count: its number, how many were born and died, and of the deaths file, line and how many."""
        return cast("list[tuple[int, int, int, list[tuple[str, int, int]]]]", self._ask("watched"))

    def pending(self) -> int:
        """References dropped on threads that were not attached, which wait to be released."""
        return int(self._ask("pending"))


def extensions(modules: Iterable[ModuleType | str] | None = None) -> list[Extension]:
    """The extensions among `modules`, or among all that are loaded: each once, by name.

    Two modules are of one extension when they say the same name and the sites of one contain those of the other. So
    two extensions that happen to have one name stay two, as soon as each has made a handle at a line of its own.
    """
    found: list[tuple[Extension, set[tuple[str, int, str]]]] = []
    for extension in by_module(modules):
        keys = {row[:3] for row in extension.sites()}
        same = (of for other, of in found if other.name == extension.name and (keys <= of or of <= keys))
        known = next(same, None)
        if known is None:
            found.append((extension, keys))
        else:
            known |= keys
    return sorted((extension for extension, _ in found), key=lambda extension: (extension.name, extension.module))


def by_module(modules: Iterable[ModuleType | str] | None = None) -> Iterator[Extension]:
    """Every module that speaks the protocol; an extension of several modules comes several times."""
    chosen = list(sys.modules.values()) if modules is None else [_module(module) for module in modules]
    for module in {id(module): module for module in chosen}.values():
        extension = _extension(module, required=modules is not None)
        if extension is not None:
            yield extension


def _module(module: ModuleType | str) -> ModuleType:
    if isinstance(module, ModuleType):
        return module
    try:
        return sys.modules[module]
    except KeyError:
        raise ProtocolError(f"module {module!r} is not loaded: import it first") from None


def own_attributes(module: object) -> dict[str, Any]:
    """The attributes of a module, read so that one that is loaded when it is asked for stays as it is."""
    # By the type alone: `isinstance` may ask for `__class__`.
    return object.__getattribute__(module, "__dict__") if issubclass(type(module), ModuleType) else {}


def _extension(module: object, *, required: bool) -> Extension | None:
    attributes = own_attributes(module)
    name = str(attributes.get("__name__", module))
    ask = attributes.get(FUNCTION)
    if ask is None:
        if required:
            raise ProtocolError(f"module {name!r} has no {FUNCTION}: build it with the feature `ledger`")
        return None
    try:
        version = ask("version")
    except Exception as error:
        raise ProtocolError(f"{name}.{FUNCTION} does not say its version: {error!r}") from error
    if version != VERSION:
        raise ProtocolError(
            f"{name}.{FUNCTION} speaks version {version!r} of the protocol, owned-debug speaks {VERSION}: "
            "install the owned-debug that belongs to the version of owned-py it was built with"
        )
    # An extension of several modules says all their names; the first of them stays the first.
    return Extension(ask("name").partition(",")[0], name, ask)
