"""Entries that are good for ten ticks of a clock of the program's own."""

import itertools
from collections import deque

clock = itertools.count()
entries = {}
ends = deque()


def step():
    now = next(clock)
    while ends and ends[0][0] <= now:
        _, key = ends.popleft()
        del entries[key]
    for number in range(2):
        key = (now, number)
        entries[key] = ["session", now]
        ends.append((now + 10, key))
    assert len(entries) == len(ends) <= 20
