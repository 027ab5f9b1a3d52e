"""SQLite by the DB-API of Python (PEP 249), with the names of the standard module `sqlite3`."""

from collections.abc import Callable, Iterator
from os import PathLike
from typing import Any, Final, Never, Self, final
from typing_extensions import Buffer, disjoint_base

__all__ = [
    "Blob",
    "connect",
    "Connection",
    "Cursor",
    "DataError",
    "DatabaseError",
    "Error",
    "IntegrityError",
    "InterfaceError",
    "InternalError",
    "NotSupportedError",
    "OperationalError",
    "ProgrammingError",
    "Warning",
    "Row",
    "apilevel",
    "paramstyle",
    "threadsafety",
]

@final
class Blob:
    """Bytes of a row of a table, like a file. Their number cannot change."""
    def read(self, length: int = -1, /) -> bytes:
        """Read so many bytes from the current place on; all that are left by default."""
    def readinto(self, buffer: Buffer, /) -> int:
        """Read into memory that can be written to, as much as fits; returns how many bytes."""
    def write(self, data: Buffer, /) -> None:
        """Write bytes over those at the current place."""
    def seek(self, offset: int, origin: int = 0, /) -> None:
        """Go to a place: from the start (0), the current one (1) or the end (2)."""
    def tell(self) -> int:
        """The current place."""
    def close(self) -> None:
        """Close it. A closed blob stays closed."""
    def __len__(self) -> int: ...
    def __getitem__(self, key: object, /) -> Any: ...
    def __setitem__(self, key: object, value: object, /) -> None: ...
    def __enter__(self) -> Blob: ...
    def __exit__(self, *_exception: object) -> None: ...
    def __delitem__(self, other: Never, /) -> None: ...

def connect(database: object, timeout: float = 5.0, detect_types: int = 0, isolation_level: str | None = '', check_same_thread: bool = True, factory: object = None, cached_statements: int = 128, uri: bool = False) -> Connection:
    """Open a database: a path, or ":memory:". `factory` is called instead of Connection, with the same arguments."""

@disjoint_base
class Connection:
    """A database of SQLite's that is open.

    What is registered with it (functions, aggregates, collations, a handler of progress) belongs to it: SQLite has only
    what leads there.
    """
    def __init__(self, database: str | bytes | PathLike[str] | PathLike[bytes], timeout: float = 5.0, detect_types: int = 0, isolation_level: str | None = '', check_same_thread: bool = True, factory: object = None, cached_statements: int = 128, uri: bool = False) -> None: ...
    def cursor(self, factory: object = None) -> Cursor:
        """A new cursor of this connection: `factory(connection)`."""
    def execute(self, sql: str, parameters: object = None, /) -> Cursor:
        """Run a statement with a new cursor, which is the result."""
    def executemany(self, sql: str, parameters: object, /) -> Cursor:
        """Run a statement for each set of parameters with a new cursor, which is the result."""
    def executescript(self, sql_script: str, /) -> Cursor:
        """Run all statements of a text with a new cursor, which is the result."""
    def commit(self) -> None:
        """Commit the transaction, if one has begun."""
    def rollback(self) -> None:
        """Take back the transaction, if one has begun."""
    def close(self) -> None:
        """Close the connection, with all its cursors and blobs. What is not committed is lost."""
    def interrupt(self) -> None:
        """End what runs, from any thread: it raises OperationalError."""
    def create_function(self, name: str, narg: int, func: Callable[..., object] | None, /, *, deterministic: bool = False) -> None:
        """Make a function of SQL: `function(*arguments)` with `narg` of them, -1 for any number. None removes it."""
    def create_aggregate(self, name: str, n_arg: int, aggregate_class: Callable[..., object] | None, /) -> None:
        """Make an aggregate of SQL: a class with `step(*arguments)` and `finalize()`. None removes it."""
    def create_collation(self, name: str, callback: Callable[..., object] | None, /) -> None:
        """Make an order of texts: `callback(a, b)` gives a number below, of or above 0. None removes it."""
    def set_progress_handler(self, handler: Callable[..., object] | None, n: int, /) -> None:
        """Have `handler()` called every `n` steps of SQLite's machine; what runs ends if it returns something true."""
    def blobopen(self, table: str, column: str, row: int, /, *, readonly: bool = False, name: str = 'main') -> Blob:
        """Open a blob, to read and write it where it is."""
    def backup(self, target: Connection, *, pages: int = -1, progress: Callable[..., Any] | None = None, name: str = 'main', sleep: float = 0.250) -> None:
        """Copy the database into another connection: `pages` at a time (all, if that is not above 0), with
        `progress(status, remaining, total)` after each time, and `sleep` seconds before another try where it is locked.
        """
    def __enter__(self) -> Connection: ...
    def __exit__(self, kind: object, value: object, traceback: object, /) -> bool: ...
    def __call__(self, sql: object, /) -> Any:
        """Run a statement: `connection(sql)` gives a cursor that has run it."""
    @property
    def total_changes(self) -> int:
        """How many rows were changed since it was opened."""
    @property
    def in_transaction(self) -> bool:
        """Whether a transaction has begun."""
    @property
    def isolation_level(self) -> str | None:
        """How a transaction begins before the first change: '', 'DEFERRED', 'IMMEDIATE', 'EXCLUSIVE'; None for never."""
    @isolation_level.setter
    def isolation_level(self, value: str | None) -> None: ...
    @property
    def row_factory(self) -> Any:
        """What new cursors call with themselves and the tuple of a row; None for the tuple itself."""
    @row_factory.setter
    def row_factory(self, value: object) -> None: ...
    @property
    def text_factory(self) -> Any:
        """What is called with the bytes of a text; str by default."""
    @text_factory.setter
    def text_factory(self, value: object) -> None: ...

@disjoint_base
class Cursor:
    """Runs statements of a connection, and walks over the rows that they give."""
    def __init__(self, connection: Connection, /) -> None: ...
    def execute(self, sql: str, parameters: object = None, /) -> Cursor:
        """Run a statement, with the values of its parameters."""
    def executemany(self, sql: str, seq_of_parameters: object, /) -> Cursor:
        """Run a statement that changes rows, once for each set of parameters."""
    def executescript(self, sql_script: str, /) -> Cursor:
        """Run all statements of a text. A transaction that has begun is committed first."""
    def fetchone(self) -> Any:
        """The next row, or None."""
    def fetchmany(self, size: int | None = None) -> list[Any]:
        """The next rows: `size` of them, or as many as are left."""
    def fetchall(self) -> list[Any]:
        """All rows that are left."""
    def close(self) -> None:
        """Close the cursor. It cannot be used any more."""
    def setinputsizes(self, sizes: object, /) -> None:
        """Does nothing: SQLite has no need of it."""
    def setoutputsize(self, size: object, column: object = None, /) -> None:
        """Does nothing: SQLite has no need of it."""
    def __iter__(self) -> Cursor: ...
    def __next__(self) -> Any: ...
    @property
    def description(self) -> tuple[Any, ...] | None:
        """Of each column its name, and six times None; None where there are no columns."""
    @property
    def rowcount(self) -> int:
        """How many rows the last statement has changed; -1 where that is no question."""
    @property
    def lastrowid(self) -> int | None:
        """The number of the row that was inserted last."""
    @property
    def connection(self) -> Connection | None:
        """The connection."""
    @property
    def arraysize(self) -> int:
        """How many rows fetchmany() gives where nobody says."""
    @arraysize.setter
    def arraysize(self, value: int) -> None: ...
    @property
    def row_factory(self) -> Any:
        """Called with the cursor and the tuple of a row; None for the tuple itself."""
    @row_factory.setter
    def row_factory(self, value: object) -> None: ...

class DataError(DatabaseError):
    """A value cannot be processed: it is too long, say."""

class DatabaseError(Error):
    """An error of the database."""

class Error(Exception):
    """Any error of the database or of its use. Those that SQLite reports have `sqlite_errorcode` and `sqlite_errorname`."""

class IntegrityError(DatabaseError):
    """A constraint does not hold."""

class InterfaceError(Error):
    """SQLite's interface was used in a way that it does not permit."""

class InternalError(DatabaseError):
    """SQLite contradicts itself."""

class NotSupportedError(DatabaseError):
    """SQLite cannot do that."""

class OperationalError(DatabaseError):
    """The database does not do what it is asked for: it is locked, the disk is full, the SQL is wrong."""

class ProgrammingError(DatabaseError):
    """The module is used wrongly: something is closed, or has too few parameters."""

class Warning(Exception):
    """Something is not as it should be, and went on."""

@final
class Row:
    """A row whose values are found by number and by name of their column, whatever the case."""
    def __new__(cls, cursor: Cursor, data: tuple[Any, ...], /) -> Self: ...
    def keys(self) -> list[Any]:
        """The names of the columns."""
    def __len__(self) -> int: ...
    def __getitem__(self, key: object, /) -> Any: ...
    def __iter__(self) -> Iterator[Any]: ...
    def __hash__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...

apilevel: Final[str]
"""The version of the DB-API."""

paramstyle: Final[str]
"""How parameters are written: `?`; `:name` is understood as well."""

threadsafety: Final[int]
"""Threads may share the module, connections and cursors."""
