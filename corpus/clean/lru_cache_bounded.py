"""A bounded cache of functools that is full, and throws out as much as it takes in."""

import functools
import itertools

NUMBERS = itertools.count()


@functools.lru_cache(maxsize=16)
def divisors(number):
    return [each for each in range(1, number + 1) if number % each == 0]


for at in range(16):
    divisors(-at)


def step():
    number = 1000 + next(NUMBERS) % 500
    assert divisors(number)[0] == 1
    assert divisors.cache_info().currsize == 16
