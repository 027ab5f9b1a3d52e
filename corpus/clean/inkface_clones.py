"""Elements are cloned, moved, hidden, and put in front, on a canvas that is dropped."""

from pathlib import Path

import inkface

DRAWING = Path(__file__).resolve().parents[2] / "examples" / "canvas" / "drawings" / "overlap.svg"
LOADED = inkface.loadsvg(DRAWING)


def step():
    elements = {name: element.clone() for name, element in LOADED.items()}
    canvas = inkface.canvas(400, 300)
    canvas.register_elements(elements)
    for element in canvas.elements:
        element.user_data = [element, canvas]
        element.x += 1
        element.hide()
        element.unhide()
        canvas.bring_to_front(element)
    canvas.reset_order()
    canvas.refresh()
    assert len(canvas.repainted) >= 1 and canvas.elements[0].user_data[1] is canvas
