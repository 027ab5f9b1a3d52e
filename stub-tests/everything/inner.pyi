"""A module in the module."""

import everything
from typing import final

__all__ = ["Point", "origin", "Only"]

from everything import Point as Point

def origin() -> everything.Point:
    """A point of the module around."""

@final
class Only:
    """What is only here."""
    @property
    def point(self) -> everything.Point | None: ...
