"""A dict of limited size that forgets what was used least recently."""

from collections.abc import Callable
from typing import Any
from typing_extensions import disjoint_base

__all__ = ["LRU"]

@disjoint_base
class LRU:
    """A dict that holds `size` entries at most.

    Whoever adds one more makes it forget that entry which was not used for the longest time. Using is looking up by
    `cache[key]`, `get`, `setdefault` and `pop`, and setting; `in` and the peeking methods only look. If there is a callback, it
    is called with the key and the value of each entry that is forgotten for want of room.

    >>> cache = LRU(2)
    >>> cache["a"], cache["b"], cache["c"] = 1, 2, 3
    >>> cache.keys()
    ['c', 'b']
    """
    def __init__(self, size: int, callback: Callable[[Any, Any], object] | None = None) -> None: ...
    def __len__(self) -> int: ...
    def __getitem__(self, key: object, /) -> Any: ...
    def __setitem__(self, key: object, value: object, /) -> None: ...
    def __delitem__(self, key: object, /) -> None: ...
    def __contains__(self, key: object, /) -> bool: ...
    def __repr__(self) -> str: ...
    def has_key(self, key: object, /) -> bool:
        """Whether the key is there."""
    def get(self, key: object, default: object = None) -> Any:
        """The value of the key, which is used thereby; `default` if it is not there."""
    def setdefault(self, key: object, default: object = None, /) -> Any:
        """The value of the key, which is used thereby; if it is not there, it is set to `default` first."""
    def pop(self, key: object, default: object = None) -> Any:
        """Take the key out; its value, or `default` if it is not there. Without a `default` that is a KeyError."""
    def popitem(self, least_recent: object = True) -> tuple[Any, Any]:
        """Take out the entry that was used least recently, or most recently, as `(key, value)`. Nothing is counted."""
    def keys(self) -> list[Any]:
        """The keys, those used last first."""
    def values(self) -> list[Any]:
        """The values, those used last first."""
    def items(self) -> list[Any]:
        """The entries as `(key, value)`, those used last first."""
    def peek_first_item(self) -> tuple[Any, Any] | None:
        """The entry that was used last, as `(key, value)`, or None. It is not used thereby."""
    def peek_last_item(self) -> tuple[Any, Any] | None:
        """The entry that was used least recently, as `(key, value)`, or None. It is not used thereby."""
    def update(self, other: object = None, /, **more: object) -> None:
        """Set each key of a mapping, or of an iterable of pairs, and each keyword, to its value."""
    def get_size(self) -> int:
        """How many entries there may be."""
    def set_size(self, size: int, /) -> None:
        """Say how many entries there may be; what is too much is forgotten. If the callback raises, the size stays as it was."""
    def clear(self) -> None:
        """Forget everything, the counts of hits and misses too. The callback is not called."""
    def get_stats(self) -> tuple[int, int]:
        """How many lookups have found their key, and how many have not."""
    def set_callback(self, callback: Callable[[Any, Any], object] | None, /) -> None:
        """Say what is called with each key and value that is forgotten for want of room; None for nothing."""
