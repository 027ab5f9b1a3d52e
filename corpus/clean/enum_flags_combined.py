"""Combinations of flags are members too, made when they are first met: at most 32 of them."""

import enum
import itertools


class Right(enum.Flag):
    READ = 1
    WRITE = 2
    RUN = 4
    SHARE = 8
    DELETE = 16


TURNS = itertools.count()


def step():
    bits = next(TURNS) % 32
    right = Right(bits)
    assert right is Right(bits) and (right | Right.READ) & Right.READ is Right.READ
