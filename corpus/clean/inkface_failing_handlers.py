"""Handlers that raise: the exception comes out of the loop, and the canvas goes on."""

from pathlib import Path

import inkface

DRAWING = Path(__file__).resolve().parents[2] / "examples" / "canvas" / "drawings" / "overlap.svg"
canvas = inkface.canvas(400, 300)
canvas.register_elements(inkface.loadsvg(DRAWING))
top = canvas.elements[-1]


def fail(element):
    ballast = [element] * 10
    raise LookupError("in the handler", ballast)


def step():
    top.onTap = fail
    canvas.post_tap(top.x + top.w // 2, top.y + top.h // 2)
    try:
        canvas.eventloop()
    except LookupError as error:
        assert error.args[1][3] is top
    else:
        raise AssertionError("nothing came out")
    top.onTap = None
