"""A drawing that is loaded and painted on a thread of its own, where it ends too."""

import threading
from pathlib import Path

import inkface

DRAWING = Path(__file__).resolve().parents[2] / "examples" / "canvas" / "drawings" / "overlap.svg"


def paint(results):
    canvas = inkface.canvas(32, 32)
    canvas.register_elements(inkface.loadsvg(DRAWING))
    canvas.refresh()
    results.append(len(canvas))


def step():
    results = []
    thread = threading.Thread(target=paint, args=(results,))
    thread.start()
    thread.join()
    assert results[0] > 5
