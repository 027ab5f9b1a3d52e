"""Named tuples made for the columns of tables; there are 50 names of columns, which the interpreter keeps."""

import itertools
from collections import namedtuple

NUMBERS = itertools.count()


def step():
    Row = namedtuple("Row", [f"column{number % 50}" for number in itertools.islice(NUMBERS, 5)], defaults=[0])
    row = Row(1, [2], 3, 4)
    assert row._asdict()[Row._fields[1]] == [2] and row._replace(**{Row._fields[4]: 7})[4] == 7
