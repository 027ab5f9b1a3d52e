"""Values computed once for each instance, which go with it."""

import functools


class Polygon:
    def __init__(self, points):
        self.points = points

    @functools.cached_property
    def edges(self):
        return list(zip(self.points, [*self.points[1:], self.points[0]]))

    @functools.cached_property
    def reverse(self):
        mirrored = Polygon(self.points[::-1])
        mirrored.reverse = self  # A cycle for the collector.
        return mirrored


def step():
    polygon = Polygon([(0, 0), (0, 1), (1, 1)])
    assert len(polygon.edges) == 3
    assert polygon.reverse.reverse is polygon
