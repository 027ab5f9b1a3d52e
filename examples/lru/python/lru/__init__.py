"""A dict of limited size that forgets what was used least recently."""

from ._lru import LRU

__all__ = ["LRU"]
