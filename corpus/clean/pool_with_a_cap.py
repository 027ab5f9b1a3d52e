"""Buffers are handed back to a pool, which keeps eight and lets the others go."""

pool = []
CAP = 8


class Buffer:
    def __init__(self):
        self.data = bytearray(256)
        self.marks = []


def take():
    return pool.pop() if pool else Buffer()


def give_back(buffer):
    buffer.marks.clear()
    if len(pool) < CAP:
        pool.append(buffer)


def step():
    taken = [take() for _ in range(12)]
    for at, buffer in enumerate(taken):
        buffer.marks.append(at)
    for buffer in taken:
        give_back(buffer)
    assert len(pool) == CAP
