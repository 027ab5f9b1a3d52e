"""Finalizers run when their object goes, and are forgotten then."""

import weakref

closed = 0


class Connection:
    def __init__(self, number):
        self.number = number
        self.closer = weakref.finalize(self, close, number)


def close(number):
    global closed
    closed += 1


def step():
    before = closed
    connections = [Connection(number) for number in range(10)]
    connections[0].closer()
    connections[1].closer.detach()
    connections[2].peer, connections[3].peer = connections[3], connections[2]
    del connections
    assert closed >= before + 7
