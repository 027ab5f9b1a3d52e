"""A class derived from the array, with an attribute that its views inherit."""

import numpy as np


class Measured(np.ndarray):
    def __new__(cls, values, unit):
        made = np.asarray(values, dtype=float).view(cls)
        made.unit = unit
        return made

    def __array_finalize__(self, source):
        self.unit = getattr(source, "unit", None)


def step():
    unit = ["metre"]
    lengths = Measured([1, 2, 3], unit)
    unit.append(lengths)
    assert lengths[1:].unit is unit and (lengths * 2).unit is unit
    masked = np.ma.masked_where(np.arange(5) > 2, np.arange(5))
    assert masked.sum() == 3 and masked.filled(-1).tolist() == [0, 1, 2, -1, -1]
