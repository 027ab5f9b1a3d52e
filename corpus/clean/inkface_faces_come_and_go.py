"""Faces are put on a canvas that stays, and taken off it again; a few that are loaded are used again."""

from pathlib import Path

import inkface

DRAWING = Path(__file__).resolve().parents[2] / "examples" / "canvas" / "drawings" / "overlap.svg"
canvas = inkface.canvas(64, 48)
spare = []


class Screen(inkface.Face):
    def wire(self):
        for element in self.elements.values():
            element.onTap = self.tapped

    def unwire(self):
        for element in self.elements.values():
            element.onTap = None

    def tapped(self, element):
        raise AssertionError("nobody taps")


def step():
    screen = spare.pop() if len(spare) == 3 else Screen(canvas, DRAWING)
    canvas.add(screen)
    assert len(canvas) == len(screen.elements)
    canvas.remove(screen)
    if len(spare) < 3:
        spare.append(screen)
