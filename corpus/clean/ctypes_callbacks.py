"""Functions of Python that C calls, and errors that they do not let out."""

import ctypes

LIBC = ctypes.CDLL(None)
COMPARE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))
LIBC.qsort.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t, COMPARE]
LIBC.qsort.restype = None


def step():
    calls = []

    def compare(one, other):
        calls.append(one[0])
        return one[0] - other[0]

    numbers = (ctypes.c_int * 8)(5, 3, 8, 1, 9, 2, 7, 4)
    LIBC.qsort(numbers, len(numbers), ctypes.sizeof(ctypes.c_int), COMPARE(compare))
    assert list(numbers) == [1, 2, 3, 4, 5, 7, 8, 9] and calls
