"""Templates of substitution are cached by `re` too."""

import itertools
import re

TURNS = itertools.count()
WORD = re.compile(r"(?P<first>\w)(?P<rest>\w*)")


def step():
    turn = next(TURNS) % 12
    text = WORD.sub(rf"\g<rest>-\g<first>{turn}", "pig latin")
    assert text == f"ig-p{turn} atin-l{turn}"
