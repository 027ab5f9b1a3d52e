"""Handlers that unload their own element, drop what they hold, and collect."""

import gc
from pathlib import Path

import inkface

DRAWING = Path(__file__).resolve().parents[2] / "examples" / "canvas" / "drawings" / "overlap.svg"


def step():
    canvas = inkface.canvas(400, 300)
    elements = inkface.loadsvg(DRAWING)
    canvas.register_elements(elements)
    top, done = canvas.elements[-1], []

    def unload(element):
        done.append(element.name)
        canvas.unregister_elements(elements)
        inkface.unload(elements)
        gc.collect(0)

    top.onTap = unload
    canvas.post_tap(top.x + top.w // 2, top.y + top.h // 2)
    canvas.eventloop()
    assert len(done) == 1 and len(canvas) == 0
