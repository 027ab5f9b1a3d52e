"""Getters, callers and comparers that hold what they ask for."""

import functools
import operator


@functools.total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


def step():
    versions = [Version(number % 3, number) for number in range(10)]
    versions.sort(key=functools.cmp_to_key(lambda one, other: (one > other) - (one < other)))
    assert operator.attrgetter("parts")(versions[0]) == (0, 0)
    assert operator.methodcaller("split", ",")("a,b") == ["a", "b"]
    assert functools.reduce(operator.add, map(operator.itemgetter(0), [(1, 2), (3, 4)])) == 4
