"""Data classes made by a function: their methods are compiled anew each time."""

import dataclasses


def step():
    Point = dataclasses.make_dataclass("Point", [("x", int), ("y", int, 0)], frozen=True, order=True)
    points = sorted(Point(number % 3, number) for number in range(10))
    moved = dataclasses.replace(points[0], y=99)
    assert dataclasses.asdict(moved) == {"x": 0, "y": 99}
    assert hash(moved) == hash(Point(0, 99))
