"""Statements, parameters and rows: the same through the standard module and through ours."""

import pytest


@pytest.fixture
def people(con):
    con.execute("CREATE TABLE people (name TEXT, age INTEGER)")
    con.executemany("INSERT INTO people VALUES (?, ?)", [("Ada", 36), ("Bob", 41), ("Cy", 7)])
    return con


def test_execute_gives_the_cursor(con):
    cursor = con.cursor()
    assert cursor.execute("SELECT 1") is cursor
    assert cursor.connection is con


def test_fetchone_ends_with_none(people):
    cursor = people.execute("SELECT name FROM people ORDER BY age")
    assert [cursor.fetchone() for _ in range(5)] == [("Cy",), ("Ada",), ("Bob",), None, None]


def test_fetchmany_goes_by_arraysize_unless_told(people):
    cursor = people.execute("SELECT age FROM people ORDER BY age")
    assert cursor.arraysize == 1
    assert cursor.fetchmany() == [(7,)]
    cursor.arraysize = 2
    assert cursor.fetchmany() == [(36,), (41,)]
    assert cursor.fetchmany(5) == []


def test_fetchmany_takes_its_size_by_name(people):
    assert len(people.execute("SELECT * FROM people").fetchmany(size=2)) == 2


def test_fetchall_gives_what_is_left(people):
    cursor = people.execute("SELECT age FROM people ORDER BY age")
    cursor.fetchone()
    assert cursor.fetchall() == [(36,), (41,)]
    assert cursor.fetchall() == []


def test_a_cursor_is_its_own_iterator(people):
    cursor = people.execute("SELECT name FROM people ORDER BY name")
    assert iter(cursor) is cursor
    assert [name for (name,) in cursor] == ["Ada", "Bob", "Cy"]


def test_nothing_is_fetched_before_anything_is_run(con):
    cursor = con.cursor()
    assert cursor.fetchone() is None
    assert cursor.fetchall() == []
    assert cursor.description is None
    assert cursor.rowcount == -1
    assert cursor.lastrowid is None


def test_the_description_has_the_names(people):
    cursor = people.execute("SELECT name, age AS years FROM people")
    nothing = (None,) * 6
    assert cursor.description == (("name", *nothing), ("years", *nothing))
    cursor.execute("DELETE FROM people")
    assert cursor.description is None


def test_rowcount_counts_what_was_changed(people):
    cursor = people.execute("UPDATE people SET age = age + 1 WHERE age > 10")
    assert cursor.rowcount == 2
    cursor.executemany("DELETE FROM people WHERE name = ?", [("Ada",), ("Bob",), ("nobody",)])
    assert cursor.rowcount == 2
    assert cursor.execute("SELECT 1").rowcount == -1


def test_lastrowid_is_that_of_the_insert(people):
    cursor = people.execute("INSERT INTO people VALUES ('Di', 1)")
    assert cursor.lastrowid == 4
    assert people.execute("INSERT INTO people VALUES ('Ed', 2)").lastrowid == 5


def test_parameters_by_name(people):
    sql = "SELECT name FROM people WHERE age > :low AND age < $high AND name <> @not"
    assert people.execute(sql, {"low": 10, "high": 40, "not": "", "unused": 1}).fetchall() == [("Ada",)]


def test_parameters_of_a_dict_that_makes_them_up(con):
    class Doubles(dict):
        def __missing__(self, key):
            return key * 2

    assert con.execute("SELECT :a, :b", Doubles(b=1)).fetchone() == ("aa", 1)


def test_parameters_of_any_sequence(con):
    class Squares:
        def __len__(self):
            return 3

        def __getitem__(self, index):
            return index * index

    assert con.execute("SELECT ?, ?, ?", Squares()).fetchone() == (0, 1, 4)
    assert con.execute("SELECT ?, ?", [1, 2]).fetchone() == (1, 2)


@pytest.mark.parametrize("given", [(), (1,), (1, 2, 3), [1]])
def test_a_wrong_number_of_parameters(db, con, given):
    with pytest.raises(db.ProgrammingError, match="uses 2, and there are"):
        con.execute("SELECT ?, ?", given)


def test_a_name_without_a_value(db, con):
    with pytest.raises(db.ProgrammingError, match=":missing"):
        con.execute("SELECT :missing", {"other": 1})


def test_parameters_that_are_none(db, con):
    with pytest.raises(db.ProgrammingError, match="unsupported type"):
        con.execute("SELECT ?", 42)


def test_executemany_takes_an_iterator(con):
    con.execute("CREATE TABLE t (x)")
    con.executemany("INSERT INTO t VALUES (?)", ((x,) for x in range(10)))
    assert con.execute("SELECT sum(x) FROM t").fetchone() == (45,)


def test_executemany_is_for_changes(db, con):
    with pytest.raises(db.ProgrammingError, match="DML"):
        con.executemany("SELECT ?", [(1,)])


def test_executemany_stops_at_what_an_iterator_raises(con):
    con.execute("CREATE TABLE t (x)")

    def values():
        yield (1,)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        con.executemany("INSERT INTO t VALUES (?)", values())
    assert con.execute("SELECT x FROM t").fetchall() == [(1,)]


def test_one_statement_at_a_time(db, con):
    with pytest.raises((db.ProgrammingError, db.Warning), match="one statement at a time"):
        con.execute("SELECT 1; SELECT 2")
    assert con.execute("SELECT 1; -- no more\n /* really */").fetchone() == (1,)
    with pytest.raises((db.ProgrammingError, db.Warning), match="one statement at a time"):
        con.execute("SELECT 1; SELECT 2")


def test_executescript_runs_all(con):
    con.executescript("CREATE TABLE t (x); INSERT INTO t VALUES (1); -- and\nINSERT INTO t VALUES (2);")
    assert con.execute("SELECT x FROM t").fetchall() == [(1,), (2,)]


def test_executescript_stops_at_an_error(db, con):
    with pytest.raises(db.OperationalError, match="syntax error"):
        con.executescript("CREATE TABLE t (x); INSERT INTO t VALUES (1); nonsense; INSERT INTO t VALUES (2)")
    assert con.execute("SELECT x FROM t").fetchall() == [(1,)]


def test_returning_gives_rows_and_counts(con):
    con.execute("CREATE TABLE t (x)")
    cursor = con.execute("INSERT INTO t VALUES (1), (2) RETURNING x * 10")
    assert cursor.fetchall() == [(10,), (20,)]
    assert cursor.rowcount == 2


def test_a_new_statement_ends_the_old_one(people):
    cursor = people.execute("SELECT name FROM people ORDER BY name")
    cursor.fetchone()
    cursor.execute("SELECT 5")
    assert cursor.fetchall() == [(5,)]


def test_two_cursors_walk_by_turns(people):
    first, second = (people.execute("SELECT age FROM people ORDER BY age") for _ in range(2))
    assert list(zip(first, second)) == [((7,), (7,)), ((36,), (36,)), ((41,), (41,))]


def test_a_nul_in_the_text(db, con):
    with pytest.raises((db.ProgrammingError, ValueError), match="null character"):
        con.execute("SELECT 1\0")


def test_sql_that_is_no_text(con):
    with pytest.raises(TypeError):
        con.execute(42)
