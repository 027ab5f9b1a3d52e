"""One canvas that lives to the end, and many events in each call."""

from pathlib import Path

import inkface

DRAWING = Path(__file__).resolve().parents[2] / "examples" / "canvas" / "drawings" / "overlap.svg"
canvas = inkface.canvas(400, 300)
canvas.register_elements(inkface.loadsvg(DRAWING))
seen = []
for element in canvas.elements:
    element.onTap = element.onMouseEnter = element.onMouseLeave = seen.append


def step():
    for element in canvas.elements:
        x, y = element.x + element.w // 2, element.y + element.h // 2
        canvas.post_motion(x, y)
        canvas.post_tap(x, y, button=1, delay=1)
    canvas.eventloop()
    assert len(seen) > len(canvas)
    seen.clear()
