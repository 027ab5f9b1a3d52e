"""A canvas is made, filled from a drawing, painted, and dropped; somebody still looks at its pixels."""

from pathlib import Path

import inkface

DRAWING = Path(__file__).resolve().parents[2] / "examples" / "canvas" / "drawings" / "overlap.svg"


def step():
    canvas = inkface.canvas(64, 48)
    canvas.register_elements(inkface.loadsvg(DRAWING))
    surface = canvas.surface
    canvas.refresh()
    del canvas
    assert surface.shape == (48, 64, 4) and len(surface.tolist()) == 48
