# names: sums_of_parts
import extension


def step():
    assert extension.sums_of_parts(b"\xff" * 64, 16) == (4080,) * 4
