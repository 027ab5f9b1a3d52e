"""Handlers that are known weakly: the elements stay, whoever listens comes and goes."""

import weakref
from pathlib import Path

import inkface

DRAWING = Path(__file__).resolve().parents[2] / "examples" / "canvas" / "drawings" / "overlap.svg"
canvas = inkface.canvas(400, 300)
canvas.register_elements(inkface.loadsvg(DRAWING))
top = canvas.elements[-1]


class Receiver:
    def __init__(self):
        self.got = []

    def receive(self, element):
        self.got.append(element)


def step():
    receiver = Receiver()
    top.onTap = weakref.WeakMethod(receiver.receive)
    canvas.post_tap(top.x + top.w // 2, top.y + top.h // 2)
    canvas.eventloop()
    assert receiver.got == [top]
