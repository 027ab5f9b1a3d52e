"""Functions of Python that are made into ones for arrays, in each call."""

import numpy as np


def step():
    seen = []

    def describe(number, other):
        seen.append(number)
        return [number, other]

    pairs = np.frompyfunc(describe, 2, 1)(np.arange(4), 5)
    assert pairs[2] == [2, 5] and len(seen) == 4
    clip = np.vectorize(lambda value: min(value, 3), otypes=[int])
    assert clip([1, 2, 3, 4, 5]).tolist() == [1, 2, 3, 3, 3]
    assert np.apply_along_axis(sorted, 1, [[3, 1], [2, 0]]).tolist() == [[1, 3], [0, 2]]
