"""Systems of equations, values of their own, and sums by index."""

import numpy as np


def step():
    matrix = np.array([[4.0, 1, 0], [1, 3, 1], [0, 1, 2]])
    values, vectors = np.linalg.eigh(matrix)
    assert np.allclose(vectors @ np.diag(values) @ vectors.T, matrix)
    assert np.allclose(matrix @ np.linalg.solve(matrix, np.ones(3)), 1)
    assert np.isclose(np.einsum("ij,ji->", matrix, matrix), (values**2).sum())
