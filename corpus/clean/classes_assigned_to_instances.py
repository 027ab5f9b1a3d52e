"""Instances that change their class, and classes that change their bases."""


def step():
    class Plain:
        def kind(self):
            return "plain"

    class Fancy(Plain):
        def kind(self):
            return "fancy"

    class Other(Fancy):
        pass

    thing = Plain()
    for cls in (Fancy, Other, Plain):
        thing.__class__ = cls
    assert thing.kind() == "plain"
    Other.__bases__ = (Plain,)
    assert Other().kind() == "plain" and Other.__mro__[1] is Plain
