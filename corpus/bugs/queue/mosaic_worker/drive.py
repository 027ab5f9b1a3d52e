import sys

import extension

sys.setswitchinterval(60)  # A batch job: nobody else has anything to do.


def step():
    tiles = [bytearray(64) for _ in range(5)]
    assert extension.render(tiles) == 5
