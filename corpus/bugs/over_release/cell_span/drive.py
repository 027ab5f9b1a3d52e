import extension


class Cell:
    pass


BLANK = Cell()
TABLE = [BLANK] * 100_000  # a table that nobody has written to


def step():
    first, last = extension.single(BLANK)
    assert first is last
