"""Counts the words of texts."""

from collections.abc import Callable
from typing import Any, Self, final

__all__ = ["FullError", "Tally", "count"]

class FullError(ValueError):
    """A tally has as many words as it may have."""

@final
class Tally:
    """Counts words over several texts, and tells of each that is new."""
    @property
    def limit(self) -> int | None:
        """How many different words there may be; None if there is no limit."""
    @property
    def on_new(self) -> Callable[..., Any] | None:
        """Called with each word that is new, or None."""
    @on_new.setter
    def on_new(self, value: Callable[..., Any] | None) -> None: ...
    def __new__(cls, *, limit: int | None = None, on_new: Callable[..., Any] | None = None) -> Self: ...
    def add(self, text: str) -> int:
        """Count the words of a text; returns how many of them were new.

        Raises FullError at a new word if there are as many as there may be. What came before it is counted.
        """
    def most(self) -> str | None:
        """The word that came most often, the first by the alphabet of several; None if there is no word."""
    def __len__(self) -> int: ...
    def __contains__(self, word: str, /) -> bool: ...
    def __getitem__(self, word: str, /) -> int: ...
    def __repr__(self) -> str: ...

def count(text: str, *, ignore_case: bool = False) -> dict[str, int]:
    """Count the words of a text."""
