"""A face connects a method of its own to an element that it holds."""


class Face:
    def __init__(self, element):
        self.element = element
        element.on_tap = self.tapped

    def tapped(self, element):
        pass


def step(module):
    Face(module.Element())
