"""Handlers of every kind are set, replaced and taken away on elements that stay."""

from functools import partial
from pathlib import Path

import inkface

DRAWING = Path(__file__).resolve().parents[2] / "examples" / "canvas" / "drawings" / "login.svg"
elements = inkface.loadsvg(DRAWING)
NAMES = ("onDraw", "onTap", "onKeyPress", "onLeftClick", "onGainFocus")


class Receiver:
    def receive(self, *arguments):
        self.got = arguments


def step():
    for element in elements.values():
        receiver = Receiver()
        for name in NAMES:
            setattr(element, name, receiver.receive)
            setattr(element, name, partial(receiver.receive, element))
            setattr(element, name, lambda *arguments: element)
        for name in NAMES:
            setattr(element, name, None)
    assert elements.popitem.__self__ is elements
