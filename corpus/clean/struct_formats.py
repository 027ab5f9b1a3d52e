"""The module `struct` keeps the formats it was given, and drops them all when there are 100."""

import itertools
import struct

COUNTS = itertools.count(1)


def step():
    for count in itertools.islice(COUNTS, 30):
        repeat = count % 1000 + 1
        assert struct.calcsize(f"<{repeat}H") == 2 * repeat
