"""Views of views: slices, transposed and reshaped, which hold the array that they show."""

import numpy as np


def step():
    base = np.zeros((10, 10), dtype=np.int32)
    views = [base[start:, ::2].T for start in range(10)]
    views[3][1, 2] = 7
    assert base[5, 2] == 7
    windows = np.lib.stride_tricks.sliding_window_view(base, (3, 3))
    assert windows.shape == (8, 8, 3, 3) and np.shares_memory(windows, base)
    assert views[0].base is base
