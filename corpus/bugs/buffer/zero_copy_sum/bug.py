"""Where the bytes of an object lie, for a function of C that is called with an address."""

import ctypes

api = ctypes.pythonapi


class View(ctypes.Structure):
    _fields_ = [
        ("buf", ctypes.c_void_p),
        ("obj", ctypes.c_void_p),
        ("len", ctypes.c_ssize_t),
        ("itemsize", ctypes.c_ssize_t),
        ("readonly", ctypes.c_int),
        ("ndim", ctypes.c_int),
        ("rest", ctypes.c_void_p * 5),
    ]


def checksum(data):
    view = View()
    at = ctypes.byref(view)
    api.PyObject_GetBuffer(ctypes.py_object(data), at, 0)  # BUG
    return sum(ctypes.string_at(view.buf, view.len))


def step():
    data = bytearray(b"abc")  # BUG
    assert checksum(data) == 294
