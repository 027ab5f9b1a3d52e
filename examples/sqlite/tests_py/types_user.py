"""What a type checker makes of code that uses the module: mypy reads it, nobody runs it."""

from typing import Any, assert_type

import owned_sqlite
from owned_sqlite import Blob, Connection, Cursor, Row


def people(path: str) -> list[Any]:
    connection = Connection(path)
    with connection:
        cursor = connection.execute("create table people (name text, age int)")
        cursor.executemany("insert into people values (?, ?)", [("Ada", 36)])
    connection.create_function("double", 1, lambda n: 2 * n)
    assert_type(connection.in_transaction, bool)
    assert_type(connection.total_changes, int)
    connection.row_factory = Row
    rows = owned_sqlite.connect(path).execute("select * from people where age > :age", {"age": 30})
    assert_type(rows, Cursor)
    return rows.fetchall()


def read(blob: Blob) -> bytes:
    blob.seek(0)
    return blob.read(8)


def code(error: owned_sqlite.Error) -> str:
    try:
        raise error
    except owned_sqlite.IntegrityError as wrong:
        return str(wrong)


def wrong(connection: Connection, blob: Blob) -> None:
    connection.execute(3)  # type: ignore[arg-type]
    blob.read("8")  # type: ignore[arg-type]
    connection.in_transaction = True  # type: ignore[misc]
    Cursor.no_such_method  # type: ignore[attr-defined]
