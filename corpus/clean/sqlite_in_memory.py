"""A database in memory each call, with functions and rows of Python."""

import sqlite3
from contextlib import closing


def step():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.row_factory = sqlite3.Row
        connection.create_function("doubled", 1, lambda value: value * 2)
        connection.execute("create table items(name text, size integer)")
        with connection:
            connection.executemany("insert into items values (?, ?)", [(f"item {n}", n) for n in range(30)])
        rows = connection.execute("select name, doubled(size) as twice from items where size > ?", (25,)).fetchall()
        assert [row["twice"] for row in rows] == [52, 54, 56, 58]
        try:
            connection.execute("select nonsense")
        except sqlite3.OperationalError as error:
            assert "nonsense" in str(error)
