"""Runs each operation of one binding of SQLite under callgrind, or of two by the clock.

    python -s drive.py MODULE instructions FOLDER FEW MANY
    python -s drive.py MODULE times ROUNDS ROWS

MODULE is the extension module `owned_sqlite`, or `standard` for Python's own `sqlite3`; `bench_mark` is in FOLDER. With `instructions`
each line that is printed is of one dump: operation, what it is counted for, number of rows. With `times` MODULE and the standard
module take turns, and each line is of one operation: the median of either's nanoseconds for a row, and the median of the
ratios of the pairs.
"""

import gc
import importlib.util
import statistics
import sys
import time


def load(path):
    if path == "standard":
        import sqlite3

        return sqlite3
    spec = importlib.util.spec_from_file_location("owned_sqlite", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def empty(db, rows):
    connection = db.connect(":memory:")
    connection.execute("CREATE TABLE t (number INTEGER, text TEXT, real REAL)")
    return connection, [(n, "text of row %d" % n, n * 0.5) for n in range(rows)]


def filled(db, rows):
    connection, values = empty(db, rows)
    connection.executemany("INSERT INTO t VALUES (?, ?, ?)", values)
    connection.commit()
    return connection, values


class Total:
    def __init__(self):
        self.total = 0

    def step(self, value):
        self.total += value

    def finalize(self):
        return self.total


def with_functions(db, rows):
    connection, values = filled(db, rows)
    connection.create_function("next", 1, lambda value: value + 1)
    connection.create_function("joined", 3, lambda number, text, real: text)
    connection.create_aggregate("total", 1, Total)
    connection.create_collation("plain", lambda a, b: (a > b) - (a < b))
    return connection, values


def with_rows(db, rows):
    connection, values = filled(db, rows)
    connection.row_factory = db.Row
    return connection, values


def insert_many(connection, values):
    connection.executemany("INSERT INTO t VALUES (?, ?, ?)", values)


def insert_each(connection, values):
    execute = connection.execute
    for value in values:
        execute("INSERT INTO t VALUES (?, ?, ?)", value)


def insert_by_one_cursor(connection, values):
    execute = connection.cursor().execute
    for value in values:
        execute("INSERT INTO t VALUES (?, ?, ?)", value)


def fetch_all(connection, values):
    connection.execute("SELECT number, text, real FROM t").fetchall()


def iterate(connection, values):
    for row in connection.execute("SELECT number, text, real FROM t"):
        pass


def fetch_each(connection, values):
    fetch = connection.execute("SELECT number, text, real FROM t").fetchone
    while fetch() is not None:
        pass


def by_name(connection, values):
    for row in connection.execute("SELECT number, text, real FROM t"):
        row["text"]


def look_up(connection, values):
    execute = connection.execute
    for value in values:
        execute("SELECT text FROM t WHERE rowid = ?", (value[0] + 1,)).fetchone()


def call(connection, values):
    connection.execute("SELECT max(next(number)) FROM t").fetchall()


def call_with_three(connection, values):
    connection.execute("SELECT max(joined(number, text, real)) FROM t").fetchall()


def aggregate(connection, values):
    connection.execute("SELECT total(number) FROM t").fetchall()


#: What is done, and what there is before.
OPERATIONS = [
    ("insert, executemany", insert_many, empty),
    ("insert, execute of the connection", insert_each, empty),
    ("insert, execute of one cursor", insert_by_one_cursor, empty),
    ("read, fetchall", fetch_all, filled),
    ("read, a loop", iterate, filled),
    ("read, fetchone", fetch_each, filled),
    ("read, a loop, Row by name", by_name, with_rows),
    ("look one row up", look_up, filled),
    ("a function for each row", call, with_functions),
    ("a function of three arguments", call_with_three, with_functions),
    ("an aggregate of Python's", aggregate, with_functions),
]


def instructions(db, few, many):
    import bench_mark

    for name, run, make in OPERATIONS:
        run(*make(db, 50))
        for rows in few, many:
            connection, values = make(db, rows)
            bench_mark.begin()
            run(connection, values)
            bench_mark.end(name)
            connection.close()
            print(name, "row", rows, sep="\t")


def timed(ours, rounds, rows):
    theirs = load("standard")
    for name, run, make in OPERATIONS:
        spent = {theirs: [], ours: []}
        for turn in range(rounds):
            for db in (theirs, ours) if turn % 2 else (ours, theirs):
                connection, values = make(db, rows)
                start = time.perf_counter_ns()
                run(connection, values)
                spent[db].append((time.perf_counter_ns() - start) / rows)
                connection.close()
        pairs = [one / other for one, other in zip(spent[ours], spent[theirs])]
        medians = [statistics.median(spent[db]) for db in (theirs, ours)]
        print(name, *(f"{one:.1f}" for one in medians), f"{statistics.median(pairs):.3f}", sep="\t")


def main(file, what, *rest):
    gc.disable()
    if what == "instructions":
        sys.path.insert(0, rest[0])
        instructions(load(file), int(rest[1]), int(rest[2]))
    else:
        timed(load(file), int(rest[0]), int(rest[1]))


main(*sys.argv[1:])
