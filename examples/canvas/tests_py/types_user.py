"""A user of `inkface`, for mypy: each comment says what is wrong with its line, and nothing else is."""

from pathlib import Path
from typing import assert_type

import inkface


class Clock(inkface.Face):
    def wire(self) -> None:
        self.elements["hand"].onTap = self.tapped
        self.elements["hand"].onDraw = None

    def tapped(self, x: int, y: int) -> None:
        assert self.canvas is not None
        self.canvas.post_tap(x, y, delay=20)


canvas = inkface.create_X_canvas(width=200)
assert_type(canvas, inkface.canvas)
inkface.create_X_canvas("wide")  # type: ignore[arg-type]
canvas.add(Clock(canvas, Path("clock.svg")))
canvas.add("clock.svg")  # type: ignore[arg-type]
elements = inkface.loadsvg("clock.svg")
assert_type(elements["hand"], inkface.element)
assert_type([element.opacity for element in canvas.elements], list[float])
elements["hand"].x = 3
elements["hand"].w = 3  # type: ignore[misc]
elements["hand"].onTap = 3  # type: ignore[assignment]
assert_type(elements["hand"].text, str | None)
assert_type(elements["hand"] < elements["face"], bool)
assert_type(canvas.repainted, list[tuple[int, int, int, int]])
assert_type(inkface.live_counts(), dict[str, int])
assert_type(inkface.KeyTab, int)
