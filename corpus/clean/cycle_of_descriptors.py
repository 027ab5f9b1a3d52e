"""Descriptors that know the class which has them, and keep values of instances by a weak key."""

import weakref


class Field:
    def __init__(self, default):
        self.default = default
        self.values = weakref.WeakKeyDictionary()

    def __set_name__(self, owner, name):
        self.owner, self.name = owner, name

    def __get__(self, instance, owner):
        return self if instance is None else self.values.get(instance, self.default)

    def __set__(self, instance, value):
        self.values[instance] = value


def step():
    class Row:
        width = Field(3)
        height = Field(4)

    row = Row()
    row.width = [5]
    assert row.width == [5] and row.height == 4 and Row.width.owner is Row
