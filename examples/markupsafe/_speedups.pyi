"""Faster than Python."""

__all__: list[str] = []

def _escape_inner(s: str, /) -> str:
    """The text with `&`, `<`, `>`, `'` and `"` as HTML writes them; the same object if there are none."""
