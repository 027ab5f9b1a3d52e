"""Fractions, complex numbers, large integers and the tower of types."""

import math
import numbers
from fractions import Fraction


def step():
    total = sum(Fraction(1, number) for number in range(1, 30))
    assert total.limit_denominator(100) > 3
    assert all(isinstance(each, numbers.Number) for each in (1, 2.5, 3j, total))
    big = math.factorial(200)
    assert int(str(big)) == big and pow(3, big, 1009) < 1009 and math.isqrt(big) ** 2 <= big
    assert (2 + 3j) ** 2 == -5 + 12j
