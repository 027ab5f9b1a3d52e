"""Connections and transactions: the same through the standard module and through ours."""

import pytest


def test_a_transaction_begins_before_the_first_change(con):
    con.execute("CREATE TABLE t (x)")
    assert not con.in_transaction
    con.execute("SELECT * FROM t")
    assert not con.in_transaction
    con.execute("/* a */ -- b\n insert INTO t VALUES (1)")
    assert con.in_transaction
    con.commit()
    assert not con.in_transaction


def test_rollback_takes_back(con):
    con.execute("CREATE TABLE t (x)")
    con.execute("INSERT INTO t VALUES (1)")
    con.rollback()
    assert con.execute("SELECT * FROM t").fetchall() == []
    con.rollback()
    con.commit()


def test_no_isolation_level_no_transaction(db):
    connection = db.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE t (x)")
    connection.execute("INSERT INTO t VALUES (1)")
    assert not connection.in_transaction and connection.isolation_level is None
    connection.execute("BEGIN")
    assert connection.in_transaction
    connection.close()


def test_isolation_levels(con):
    assert con.isolation_level == ""
    for level in "DEFERRED", "IMMEDIATE", "EXCLUSIVE", "", None:
        con.isolation_level = level
        assert con.isolation_level == level
    for wrong, error in ("nonsense", ValueError), (1, TypeError):
        with pytest.raises(error):
            con.isolation_level = wrong


def test_a_with_block_commits_or_takes_back(con):
    con.execute("CREATE TABLE t (x)")
    with con as entered:
        assert entered is con
        con.execute("INSERT INTO t VALUES (1)")
    with pytest.raises(ZeroDivisionError), con:
        con.execute("INSERT INTO t VALUES (2)")
        1 / 0
    assert not con.in_transaction and con.execute("SELECT x FROM t").fetchall() == [(1,)]


def test_executescript_commits_first(con):
    con.execute("CREATE TABLE t (x)")
    con.execute("INSERT INTO t VALUES (1)")
    con.executescript("SELECT 1")
    assert not con.in_transaction


def test_total_changes(con):
    before = con.total_changes
    con.execute("CREATE TABLE t (x)")
    con.executemany("INSERT INTO t VALUES (?)", [(1,), (2,)])
    con.execute("DELETE FROM t WHERE x = 1")
    assert con.total_changes - before == 3


def test_what_is_committed_is_in_the_file(db, tmp_path):
    path = tmp_path / "kept.db"
    for value, ends in (1, "commit"), (2, "close"):
        connection = db.connect(path)
        connection.execute("CREATE TABLE IF NOT EXISTS t (x)")
        connection.execute("INSERT INTO t VALUES (?)", (value,))
        getattr(connection, ends)()
        connection.close()
    connection = db.connect(str(path))
    assert connection.execute("SELECT x FROM t").fetchall() == [(1,)]
    connection.close()


def test_a_uri(db, tmp_path):
    db.connect(tmp_path / "new.db").close()
    connection = db.connect(f"file:{tmp_path / 'new.db'}?mode=ro", uri=True)
    with pytest.raises(db.OperationalError, match="readonly"):
        connection.execute("CREATE TABLE t (x)")
    connection.close()


def test_a_closed_connection_refuses_all(db):
    connection = db.connect(":memory:")
    cursor = connection.execute("SELECT 1")
    connection.close()
    connection.close()
    uses = [
        connection.cursor, connection.commit, connection.rollback, connection.interrupt, connection.__enter__, cursor.fetchone,
        cursor.fetchall, lambda: connection.execute("SELECT 1"), lambda: cursor.execute("SELECT 1"), lambda: connection.total_changes,
        lambda: connection.in_transaction, lambda: connection.create_function("f", 0, print), lambda: connection.set_progress_handler(None, 1),
    ]
    for use in uses:
        with pytest.raises(db.ProgrammingError, match="closed database"):
            use()


def test_a_closed_cursor_refuses_all(db, con):
    cursor = con.execute("SELECT 1")
    cursor.close()
    cursor.close()
    for use in cursor.fetchone, cursor.fetchall, cursor.fetchmany, lambda: cursor.execute("SELECT 1"), lambda: next(cursor):
        with pytest.raises(db.ProgrammingError, match="closed cursor"):
            use()


def test_classes_of_ones_own(db):
    class Mine(db.Connection):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.noted = []

        def cursor(self):
            return super().cursor(Walker)

    class Walker(db.Cursor):
        def execute(self, sql, *parameters):
            self.connection.noted.append(sql)
            return super().execute(sql, *parameters)

    connection = db.connect(":memory:", factory=Mine)
    assert type(connection) is Mine
    assert connection.cursor().execute("SELECT 1").fetchall() == [(1,)]
    assert connection.noted == ["SELECT 1"]
    with pytest.raises(TypeError):
        db.Connection.cursor(connection, lambda connection: 5)
    connection.close()


def test_an_init_that_was_not_called(db):
    class Forgetful(db.Connection):
        def __init__(self):
            pass

    class Cursor(db.Cursor):
        def __init__(self):
            pass

    with pytest.raises(db.ProgrammingError, match="__init__ not called"):
        Forgetful().cursor()
    with pytest.raises(db.ProgrammingError, match="__init__ not called"):
        Cursor().execute("SELECT 1")


def test_another_thread_is_refused_unless_permitted(db, elsewhere):
    connection = db.connect(":memory:")
    with pytest.raises(db.ProgrammingError, match="created in a thread"):
        elsewhere(lambda: connection.execute("SELECT 1"))
    with pytest.raises(db.ProgrammingError, match="created in a thread"):
        elsewhere(connection.close)
    connection.close()
    shared = db.connect(":memory:", check_same_thread=False)
    assert elsewhere(lambda: shared.execute("SELECT 1").fetchone()) == (1,)
    shared.close()


def test_a_locked_database(db, tmp_path):
    one, two = (db.connect(tmp_path / "both.db", timeout=0.05) for _ in range(2))
    one.execute("CREATE TABLE t (x)")
    one.execute("BEGIN EXCLUSIVE")
    with pytest.raises(db.OperationalError, match="locked") as caught:
        two.execute("SELECT * FROM t").fetchall()
    assert caught.value.sqlite_errorname == "SQLITE_BUSY"
    one.rollback()
    assert two.execute("SELECT * FROM t").fetchall() == []
    one.close(), two.close()


def test_backup(db, con):
    con.executescript("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2)")
    seen = []
    target = db.connect(":memory:")
    con.backup(target, pages=1, progress=lambda *progress: seen.append(progress))
    assert target.execute("SELECT x FROM t").fetchall() == [(1,), (2,)]
    assert seen[-1][1] == 0 and len(seen) >= 2
    with pytest.raises(ValueError, match="same connection"):
        con.backup(con)
    with pytest.raises(ZeroDivisionError):
        con.backup(target, progress=lambda *progress: 1 / 0)
    target.close()
    with pytest.raises(db.ProgrammingError, match="closed"):
        con.backup(target)
