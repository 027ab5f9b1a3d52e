"""What markupsafe's own tests do not ask: which function answers, what becomes of references, and odd texts."""

import gc
import os
import random
import sys

import pytest
from markupsafe import Markup, _native, _speedups, escape

STEP = os.environ["MARKUPSAFE_STEP"].split(",")
DEBUG = hasattr(sys, "gettotalrefcount")
# C refuses what is no text with NULL and no exception: a SystemError, and a debug build of CPython ends the process.
REFUSAL = TypeError if "escape" in STEP else SystemError
REFUSES = "escape" in STEP or not DEBUG
KINDS = ["a<b>&'\"", "é<\xff", "✓<\uffff", "\U0001f600<\U0010ffff", "\ud800<\udfff"]
escape_inner = _speedups._escape_inner


def test_what_is_ported_answers():
    # C's functions have no signature.
    assert (escape_inner.__text_signature__ is not None) == ("escape" in STEP)
    assert hasattr(_speedups, "__owned_module__") == ("c" in STEP)
    assert _speedups.__name__ == escape_inner.__module__ == "markupsafe._speedups"


def test_every_width_is_escaped_as_python_does():
    draw = random.Random(3)
    for _ in range(3000):
        text = "".join(draw.choices(draw.choice(KINDS) + "xy", k=draw.randrange(30)))
        assert escape_inner(text) == _native._escape_inner(text)


def test_what_needs_nothing_is_the_same_object():
    class Text(str):
        pass

    for text in ["", "plain", "é", "✓", "\U0001f600", Text("plain")]:
        assert escape_inner(text) is text
    assert type(escape_inner(Text("<"))) is str


def test_what_is_no_text_is_refused():
    for wrong in [None, 1, b"<", ["<"]] if REFUSES else []:
        with pytest.raises(REFUSAL):
            escape_inner(wrong)
    assert escape(1) == Markup("1")


@pytest.mark.skipif(not DEBUG, reason="this build of Python does not count references")
def test_references_are_flat():
    def once():
        for text in [*KINDS, "plain"]:
            escape_inner(text)
        for wrong in [None, 1] if REFUSES else []:
            try:
                escape_inner(wrong)
            except REFUSAL:
                pass

    grown = []
    for _ in range(6):
        before = sys.gettotalrefcount()
        for _ in range(200):
            once()
        gc.collect()
        grown.append(sys.gettotalrefcount() - before)
    assert min(grown) <= 1, grown
