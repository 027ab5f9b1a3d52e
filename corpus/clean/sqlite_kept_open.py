"""A database that is open to the end; it keeps its last statements, compiled."""

import itertools
import sqlite3

CONNECTION = sqlite3.connect(":memory:", cached_statements=16)
CONNECTION.execute("create table numbers(value integer)")
CONNECTION.executemany("insert into numbers values (?)", [(value,) for value in range(100)])
TURNS = itertools.count()


def step():
    for turn in itertools.islice(TURNS, 20):
        bound = turn % 90
        (count,) = CONNECTION.execute(f"select count(*) from numbers where value > {bound}").fetchone()
        assert count == 99 - bound
