"""Paragraphs wrapped, indented and shortened."""

import pprint
import reprlib
import textwrap

TEXT = "the quick brown fox jumps over the lazy dog and so on " * 10


def step():
    lines = textwrap.wrap(TEXT, width=30, initial_indent="* ")
    assert max(map(len, lines)) <= 30
    assert textwrap.dedent(textwrap.indent("a\nb", "    ")) == "a\nb"
    assert textwrap.shorten(TEXT, 20).endswith("[...]")
    nested = [list(range(30)), {"key": TEXT}]
    nested.append(nested)
    assert "Recursion" in pprint.pformat(nested) and len(reprlib.repr(nested)) < 400
