"""A cache without a bound, asked again and again for the same few keys."""

import functools


@functools.lru_cache(maxsize=None)
def spelled(digit):
    return ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][digit].split()


@functools.cache
def total(*digits):
    return sum(digits), digits


def step():
    words = [spelled(digit) for digit in range(10)]
    assert words[3] == ["three"]
    assert total(1, 2, 3) is total(1, 2, 3)
