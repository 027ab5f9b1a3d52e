"""Structures, arrays and pointers of C, made of types that were declared at import."""

import ctypes


class Point(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int)]


class Line(ctypes.Structure):
    _fields_ = [("ends", Point * 2), ("next", ctypes.c_void_p), ("name", ctypes.c_char_p)]


LinePointer = ctypes.POINTER(Line)


def step():
    lines = (Line * 10)()
    for number, line in enumerate(lines):
        line.ends[1].x = number
        line.name = b"name %d" % number
        line.next = ctypes.addressof(lines[(number + 1) % 10])
    after = ctypes.cast(lines[3].next, LinePointer).contents
    assert after.ends[1].x == 4 and after.name == b"name 4"
    assert ctypes.string_at(bytes(lines[0].ends[0])) == b""
