"""A recursion that goes too deep, again and again; stacks grow and are given back."""

import sys


def deep(number):
    kept = [number]
    return deep(number + 1) + kept[0]


def step():
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(300)
    try:
        deep(0)
    except RecursionError as error:
        assert "recursion" in str(error)
    finally:
        sys.setrecursionlimit(limit)
