"""Arrays on memory of others, and views of the memory of arrays."""

import ctypes
from array import array

import numpy as np


def step():
    buffer = bytearray(80)
    numbers = np.frombuffer(buffer, dtype=np.int64)
    numbers[:] = range(10)
    assert memoryview(buffer).cast("q")[9] == 9
    shared = np.asarray(array("d", [1.5, 2.5]))
    assert memoryview(shared).format == "d" and shared.sum() == 4
    of_c = np.ctypeslib.as_array((ctypes.c_int * 5)(1, 2, 3, 4, 5))
    assert of_c.ctypes.data_as(ctypes.POINTER(ctypes.c_int))[4] == 5
