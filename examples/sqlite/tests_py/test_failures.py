"""Ways to fail that are ours alone, or that the standard module does not survive as well."""

import threading
import time

import owned_sqlite as db
import pytest


def test_a_function_is_replaced_and_removed(ours):
    ours.create_function("f", 0, lambda: 1)
    ours.create_function("f", 0, lambda: 2)
    assert ours.execute("SELECT f()").fetchone() == (2,)
    ours.create_function("f", 0, None)
    with pytest.raises(db.OperationalError, match="no such function"):
        ours.execute("SELECT f()")


def test_a_function_in_use_is_not_replaced(ours):
    ours.create_function("f", 1, lambda value: value)
    cursor = ours.execute("SELECT f(column1) FROM (VALUES (1), (2), (3))")
    assert cursor.fetchone() == (1,)
    with pytest.raises(db.OperationalError, match="active statements") as caught:
        ours.create_function("f", 1, lambda value: -value)
    assert caught.value.sqlite_errorname == "SQLITE_BUSY"
    assert cursor.fetchall() == [(2,), (3,)]


def test_closing_lets_go_of_the_file(tmp_path):
    path = tmp_path / "wal.db"
    connection = db.connect(path)
    connection.execute("PRAGMA journal_mode = wal")
    connection.executescript("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2)")
    cursor = connection.execute("SELECT x FROM t")
    assert cursor.fetchone() == (1,)  # in the middle, and alive
    assert (tmp_path / "wal.db-wal").exists()
    connection.close()
    assert not (tmp_path / "wal.db-wal").exists()


def test_what_a_function_raised_is_the_cause(ours):
    def bad():
        raise KeyError("why")

    ours.create_function("bad", 0, bad)
    with pytest.raises(db.OperationalError, match="user-defined function raised exception") as caught:
        ours.execute("SELECT bad()")
    assert isinstance(caught.value.__cause__, KeyError) and caught.value.sqlite_errorcode == db.SQLITE_ERROR


def test_what_an_aggregate_raised_is_the_cause(ours):
    class Bad:
        def step(self):
            raise KeyError("why")

        def finalize(self):
            raise AssertionError("a group that has failed has no result")

    ours.create_aggregate("bad", 0, Bad)
    with pytest.raises(db.OperationalError, match="'step' method") as caught:
        ours.execute("SELECT bad()")
    assert isinstance(caught.value.__cause__, KeyError)


def test_what_a_collation_or_a_handler_raised_is_the_cause(ours):
    ours.create_collation("bad", lambda a, b: 1 / 0)
    with pytest.raises(db.OperationalError) as caught:
        ours.execute("SELECT column1 FROM (VALUES ('a'), ('b')) ORDER BY column1 COLLATE bad").fetchall()
    assert isinstance(caught.value.__cause__, ZeroDivisionError)
    ours.set_progress_handler(lambda: 1 / 0, 1)
    with pytest.raises(db.OperationalError, match="interrupted") as caught:
        ours.execute("SELECT 1 UNION SELECT 2").fetchall()
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_who_wants_the_program_to_end_is_not_held_up(ours, kind):
    def leave():
        raise kind

    ours.create_function("leave", 0, leave)
    with pytest.raises(kind):
        ours.execute("SELECT leave()")
    assert ours.execute("SELECT 1").fetchone() == (1,)


def test_a_result_that_is_no_value_says_so(ours):
    ours.create_function("odd", 0, lambda: object())
    with pytest.raises(db.OperationalError) as caught:
        ours.execute("SELECT odd()")
    assert str(caught.value.__cause__) == "type 'object' is not supported"


def test_an_error_of_a_parameter_says_which(ours):
    with pytest.raises(db.ProgrammingError, match="^Error binding parameter 2: type 'list' is not supported$"):
        ours.execute("SELECT ?, ?", (1, []))
    with pytest.raises(db.ProgrammingError, match="Binding 1 has no name"):
        ours.execute("SELECT ?", {"a": 1})


def test_a_failed_statement_can_be_run_again(ours):
    ours.execute("CREATE TABLE t (x UNIQUE)")
    for _ in range(3):
        ours.execute("INSERT OR REPLACE INTO t VALUES (1)")
        with pytest.raises(db.IntegrityError):
            ours.execute("INSERT INTO t VALUES (?)", (1,))
    assert ours.execute("SELECT * FROM t").fetchall() == [(1,)]


def test_executemany_that_fails_in_the_middle(ours):
    ours.execute("CREATE TABLE t (x UNIQUE)")
    cursor = ours.cursor()
    with pytest.raises(db.IntegrityError):
        cursor.executemany("INSERT INTO t VALUES (?)", [(1,), (2,), (1,), (3,)])
    assert cursor.rowcount == 2 and ours.in_transaction
    with pytest.raises(db.ProgrammingError, match="parameter 1"):
        cursor.executemany("INSERT INTO t VALUES (?)", [(4,), (object(),)])
    assert ours.execute("SELECT count(*) FROM t").fetchone() == (3,)


def test_a_busy_database_is_waited_for(tmp_path):
    one, two = (db.connect(tmp_path / "both.db", timeout=20, check_same_thread=False) for _ in range(2))
    one.execute("CREATE TABLE t (x)")
    one.execute("BEGIN EXCLUSIVE")
    threading.Timer(0.3, one.commit).start()
    start = time.monotonic()
    assert two.execute("SELECT * FROM t").fetchall() == []
    assert 0.2 < time.monotonic() - start < 10
    one.close(), two.close()


def test_the_cache_of_statements(ours):
    small, none = db.connect(":memory:", cached_statements=2), db.connect(":memory:", cached_statements=0)
    for connection in small, none, ours:
        for _ in range(3):
            for number in range(5):
                assert connection.execute(f"SELECT {number}").fetchone() == (number,)
    one, two = (small.execute("SELECT 1 UNION SELECT 2") for _ in range(2))
    assert one.fetchall() == two.fetchall() == [(1,), (2,)]
    small.close(), none.close()


def test_a_table_that_changes_under_a_cached_statement(ours):
    ours.execute("CREATE TABLE t (a)")
    assert ours.execute("SELECT * FROM t").description == (("a", *(None,) * 6),)
    ours.execute("ALTER TABLE t ADD COLUMN b")
    ours.execute("INSERT INTO t VALUES (1, 2)")
    cursor = ours.execute("SELECT * FROM t")
    assert cursor.fetchall() == [(1, 2)] and len(cursor.description) == 2


def test_a_blob_is_read_into_memory(ours):
    ours.execute("CREATE TABLE b (data)")
    ours.execute("INSERT INTO b VALUES (?)", (b"0123456789",))
    with ours.blobopen("b", "data", 1) as blob:
        room = bytearray(b"........")
        assert blob.readinto(room) == 8 and room == b"01234567"
        assert blob.readinto(room) == 2 and room == b"89234567"
        with pytest.raises((TypeError, BufferError)):
            blob.readinto(b"cannot be written to")


def test_what_is_not_supported_says_so():
    with pytest.raises(db.NotSupportedError, match="detect_types"):
        db.connect(":memory:", detect_types=1)
    with pytest.raises(ValueError):
        db.connect("a\0b")
    with pytest.raises(TypeError):
        db.connect(5)


def test_a_connection_can_be_opened_anew(tmp_path):
    connection = db.connect(":memory:")
    cursor = connection.execute("SELECT 1 UNION SELECT 2")
    connection.__init__(tmp_path / "other.db")
    connection.execute("CREATE TABLE t (x)")
    with pytest.raises(db.ProgrammingError):
        cursor.fetchall()
    connection.close()
    assert (tmp_path / "other.db").stat().st_size > 0


@pytest.mark.parametrize("sql", ["", "  ", "-- nothing", "/* nothing */"])
def test_nothing_to_run(ours, sql):
    """An assertion of the standard module's own C fails at that, in a debug interpreter."""
    cursor = ours.execute(sql)
    assert cursor.fetchall() == [] and cursor.description is None
