"""Totals by name: as many counters as there are names, and numbers that grow."""

import itertools
from collections import Counter, defaultdict

NAMES = itertools.cycle(["apples", "pears", "plums", "nuts", "figs", "limes"])
totals = Counter()
by_size = defaultdict(lambda: [0, 0.0])


def step():
    name = next(NAMES)
    totals[name] += 1000
    row = by_size[len(name)]
    row[0] += 1
    row[1] += 1.5
    assert sum(totals.values()) == 1000 * sum(count for count, _ in by_size.values())
