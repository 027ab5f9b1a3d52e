"""Frames that are kept by their own variables after the call."""

import sys


def keep_frame():
    here = sys._getframe()
    words = ["kept", "by", here]
    return len(words)


def outer(depth):
    frame = sys._getframe()
    return keep_frame() if depth == 0 else outer(depth - 1) + (frame.f_back is None)


def step():
    for _ in range(5):
        assert outer(3) == 3
