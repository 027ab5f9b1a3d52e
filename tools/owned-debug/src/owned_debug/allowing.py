"""Which sites may grow, as callers write it.

A pattern is one of

- `"Py<Callable>"`: the handle, with the wildcards of `fnmatch`;
- `"src/cache.rs"` or `"src/cache.rs:12"`: the end of the path, whole folders, with or without the line;
- `("src/cache.rs", 12)`: the same as a pair;
- a site itself, or a function from a site to a bool.

What is allowed is a number of handles in all, a pattern, several patterns, or a dict from patterns to how many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from typing import Any, Protocol, TypeVar


class Placed(Protocol):
    """What patterns are compared with: a site, or a handle."""

    @property
    def file(self) -> str:
        """The file of Rust."""

    @property
    def line(self) -> int:
        """The line in it."""

    @property
    def handle(self) -> str:
        """The type of the handle."""


Pattern = str | tuple[Any, ...] | Callable[[Any], bool]
Allow = None | int | Pattern | Iterable[Pattern] | Mapping[Any, int]

_SITE = ("extension", "file", "line", "handle", "escaped")

_Place = TypeVar("_Place", bound=Placed)


def matches(pattern: Pattern, place: Placed) -> bool:
    """Whether the pattern is meant to match this place."""
    if callable(pattern):
        return bool(pattern(place))
    if isinstance(pattern, tuple):
        if len(pattern) == 2:
            return _is_end(pattern[0], place.file) and pattern[1] == place.line
        # A site: handles are of it when they say the same, whatever else they say.
        return all(getattr(place, field, None) == value for field, value in zip(_SITE, pattern))
    if fnmatchcase(place.handle, pattern):
        return True
    file, colon, line = pattern.rpartition(":")
    if colon and line.isdigit():
        return int(line) == place.line and _is_end(file, place.file)
    return _is_end(pattern, place.file)


def excess(growth: Mapping[_Place, int], allow: Allow) -> dict[_Place, int]:
    """What of `growth` is not allowed. A number that is exceeded allows nothing: all of it is then shown."""
    growing = {place: count for place, count in growth.items() if count > 0}
    if allow is None:
        return growing
    if isinstance(allow, int):
        return {} if sum(growing.values()) <= allow else growing
    if isinstance(allow, Mapping):
        left = dict(allow)
        for place in growing:
            for pattern in left:
                taken = min(left[pattern], growing[place]) if matches(pattern, place) else 0
                left[pattern] -= taken
                growing[place] -= taken
        return {place: count for place, count in growing.items() if count > 0}
    patterns: list[Pattern] = [allow] if isinstance(allow, (str, tuple)) or callable(allow) else list(allow)
    return {place: count for place, count in growing.items() if not any(matches(each, place) for each in patterns)}


def _is_end(end: str, path: str) -> bool:
    end, path = end.replace("\\", "/"), path.replace("\\", "/")
    return path == end or path.endswith("/" + end.lstrip("/"))
