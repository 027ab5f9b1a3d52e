"""Means, medians, quantiles, and a normal distribution."""

import statistics


def step():
    data = [number * number % 37 for number in range(100)]
    assert statistics.median(data) <= statistics.quantiles(data)[2]
    normal = statistics.NormalDist.from_samples(data)
    assert abs(normal.mean - statistics.fmean(data)) < 1e-9
    assert statistics.linear_regression(range(100), data).slope < 1
