"""A face whose bound methods are the handlers of its elements: a cycle through Rust that the collector frees."""

from pathlib import Path

import inkface

DRAWING = Path(__file__).resolve().parents[2] / "examples" / "canvas" / "drawings" / "overlap.svg"


class Counting(inkface.Face):
    def __init__(self, canvas, drawing):
        super().__init__(canvas, drawing)
        self.calls = 0
        for element in self.elements.values():
            element.onTap = self.tapped
            element.onMouseEnter = self.tapped

    def tapped(self, element):
        self.calls += 1


def step():
    canvas = inkface.canvas(64, 48)
    face = Counting(canvas, DRAWING)
    canvas.add(face)
    element = canvas.elements[-1]
    canvas.post_tap(element.x + element.w // 2, element.y + element.h // 2)
    canvas.eventloop()
    assert face.calls == 1
