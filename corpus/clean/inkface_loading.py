"""A drawing is loaded, and its elements are dropped."""

from pathlib import Path

import inkface

DRAWING = Path(__file__).resolve().parents[2] / "examples" / "canvas" / "drawings" / "overlap.svg"


def step():
    elements = inkface.loadsvg(DRAWING)
    assert len(elements) > 5 and all(element.name == name for name, element in elements.items())
