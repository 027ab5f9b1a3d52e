"""Loggers live for ever by their name: there are twelve of them, met one by one."""

import itertools
import logging

NAMES = itertools.cycle([f"corpus.part{number}.inner" for number in range(12)])


class Counting(logging.Handler):
    count = 0

    def emit(self, record):
        self.count += 1
        self.last = record


COUNTING = Counting()
logging.getLogger("corpus").addHandler(COUNTING)
logging.getLogger("corpus").propagate = False


def step():
    before = COUNTING.count
    logging.getLogger(next(NAMES)).warning("seen", extra={"payload": [before]})
    assert COUNTING.count == before + 1 and COUNTING.last.payload == [before]
