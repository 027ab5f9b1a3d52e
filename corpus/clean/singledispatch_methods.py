"""Methods chosen by the type of their argument, on instances that are dropped."""

from functools import singledispatchmethod


class Writer:
    def __init__(self):
        self.parts = []

    @singledispatchmethod
    def write(self, value):
        self.parts.append(repr(value))

    @write.register
    def _(self, value: str):
        self.parts.append(value)

    @write.register
    def _(self, value: list):
        for each in value:
            self.write(each)


def step():
    writer = Writer()
    writer.write(["a", ["b", 3], 4.5])
    assert writer.parts == ["a", "b", "3", "4.5"]
