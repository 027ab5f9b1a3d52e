"""A generic function that is asked for classes that come and go; its cache knows them weakly."""

import functools


@functools.singledispatch
def describe(value):
    return "something"


@describe.register
def _(value: int):
    return "a number"


@describe.register(list)
@describe.register(tuple)
def _(value):
    return "several things"


def step():
    class Passing(list):
        pass

    assert describe(Passing()) == "several things"
    assert describe(3) == "a number"
    assert describe(object()) == "something"
