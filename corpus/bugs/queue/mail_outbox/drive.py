import sys

import extension

sys.setswitchinterval(60)  # One thread of Python's is all there is.


def step():
    assert extension.send(bytearray(100)) == 100
