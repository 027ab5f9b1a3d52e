"""Classes made by `type` and `types.new_class`, with bases that are no classes."""

import types


class Generic:
    def __mro_entries__(self, bases):
        return (dict,)


def step():
    plain = type("Plain", (), {"__slots__": ("a", "b"), "get": lambda self: self.a})
    thing = plain()
    thing.a = [thing]
    made = types.new_class("Made", (Generic(),), {}, lambda space: space.update(kind="made"))
    assert made(x=1)["x"] == 1 and made.kind == "made" and thing.get() == [thing]
    union = int | None
    assert isinstance(3, union) and types.GenericAlias(list, (int,)).__args__ == (int,)
