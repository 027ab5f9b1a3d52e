"""Faster than Python."""

__all__ = []

def _escape_inner(s: str, /) -> str:
    """The text with `&`, `<`, `>`, `'` and `"` as HTML writes them; the same object if there are none."""
