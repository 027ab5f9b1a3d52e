"""Values and errors: the same through the standard module and through ours."""

import array

import pytest


@pytest.mark.parametrize("value", [
    None, 0, -1, 2**63 - 1, -(2**63), 1.5, float("inf"), "", "text", "ü€😀", "a\0b", b"", b"bytes\0more", True,
], ids=repr)
def test_a_value_comes_back(con, value):
    got, = con.execute("SELECT ?", (value,)).fetchone()
    assert got == value and type(got) is (int if value is True else type(value))


def test_a_nan_is_null(con):
    assert con.execute("SELECT ?", (float("nan"),)).fetchone() == (None,)


@pytest.mark.parametrize("value", [bytearray(b"abc"), memoryview(b"abc"), array.array("B", b"abc")], ids=lambda v: type(v).__name__)
def test_what_is_like_bytes_is_a_blob(con, value):
    assert con.execute("SELECT ?, typeof(?)", (value, value)).fetchone() == (b"abc", "blob")


def test_memory_of_wide_items_is_its_bytes(con):
    numbers = array.array("i", [1, 2])
    assert con.execute("SELECT ?", (numbers,)).fetchone() == (numbers.tobytes(),)


def test_subclasses_are_values(con):
    classes = [type("Sub", (base,), {}) for base in (int, float, str)]
    assert con.execute("SELECT ?, ?, ?", [kind(7) for kind in classes]).fetchone() == (7, 7.0, "7")


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, 10**30])
def test_an_integer_that_is_too_large(con, value):
    with pytest.raises(OverflowError, match="too large"):
        con.execute("SELECT ?", (value,))


@pytest.mark.parametrize("value", [object(), [], {}, 1j, print], ids=lambda v: type(v).__name__)
def test_a_type_that_there_is_not(db, con, value):
    with pytest.raises((db.ProgrammingError, db.InterfaceError), match="rror binding parameter"):
        con.execute("SELECT 0, ?", (value,))


def test_a_lone_surrogate(con):
    with pytest.raises(UnicodeEncodeError):
        con.execute("SELECT ?", ("\ud800",))


def test_text_that_is_no_text(db, con):
    with pytest.raises(db.OperationalError, match="Could not decode to UTF-8"):
        con.execute("SELECT cast(x'ff' AS TEXT) AS odd").fetchall()


def test_text_factories(con):
    assert con.text_factory is str
    con.text_factory = bytes
    assert con.execute("SELECT 'ü', cast(x'ff' AS TEXT)").fetchone() == ("ü".encode(), b"\xff")
    con.text_factory = lambda data: data.decode("latin-1")
    assert con.execute("SELECT cast(x'ff' AS TEXT)").fetchone() == ("ÿ",)
    con.text_factory = str
    assert con.execute("SELECT 'ü'").fetchone() == ("ü",)


def test_row_factories(con):
    con.row_factory = lambda cursor, row: {column[0]: value for column, value in zip(cursor.description, row)}
    assert con.execute("SELECT 1 AS a, 2 AS b").fetchall() == [{"a": 1, "b": 2}]
    cursor = con.cursor()
    cursor.row_factory = None
    assert cursor.execute("SELECT 1").fetchone() == (1,)


def test_row(db, con):
    con.row_factory = db.Row
    row = con.execute("SELECT 1 AS a, 'two' AS Bee").fetchone()
    assert isinstance(row, db.Row) and len(row) == 2 and tuple(row) == (1, "two")
    assert row["a"] == row["A"] == row[0] == row[-2] == 1
    assert row["bee"] == "two" and row[0:2] == (1, "two") and row.keys() == ["a", "Bee"]
    for wrong in "c", 2, -3:
        with pytest.raises(IndexError):
            row[wrong]
    with pytest.raises(IndexError):
        row[1.5]


def test_rows_are_equal_by_names_and_values(db, con):
    con.row_factory = db.Row
    one, same, other = (con.execute(sql).fetchone() for sql in ("SELECT 1 AS a", "SELECT 1 AS a", "SELECT 1 AS b"))
    assert one == same and hash(one) == hash(same) and one != other and one != (1,)


def test_a_row_is_made_of_a_cursor_and_a_tuple(db, con):
    cursor = con.execute("SELECT 1 AS a")
    assert db.Row(cursor, (5,))["a"] == 5
    for wrong in (None, (5,)), (cursor, [5]):
        with pytest.raises(TypeError):
            db.Row(*wrong)


def test_the_hierarchy_of_exceptions(db):
    assert issubclass(db.Warning, Exception) and issubclass(db.Error, Exception)
    assert issubclass(db.InterfaceError, db.Error) and issubclass(db.DatabaseError, db.Error)
    for name in "DataError", "OperationalError", "IntegrityError", "InternalError", "ProgrammingError", "NotSupportedError":
        assert issubclass(getattr(db, name), db.DatabaseError), name
    assert db.apilevel == "2.0" and db.paramstyle == "qmark"


def test_an_error_has_sqlites_code(db, con):
    con.execute("CREATE TABLE t (x UNIQUE, y NOT NULL, CHECK (x < 10))")
    con.execute("INSERT INTO t VALUES (1, 1)")
    for values, name in ((1, 1), "UNIQUE"), ((2, None), "NOTNULL"), ((11, 1), "CHECK"):
        with pytest.raises(db.IntegrityError, match=r"constraint failed") as caught:
            con.execute("INSERT INTO t VALUES (?, ?)", values)
        assert caught.value.sqlite_errorname == f"SQLITE_CONSTRAINT_{name}"
        assert caught.value.sqlite_errorcode == getattr(db, caught.value.sqlite_errorname)


def test_an_error_of_the_text(db, con):
    with pytest.raises(db.OperationalError, match='near "SELEC": syntax error') as caught:
        con.execute("SELEC 1")
    assert (caught.value.sqlite_errorcode, caught.value.sqlite_errorname) == (1, "SQLITE_ERROR")
    with pytest.raises(db.OperationalError, match="no such table: nowhere"):
        con.execute("SELECT * FROM nowhere")


def test_a_value_that_is_too_long(db, con):
    with pytest.raises(db.DataError, match="too big"):
        con.execute("SELECT zeroblob(2000000000)").fetchall()


def test_a_file_that_cannot_be_opened(db, tmp_path):
    with pytest.raises(db.OperationalError, match="unable to open") as caught:
        db.connect(tmp_path / "no" / "such.db")
    assert caught.value.sqlite_errorname == "SQLITE_CANTOPEN"


def test_a_file_that_is_no_database(db, tmp_path):
    (tmp_path / "text").write_text("no database at all, but long enough to have a header " * 20)
    connection = db.connect(tmp_path / "text")
    with pytest.raises(db.DatabaseError, match="not a database"):
        connection.execute("SELECT * FROM sqlite_master")
    connection.close()
