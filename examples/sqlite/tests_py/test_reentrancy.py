"""What SQLite calls uses what has called it."""

import gc

import owned_sqlite as db
import pytest

VALUES = "SELECT {}(column1) FROM (VALUES (1), (2), (3))"


@pytest.fixture
def during(ours):
    """Runs `use` in a function of SQL; its result, or what it raises."""

    def run(use, start=lambda sql: ours.execute(sql).fetchall()):
        told = []

        def function(value):
            try:
                told.append(use())
            except db.ProgrammingError as error:
                told.append(str(error))
            return value

        ours.create_function("during", 1, function)
        assert start(VALUES.format("during")) == [(1,), (2,), (3,)]
        return told

    return run


def test_a_function_cannot_close_the_connection(ours, during):
    assert during(ours.close) == ["Cannot close the connection: a call of it is under way, which has called this."] * 3
    assert ours.execute("SELECT 1").fetchone() == (1,)


def test_a_function_cannot_open_it_anew(ours, during):
    assert set(during(lambda: ours.__init__(":memory:"))) == {
        "Cannot close the connection: a call of it is under way, which has called this."
    }


def test_a_function_cannot_use_the_cursor_that_runs_it(ours, during):
    for use in "cursor.execute('SELECT 5')", "cursor.fetchone()", "cursor.close()", "next(cursor)", "cursor.executescript('')":
        cursor = ours.cursor()
        told = during(lambda: eval(use, {"cursor": cursor}), lambda sql: cursor.execute(sql).fetchall())
        assert told == ["Recursive use of cursors not allowed."] * 3, use


def test_a_function_runs_the_very_statement_that_runs_it(ours):
    depth = []

    def down(value):
        if len(depth) == 5:
            return value
        depth.append(value)
        return ours.execute(VALUES.format("down")).fetchall()[0][0]

    ours.create_function("down", 1, down)
    assert ours.execute(VALUES.format("down")).fetchall() == [(1,), (2,), (3,)]
    assert depth == [1] * 5


def test_a_function_drops_cursors_and_blobs(ours, during):
    ours.executescript("CREATE TABLE b (data); INSERT INTO b VALUES (x'00')")
    kept = [ours.execute("SELECT 1 UNION SELECT 2") for _ in range(20)] + [ours.blobopen("b", "data", 1) for _ in range(5)]
    during(kept.clear)
    assert gc.collect() >= 0 and ours.execute("SELECT 1").fetchone() == (1,)


def test_a_function_changes_tables_and_ends_transactions(ours, during):
    ours.execute("CREATE TABLE t (x)")
    assert during(lambda: ours.execute("INSERT INTO t VALUES (1)").rowcount) == [1] * 3
    assert ours.execute("SELECT count(*) FROM t").fetchone() == (3,)
    during(ours.commit)
    assert not ours.in_transaction


def test_a_function_replaces_itself(ours):
    def function(value):
        with pytest.raises(db.OperationalError, match="active statements"):
            ours.create_function("itself", 1, None)
        return value

    ours.create_function("itself", 1, function)
    assert ours.execute(VALUES.format("itself")).fetchall() == [(1,), (2,), (3,)]


def test_a_function_calls_itself_without_end(ours):
    ours.create_function("deeper", 0, lambda: ours.execute("SELECT deeper()").fetchone()[0])
    with pytest.raises((RecursionError, db.OperationalError)):
        ours.execute("SELECT deeper()")
    assert ours.execute("SELECT 1").fetchone() == (1,)


@pytest.mark.parametrize("use", [
    lambda con: con.execute("SELECT 1"), lambda con: con.close(), lambda con: con.commit(), lambda con: con.cursor(),
    lambda con: con.set_progress_handler(None, 1), lambda con: con.create_function("f", 0, None),
], ids=["execute", "close", "commit", "cursor", "set_progress_handler", "create_function"])
@pytest.mark.parametrize("where", ["progress", "collation"])
def test_handlers_cannot_use_the_connection(ours, where, use):
    told = []

    def call(*_):
        try:
            use(ours)
        except db.ProgrammingError as error:
            told.append(str(error))
        return 0

    if where == "progress":
        ours.set_progress_handler(call, 1)
    else:
        ours.create_collation("c", call)
    sql = "SELECT column1 FROM (VALUES ('a'), ('b')) ORDER BY column1"
    ours.execute(sql + " COLLATE c" * (where == "collation")).fetchall()
    refused = "Cannot close the connection" if use is None else "Cannot"
    assert told and all(text.startswith(refused) for text in told)
    ours.set_progress_handler(None, 1)


def test_a_handler_drops_cursors(ours):
    kept = [ours.execute("SELECT 1 UNION SELECT 2") for _ in range(20)]
    ours.set_progress_handler(kept.clear, 1)
    ours.execute("SELECT 1 UNION SELECT 2 UNION SELECT 3").fetchall()
    ours.set_progress_handler(None, 1)
    assert not kept and ours.execute("SELECT 1").fetchone() == (1,)


def test_an_aggregate_uses_the_connection(ours):
    class Odd:
        def __init__(self):
            self.seen = ours.execute("SELECT 10").fetchone()[0]

        def step(self, value):
            self.seen += ours.execute("SELECT ?", (value,)).fetchone()[0]
            with pytest.raises(db.ProgrammingError):
                ours.close()

        def finalize(self):
            return self.seen + ours.execute("SELECT 100").fetchone()[0]

    ours.create_aggregate("odd", 1, Odd)
    assert ours.execute(VALUES.format("odd")).fetchone() == (116,)


def test_parameters_that_use_the_connection(ours):
    cursor = ours.cursor()

    class Closing:
        def __len__(self):
            return 1

        def __getitem__(self, index):
            for use in ours.close, cursor.close, lambda: cursor.execute("SELECT 2"):
                with pytest.raises(db.ProgrammingError):
                    use()
            return ours.execute("SELECT 7").fetchone()[0]

    assert cursor.execute("SELECT ?", Closing()).fetchone() == (7,)


def test_an_iterator_of_parameters_that_uses_the_connection(ours):
    ours.execute("CREATE TABLE t (x)")
    cursor = ours.cursor()

    def values():
        yield (1,)
        ours.execute("INSERT INTO t VALUES (100)")
        with pytest.raises(db.ProgrammingError, match="Recursive"):
            cursor.execute("SELECT 1")
        with pytest.raises(db.ProgrammingError, match="Cannot close"):
            ours.close()
        yield (2,)

    cursor.executemany("INSERT INTO t VALUES (?)", values())
    assert ours.execute("SELECT x FROM t").fetchall() == [(1,), (100,), (2,)]


def test_factories_that_use_the_cursor(ours):
    cursor = ours.execute("SELECT 1 UNION SELECT 2 UNION SELECT 3")
    cursor.row_factory = lambda cursor, row: (row, cursor.fetchone() if row == (1,) else None)
    assert cursor.fetchone() == ((1,), ((2,), None))
    cursor.row_factory = lambda cursor, row: ours.close()
    cursor.fetchone()
    with pytest.raises(db.ProgrammingError, match="closed database"):
        cursor.fetchone()


def test_a_text_factory_that_uses_the_connection(ours):
    cursor = ours.cursor()

    def factory(data):
        for use in ours.close, cursor.fetchone, lambda: cursor.execute("SELECT 2"):
            with pytest.raises(db.ProgrammingError):
                use()
        return data.decode()

    ours.text_factory = factory
    assert cursor.execute("SELECT 'a' UNION SELECT 'b'").fetchall() == [("a",), ("b",)]


def test_a_destructor_that_uses_the_connection(ours):
    told = []

    class Late:
        def __del__(self):
            try:
                told.append(ours.execute("SELECT 1").fetchone())
            except db.ProgrammingError as error:
                told.append(str(error))

        def __call__(self):
            return 1

    ours.create_function("late", 0, Late())
    ours.create_function("late", 0, None)
    assert told == [(1,)]
    ours.create_function("late", 0, Late())
    ours.close()
    gc.collect()
    assert told[1:] in ([], ["Cannot operate on a closed database."])


def test_a_cursor_is_used_while_its_connection_is_closed(ours):
    cursor = ours.execute("SELECT 1 UNION SELECT 2")
    ours.close()
    for _ in range(2):
        with pytest.raises(db.ProgrammingError, match="closed database"):
            cursor.fetchone()
    cursor.close()
