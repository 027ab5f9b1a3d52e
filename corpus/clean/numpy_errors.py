"""Shapes that do not fit and numbers that cannot be, as exceptions and as warnings."""

import warnings

import numpy as np


def step():
    try:
        np.ones((2, 3)) @ np.ones((2, 3))
    except ValueError as error:
        assert "matmul" in str(error)
    with np.errstate(divide="raise"):
        try:
            np.ones(3) / np.zeros(3)
        except FloatingPointError as error:
            assert "divide" in str(error)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        np.sqrt(np.array([-1.0]))
    assert caught[0].category is RuntimeWarning
    try:
        np.linalg.inv(np.zeros((2, 2)))
    except np.linalg.LinAlgError as error:
        assert "Singular" in str(error)
