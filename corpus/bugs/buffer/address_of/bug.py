"""Gives C functions the address of a writable buffer: here `memset`, for a part of it."""

import ctypes


class Buffer(ctypes.Structure):
    """`Py_buffer`."""

    _fields_ = [
        ("buf", ctypes.c_void_p),
        ("obj", ctypes.c_void_p),
        ("len", ctypes.c_ssize_t),
        ("itemsize", ctypes.c_ssize_t),
        ("readonly", ctypes.c_int),
        ("ndim", ctypes.c_int),
        ("format", ctypes.c_char_p),
        ("shape", ctypes.c_void_p),
        ("strides", ctypes.c_void_p),
        ("suboffsets", ctypes.c_void_p),
        ("internal", ctypes.c_void_p),
    ]


PyBUF_WRITABLE = 1
get_buffer = ctypes.pythonapi.PyObject_GetBuffer
get_buffer.argtypes = [ctypes.py_object, ctypes.POINTER(Buffer), ctypes.c_int]
release_buffer = ctypes.pythonapi.PyBuffer_Release
release_buffer.argtypes = [ctypes.POINTER(Buffer)]
release_buffer.restype = None


def fill(target, start, stop, byte):
    """Set the bytes from `start` to `stop`, which must be inside."""
    buffer = Buffer()
    get_buffer(target, buffer, PyBUF_WRITABLE)  # BUG
    if not 0 <= start <= stop <= buffer.len:
        raise IndexError("outside of the buffer")
    ctypes.memset(buffer.buf + start, byte, stop - start)
    release_buffer(buffer)


def step():
    frame = bytearray(64)
    fill(frame, 8, 16, 0xFF)
    assert frame.count(0xFF) == 8
    try:
        fill(frame, 60, 70, 0xFF)
    except IndexError:
        pass
