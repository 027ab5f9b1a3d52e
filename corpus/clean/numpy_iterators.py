"""Iterators over several arrays at once, left before their end, and arrays of dates and texts."""

import numpy as np


def step():
    total = np.zeros(3)
    with np.nditer([np.ones((4, 3)), total], op_flags=[["readonly"], ["readwrite"]], flags=["reduce_ok"]) as pairs:
        for one, sum_ in pairs:
            sum_[...] += one
    assert total.tolist() == [4, 4, 4]
    assert next(iter(np.ndenumerate(total))) == ((0,), 4.0)
    days = np.arange("2024-02-27", "2024-03-02", dtype="datetime64[D]")
    assert days[2].astype(object).day == 29
    assert np.char.upper(np.array(["a", "b"])).tolist() == ["A", "B"]
    left = np.nditer(np.arange(1000))
    assert next(left) == 0
