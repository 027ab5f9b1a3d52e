"""Arrays written out as text, with options that are set for a while."""

import numpy as np


def step():
    with np.printoptions(precision=2, threshold=10):
        assert "..." in str(np.arange(1000))
        assert np.array2string(np.array([1 / 3]), formatter={"float": lambda value: f"<{value:.1f}>"}) == "[<0.3>]"
    assert repr(np.array([1 + 2j, 3])) == "array([1.+2.j, 3.+0.j])"
