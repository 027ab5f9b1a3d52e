"""A ring of 16 slots that is written round and round."""

import itertools

TURNS = itertools.count()
ring = [None] * 16


class Sample:
    def __init__(self, value):
        self.value = value
        self.history = [value]


def step():
    for turn in itertools.islice(TURNS, 3):
        ring[turn % len(ring)] = Sample(turn)
    filled = [sample for sample in ring if sample is not None]
    assert len(filled) <= 16
