"""How many handles are alive, by the line that made them."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import Any, NamedTuple

from .allowing import Pattern, matches
from .protocol import LEVELS, Handle, Level, by_module, extensions


class Site(NamedTuple):
    """A line of Rust that makes handles, of one type."""

    extension: str
    file: str
    line: int
    handle: str
    escaped: bool
    """Whether the handles left through `into_raw`; the line is then that of the `into_raw`."""

    def __str__(self) -> str:
        return f"{self.handle} at {self.file}:{self.line}{' (into_raw)' if self.escaped else ''}"


class Count(NamedTuple):
    """What has become of the handles of a site."""

    live: int
    made: int


@dataclass(frozen=True)
class Snapshot:
    """The counts at one moment. It holds numbers and names, none of the objects that are counted."""

    sites: dict[Site, Count]
    levels: dict[str, Level]
    pending: dict[str, int]
    """By extension: references that wait to be released. They are alive until then."""

    @property
    def total(self) -> int:
        """The number of live handles."""
        return sum(count.live for count in self.sites.values())

    @property
    def counting(self) -> bool:
        """Whether any extension counts its handles at all."""
        return any(level != "off" for level in self.levels.values())

    def __str__(self) -> str:
        if not self.levels:
            return "no extension that counts its handles is loaded"
        rows = sorted(((count, site) for site, count in self.sites.items() if count.live), reverse=True)
        lines = [f"{count.live:>8} of {count.made:<8} {site}" for count, site in rows]
        return "\n".join([f"{self.total} live handles in {', '.join(sorted(self.levels))}", *lines])

    def to_json(self) -> dict[str, Any]:
        """The snapshot as values that `json` writes; `Snapshot.from_json` reads them."""
        rows = [{**site._asdict(), **count._asdict()} for site, count in sorted(self.sites.items())]
        return {"sites": rows, "levels": self.levels, "pending": self.pending}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Snapshot:
        """The snapshot that `to_json` gave."""
        sites = {
            Site(*(row[field] for field in Site._fields)): Count(row["live"], row["made"]) for row in value["sites"]
        }
        return cls(sites, dict(value["levels"]), dict(value["pending"]))


def enable(level: Level = "sites", modules: Iterable[ModuleType | str] | None = None) -> dict[str, Level]:
    """Keep `level` of each handle made from now on, in `modules` or in all that are loaded.

    Returns the former levels by module, so that they can be set again.
    """
    if level not in LEVELS:
        raise ValueError(f"level {level!r} is none of {', '.join(LEVELS)}")
    # Each module, also of one extension: setting a level twice is setting it once, and none is left out.
    former: dict[str, Level] = {}
    known: dict[str, Level] = {}
    for extension in by_module(modules):
        was = extension.set_level(level)
        former[extension.module] = known.setdefault(extension.name, was)
    return former


def snapshot(modules: Iterable[ModuleType | str] | None = None) -> Snapshot:
    """Count the live handles of `modules`, or of all extensions that are loaded. Collects no garbage."""
    sites: dict[Site, Count] = {}
    levels: dict[str, Level] = {}
    pending: dict[str, int] = {}
    for extension in extensions(modules):
        levels[extension.name] = extension.level()
        pending[extension.name] = pending.get(extension.name, 0) + extension.pending()
        for file, line, handle, escaped, live, made in extension.sites():
            site = Site(extension.name, file, line, handle, escaped)
            before = sites.get(site, Count(0, 0))
            sites[site] = Count(before.live + live, before.made + made)
    return Snapshot(sites, levels, pending)


def live(site: Pattern | None = None, modules: Iterable[ModuleType | str] | None = None) -> list[Handle]:
    """The handles alive, of those made at level `frames` or `stacks`; with `site`, those of the sites it matches.

    >>> enable("frames")
    >>> for handle in live("src/leak.rs"):
    ...     print(handle)
    """
    found = [handle for extension in extensions(modules) for handle in extension.handles()]
    return [handle for handle in found if site is None or matches(site, handle)]


def new_handles(
    site: Site, before: Set[tuple[str, int]], modules: Iterable[ModuleType | str] | None = None
) -> list[Handle]:
    """The handles of a site that are alive and not among the `serials` taken before."""
    return [each for each in live(modules=modules) if each.is_of(site) and (each.extension, each.serial) not in before]


def serials(modules: Iterable[ModuleType | str] | None = None) -> set[tuple[str, int]]:
    """The handles alive, of those made at level `frames` or `stacks`, by extension and serial number."""
    return {(each.extension, each.serial) for each in live(modules=modules)}


@contextmanager
def awake(modules: Iterable[ModuleType | str] | None = None) -> Iterator[None]:
    """Within, extensions at level `off` count their handles by site. A handle that was made before is never missed."""
    asleep = [extension for extension in by_module(modules) if extension.level() == "off"]
    for extension in asleep:
        extension.set_level("sites")
    try:
        yield
    finally:
        for extension in asleep:
            if extension.level() == "sites":
                extension.set_level("off")


def settle() -> None:
    """Collect garbage until none is left that the collector can find, in few rounds."""
    for _ in range(4):
        # What a finalizer let go, and what is released late, may be garbage of the next round.
        if not gc.collect():
            break
