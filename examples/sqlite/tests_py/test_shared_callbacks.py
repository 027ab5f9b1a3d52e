"""Functions, aggregates, collations, handlers and blobs: the same through the standard module and through ours."""

import pytest


@pytest.fixture
def numbers(con):
    con.executescript("CREATE TABLE n (x INTEGER, half TEXT); INSERT INTO n VALUES (1, 'a'), (2, 'a'), (3, 'b')")
    return con


class Total:
    def __init__(self):
        self.total = 0

    def step(self, value):
        self.total += value

    def finalize(self):
        return self.total


@pytest.mark.parametrize("value", [None, 5, 2.5, "text", b"bytes", "", b""], ids=repr)
def test_a_function_is_given_and_gives_values(con, value):
    seen = []
    con.create_function("note", 2, lambda *values: seen.append(values) or values[1])
    assert con.execute("SELECT note(1, ?)", (value,)).fetchone() == (value,)
    assert seen == [(1, value)]


def test_a_function_of_any_number_of_arguments(con):
    con.create_function("count_them", -1, lambda *values: len(values))
    assert con.execute("SELECT count_them(), count_them(1), count_them(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)").fetchone() == (0, 1, 10)


def test_a_function_that_raises(db, con):
    con.create_function("bad", 0, lambda: 1 / 0)
    with pytest.raises(db.OperationalError, match="user-defined function raised exception"):
        con.execute("SELECT bad()").fetchall()
    assert con.execute("SELECT 1").fetchone() == (1,)


@pytest.mark.parametrize("result", [object(), 2**63, [], "\ud800"], ids=lambda v: type(v).__name__)
def test_a_function_that_gives_what_is_no_value(db, con, result):
    con.create_function("odd", 0, lambda: result)
    with pytest.raises((db.OperationalError, db.DataError)):
        con.execute("SELECT odd()").fetchall()


def test_a_function_with_a_wrong_number_of_arguments(db, con):
    con.create_function("one", 1, lambda value: value)
    with pytest.raises(db.OperationalError, match="wrong number of arguments"):
        con.execute("SELECT one()")
    with pytest.raises((db.ProgrammingError, db.OperationalError, db.InterfaceError)):
        con.create_function("too_many", 10_000, print)


def test_a_deterministic_function_in_an_index(db, con):
    con.execute("CREATE TABLE t (x)")
    con.create_function("plain", 1, lambda value: value)
    con.create_function("same", 1, lambda value: value, deterministic=True)
    con.execute("CREATE INDEX i ON t (same(x))")
    with pytest.raises(db.OperationalError, match="non-deterministic"):
        con.execute("CREATE INDEX j ON t (plain(x))")


def test_a_function_may_use_the_connection(numbers):
    numbers.create_function("above", 1, lambda x: numbers.execute("SELECT count(*) FROM n WHERE x > ?", (x,)).fetchone()[0])
    assert numbers.execute("SELECT above(x) FROM n ORDER BY x").fetchall() == [(2,), (1,), (0,)]


def test_an_aggregate_has_an_instance_for_each_group(numbers):
    numbers.create_aggregate("total", 1, Total)
    assert numbers.execute("SELECT half, total(x) FROM n GROUP BY half ORDER BY half").fetchall() == [("a", 3), ("b", 3)]
    assert numbers.execute("SELECT total(x) FROM n WHERE x > 5").fetchall() == [(None,)]


@pytest.mark.parametrize("broken", ["__init__", "step", "finalize"])
def test_an_aggregate_that_raises(db, numbers, broken):
    def fail(self, *values):
        raise ZeroDivisionError

    numbers.create_aggregate("bad", 1, type("Bad", (Total,), {broken: fail}))
    with pytest.raises(db.OperationalError, match="user-defined aggregate"):
        numbers.execute("SELECT bad(x) FROM n").fetchall()
    assert numbers.execute("SELECT max(x) FROM n").fetchone() == (3,)


def test_an_aggregate_without_its_methods(db, numbers):
    numbers.create_aggregate("none_of_them", 1, object)
    with pytest.raises((db.OperationalError, AttributeError)):
        numbers.execute("SELECT none_of_them(x) FROM n").fetchall()


def test_a_collation_orders(con):
    con.create_collation("backwards", lambda a, b: (a < b) - (a > b))
    sql = "SELECT column1 FROM (VALUES ('a'), ('c'), ('b')) ORDER BY column1 COLLATE backwards"
    assert con.execute(sql).fetchall() == [("c",), ("b",), ("a",)]


def test_a_collation_is_removed(db, con):
    con.create_collation("gone", lambda a, b: 0)
    con.create_collation("gone", None)
    with pytest.raises(db.OperationalError, match="no such collation"):
        con.execute("SELECT 1 ORDER BY 'a' COLLATE gone")


def test_a_progress_handler_is_called_and_ends_what_runs(db, con):
    calls = []
    sql = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 20000) SELECT count(*) FROM c"
    con.set_progress_handler(lambda: calls.append(1), 100)
    assert con.execute(sql).fetchone() == (20000,) and len(calls) > 10
    con.set_progress_handler(lambda: True, 100)
    with pytest.raises(db.OperationalError, match="interrupted"):
        con.execute(sql).fetchone()
    con.set_progress_handler(None, 0)
    assert con.execute(sql).fetchone() == (20000,)


def test_a_progress_handler_that_raises_ends_what_runs(db, con):
    con.set_progress_handler(lambda: 1 / 0, 1)
    with pytest.raises(db.OperationalError, match="interrupted"):
        con.execute("SELECT 1 UNION SELECT 2 UNION SELECT 3").fetchall()


@pytest.fixture
def blob(con):
    con.execute("CREATE TABLE b (data BLOB)")
    con.execute("INSERT INTO b VALUES (?)", (b"0123456789",))
    blob = con.blobopen("b", "data", 1)
    yield blob
    blob.close()


def test_a_blob_is_read_like_a_file(blob):
    assert len(blob) == 10 and blob.tell() == 0
    assert blob.read(3) == b"012" and blob.tell() == 3 and blob.read() == b"3456789" and blob.read() == b""
    blob.seek(-2, 2)
    assert blob.read(100) == b"89"
    blob.seek(1)
    blob.seek(1, 1)
    assert blob.read(1) == b"2"
    for wrong in ((11,), (-1,), (1, 2), (0, 3)):
        with pytest.raises(ValueError):
            blob.seek(*wrong)


def test_a_blob_is_written_like_a_file(con, blob):
    blob.write(b"ab")
    blob.write(bytearray(b"c"))
    blob.write(memoryview(b"d"))
    assert con.execute("SELECT data FROM b").fetchone() == (b"abcd456789",)
    blob.seek(9)
    with pytest.raises(ValueError, match="longer"):
        blob.write(b"xx")


def test_a_blob_has_items(con, blob):
    assert blob[0] == ord("0") and blob[-1] == ord("9") and blob[2:4] == b"23" and blob[::3] == b"0369"
    blob[0], blob[1:3], blob[5::2] = ord("x"), b"yz", b"..."
    assert con.execute("SELECT data FROM b").fetchone() == (b"xyz34.6.8.",)
    for wrong in 10, -11:
        with pytest.raises(IndexError):
            blob[wrong]
    with pytest.raises(ValueError):
        blob[0] = 256
    with pytest.raises(IndexError, match="wrong size"):
        blob[0:2] = b"abc"
    for key, value in ("a", 1), (0, b"a"), (slice(0, 1), 5):
        with pytest.raises(TypeError if not isinstance(key, slice) else Exception):
            blob[key] = value


def test_a_blob_of_a_row_that_has_changed(db, con, blob):
    con.execute("UPDATE b SET data = ?", (b"other",))
    with pytest.raises(db.OperationalError, match="expired|abort"):
        blob.read()


def test_a_blob_that_cannot_be_opened(db, con, blob):
    for table, column, row in ("nowhere", "data", 1), ("b", "nothing", 1), ("b", "data", 5):
        with pytest.raises(db.OperationalError, match="no such"):
            con.blobopen(table, column, row)
    with con.blobopen("b", "data", 1, readonly=True) as readonly:
        with pytest.raises(db.OperationalError, match="readonly"):
            readonly.write(b"x")


def test_a_closed_blob_refuses_all(db, con, blob):
    with blob as entered:
        assert entered is blob
    for use in blob.read, blob.tell, lambda: blob[0], lambda: len(blob), lambda: blob.write(b""), lambda: blob.seek(0):
        with pytest.raises(db.ProgrammingError, match="closed blob"):
            use()


def test_closing_the_connection_closes_its_blobs(db):
    connection = db.connect(":memory:")
    connection.executescript("CREATE TABLE b (data); INSERT INTO b VALUES (x'00')")
    blob = connection.blobopen("b", "data", 1)
    connection.close()
    with pytest.raises(db.ProgrammingError, match="closed"):
        blob.read()
