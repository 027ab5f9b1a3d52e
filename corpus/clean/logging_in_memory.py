"""Records that are kept until there are ten, and then handed on."""

import logging
from logging.handlers import MemoryHandler, QueueHandler
from queue import SimpleQueue

LOGGER = logging.getLogger("corpus.memory")
LOGGER.propagate = False
QUEUE = SimpleQueue()
LOGGER.addHandler(MemoryHandler(10, target=QueueHandler(QUEUE), flushLevel=logging.ERROR))


def step():
    for number in range(4):
        LOGGER.warning("number %d", number)
    handed = 0
    while not QUEUE.empty():
        handed += len(QUEUE.get().getMessage())
    assert handed % len("number 0") == 0
