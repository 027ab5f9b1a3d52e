"""Objects for probes: mortal, unique, and held by nobody else.

Each is made anew for each call. None, small integers, interned strings and other things that never die are of no use:
their counts do not move.
"""

import itertools

import owned_verify_cases as cases

NULL, OUT, native = cases.NULL, cases.OUT, cases.native

_serial = itertools.count(1)


def next_serial():
    return next(_serial)


def number():
    """An integer that nobody else has."""
    return 10**15 + next(_serial)


def text():
    return "text %d" % next(_serial)


def data():
    return b"data %d" % next(_serial)


class Thing:
    """An object of a class in Python; all that is done with it runs Python code."""

    def __init__(self):
        self.tag = text()

    def __hash__(self):
        return id(self) >> 4

    def __eq__(self, other):
        return self is other

    def __lt__(self, other):
        return id(self) < id(other)

    def __repr__(self):
        return "a thing, %d" % next(_serial)

    def method(self, *args, **kwargs):
        return [args, kwargs]

    def __format__(self, spec):
        return "%s: %d" % (spec, next(_serial))

    def __bytes__(self):
        return data()

    def __dir__(self):
        return [text()]


class Name(str):
    """A name of an attribute that nobody interns, since it is no plain str."""


class Broken:
    """An object with which nothing works."""

    __slots__ = ()


def _break(name):
    def method(self, *args, **kwargs):
        raise RuntimeError("broken %d" % next(_serial))

    method.__name__ = name
    return method


for _name in """hash eq ne lt le gt ge len length_hint getitem setitem delitem contains iter next reversed call index int
    float complex bool repr str bytes format setattr delattr getattribute dir fspath add radd sub rsub mul rmul matmul
    rmatmul truediv rtruediv floordiv rfloordiv mod rmod divmod rdivmod pow rpow lshift rlshift rshift rrshift and rand xor
    rxor or ror neg pos abs invert iadd isub imul imatmul itruediv ifloordiv imod ipow ilshift irshift iand ixor ior aiter
    anext await instancecheck subclasscheck""".split():
    setattr(Broken, "__%s__" % _name, _break("__%s__" % _name))


class Number:
    """A number whose results are lists, so that each is new and mortal."""

    def __index__(self):
        return number()

    def __int__(self):
        return number()

    def __float__(self):
        return float(number()) + 0.5


def _answer(*args):
    return [next(_serial)]


for _name in """add radd sub rsub mul rmul matmul rmatmul truediv rtruediv floordiv rfloordiv mod rmod divmod rdivmod pow
    rpow lshift rlshift rshift rrshift and rand xor rxor or ror neg pos abs invert iadd isub imul imatmul itruediv
    ifloordiv imod ipow ilshift irshift iand ixor ior""".split():
    setattr(Number, "__%s__" % _name, _answer)


class Sole:
    """Wraps an argument of which the callee must get the only reference."""

    def __init__(self, value):
        self.value = value


class Asynchronous:
    def __aiter__(self):
        return self

    def __anext__(self):
        return iter([next(_serial)])


class Rich:
    """Compares to a list, so that what comes out is new."""

    def __eq__(self, other):
        return [next(_serial)]

    __lt__ = __eq__
    __hash__ = None
