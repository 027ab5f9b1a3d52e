"""A use of every public member, on success and on each way to fail, over and over: nothing may be left of it."""

import owned_sqlite as db
from support.measure import raised

SOME = "SELECT column1, 'text' || column1, column1 * 1.5, x'00ff' FROM (VALUES (1), (2), (3))"


class Total:
    def __init__(self):
        self.total = [0]

    def step(self, value):
        self.total.append(value)

    def finalize(self):
        return sum(self.total)


class Broken:
    """Raises wherever it is told to."""

    def __init__(self):
        self.fail("__init__")

    def step(self, value):
        self.fail("step")

    def finalize(self):
        self.fail("finalize")

    def fail(self, where):
        if where == self.where:
            raise ZeroDivisionError(where)


def opened():
    return db.connect(":memory:")


def closed():
    connection = opened()
    connection.close()
    return connection


def filled():
    connection = opened()
    connection.executescript("CREATE TABLE t (x UNIQUE, data); INSERT INTO t VALUES (1, x'30313233'), (2, NULL)")
    return connection


def fails(kind, operation, *arguments, **more):
    raised(kind, operation, *arguments, **more)


def connect():
    opened()
    db.connect(":memory:", 1.0, 0, None, False, db.Connection, 5, True)
    fails(db.OperationalError, db.connect, "/no/such/folder/x")
    fails(TypeError, db.connect, 5)
    fails(ValueError, db.connect, ":memory:", isolation_level="x")
    fails(db.NotSupportedError, db.connect, ":memory:", detect_types=1)
    fails(ZeroDivisionError, db.connect, ":memory:", factory=lambda *a, **k: 1 / 0)


def connection_init():
    connection = filled()
    cursor = connection.execute("SELECT * FROM t")
    connection.__init__(":memory:")
    fails(db.ProgrammingError, cursor.fetchone)
    fails(db.ProgrammingError, db.Connection.__new__(db.Connection).cursor)


def connection_cursor():
    connection = opened()
    connection.cursor()
    connection.cursor(db.Cursor)
    fails(TypeError, connection.cursor, lambda connection: 5)
    fails(ZeroDivisionError, connection.cursor, lambda connection: 1 / 0)
    fails(db.ProgrammingError, closed().cursor)


def execute():
    connection = filled()
    connection.execute("INSERT INTO t VALUES (?, ?)", (5, bytearray(b"abc")))
    connection.execute("INSERT INTO t VALUES (:x, :y)", {"x": "text", "y": 1.5})
    connection("SELECT * FROM t").fetchone()  # and left in the middle
    for kind, sql, given in [
        (db.OperationalError, "SELEC", ()), (db.IntegrityError, "INSERT INTO t VALUES (1, 1)", ()),
        (db.ProgrammingError, "SELECT ?", ()), (db.ProgrammingError, "SELECT ?", ([],)), (db.ProgrammingError, "SELECT :a", {}),
        (OverflowError, "SELECT ?", (2**70,)), (UnicodeEncodeError, "SELECT ?", ("\ud800",)), (db.ProgrammingError, "SELECT 1; SELECT 2", ()),
        (db.ProgrammingError, "SELECT ?", 5), (TypeError, 5, ()), (db.ProgrammingError, "SELECT '\0'", ()),
    ]:
        fails(kind, connection.execute, sql, given)
    fails(db.ProgrammingError, closed().execute, "SELECT 1")


def executemany():
    connection = filled()
    connection.executemany("INSERT INTO t VALUES (?, ?)", [(x, [b"x", None, 2.5][x % 3]) for x in range(5, 10)])
    fails(db.IntegrityError, connection.executemany, "INSERT INTO t VALUES (?, 0)", [(20,), (20,)])
    fails(db.ProgrammingError, connection.executemany, "INSERT INTO t VALUES (?, 0)", [(30,), ([],)])
    fails(db.ProgrammingError, connection.executemany, "SELECT ?", [(1,)])
    fails(ZeroDivisionError, connection.executemany, "INSERT INTO t VALUES (?, 0)", (1 // 0 for _ in "x"))
    fails(TypeError, connection.executemany, "INSERT INTO t VALUES (?, 0)", 5)


def executescript():
    connection = filled()
    connection.executescript("INSERT INTO t VALUES (3, 3); SELECT * FROM t; -- end")
    fails(db.OperationalError, connection.executescript, "INSERT INTO t VALUES (4, 3); SELEC")
    fails(ValueError, connection.executescript, "\0")
    fails(TypeError, connection.executescript, 5)


def transactions():
    connection = filled()
    for end in connection.commit, connection.rollback:
        connection.execute("INSERT INTO t VALUES (50, 0)")
        connection.in_transaction, connection.total_changes
        end()
        connection.execute("DELETE FROM t WHERE x = 50")
        end()
    with connection:
        connection.execute("INSERT INTO t VALUES (51, 0)")

    def failing():
        with connection:
            connection.execute("INSERT INTO t VALUES (52, 0)")
            1 / 0

    fails(ZeroDivisionError, failing)
    connection.execute("PRAGMA foreign_keys = on")
    connection.executescript("CREATE TABLE p (a PRIMARY KEY); CREATE TABLE c (a REFERENCES p DEFERRABLE INITIALLY DEFERRED)")

    def broken():
        with connection:
            connection.execute("INSERT INTO c VALUES (1)")

    fails(db.IntegrityError, broken)
    for level in "IMMEDIATE", None, "":
        connection.isolation_level = level
        connection.isolation_level
    fails(ValueError, setattr, connection, "isolation_level", "x")


def close():
    connection = filled()
    cursor, blob = connection.execute("SELECT * FROM t"), connection.blobopen("t", "data", 1)
    connection.close()
    for use in cursor.fetchone, cursor.fetchall, blob.read, connection.commit, connection.interrupt:
        fails(db.ProgrammingError, use)


def interrupt():
    opened().interrupt()
    fails(db.ProgrammingError, closed().interrupt)


def create_function():
    connection = opened()
    for function in (lambda *values: values[0]), (lambda *values: [0]), (lambda *values: 1 / 0), (lambda *values: 2**70):
        connection.create_function("f", -1, function)
        try:
            connection.execute(SOME.replace("column1,", "f(column1, 'text', 1.5, x'00'),", 1)).fetchall()
        except db.OperationalError as error:
            assert error.__cause__
    connection.create_function("f", -1, None)
    fails(db.InterfaceError, connection.create_function, "f", 10_000, len)
    fails(TypeError, connection.create_function, "f", 1, 5)
    fails(ValueError, connection.create_function, "\0", 1, len)
    fails(db.ProgrammingError, closed().create_function, "f", 0, len)


def create_aggregate():
    connection = opened()
    connection.create_aggregate("a", 1, Total)
    connection.execute("SELECT a(column1) FROM (VALUES (1), (2))").fetchall()
    connection.execute("SELECT column1, a(column2) FROM (VALUES (1, 1), (2, 2), (3, 3)) GROUP BY column1").fetchone()
    for where in "__init__", "step", "finalize":
        connection.create_aggregate("b", 1, type("B", (Broken,), {"where": where}))
        fails(db.OperationalError, connection.execute, "SELECT b(column1) FROM (VALUES (1), (2))")
    connection.create_aggregate("c", 1, object)
    fails(db.OperationalError, connection.execute, "SELECT c(1)")
    connection.create_aggregate("c", 1, None)
    fails(TypeError, connection.create_aggregate, "a", 1, 5)


def create_collation():
    connection = opened()
    for compare in (lambda a, b: (a > b) - (a < b)), (lambda a, b: 1 / 0), (lambda a, b: "x"):
        connection.create_collation("c", compare)
        try:
            connection.execute("SELECT column1 FROM (VALUES ('a'), ('b'), ('c')) ORDER BY column1 COLLATE c").fetchall()
        except db.OperationalError as error:
            assert error.__cause__
    connection.create_collation("c", lambda a, b: 0)
    cursor = connection.execute("SELECT column1 FROM (VALUES ('a'), ('b'), ('c')) ORDER BY column1 COLLATE c")
    fails(db.OperationalError, connection.create_collation, "c", compare)  # in use
    cursor.close()
    connection.create_collation("c", None)
    fails(TypeError, connection.create_collation, "c", 5)


def set_progress_handler():
    connection = opened()
    for handler in (lambda: None), (lambda: True), (lambda: 1 / 0):
        connection.set_progress_handler(handler, 1)
        try:
            connection.execute("SELECT 1 UNION SELECT 2 UNION SELECT 3").fetchall()
        except db.OperationalError:
            pass
    connection.set_progress_handler(None, 1)
    fails(TypeError, connection.set_progress_handler, 5, 1)


def blobopen():
    connection = filled()
    connection.blobopen("t", "data", 1, readonly=True, name="main")
    fails(db.OperationalError, connection.blobopen, "t", "data", 9)
    fails(db.OperationalError, connection.blobopen, "t", "data", 2)
    fails(ValueError, connection.blobopen, "\0", "data", 2)


def backup():
    connection, target = filled(), opened()
    connection.backup(target, pages=1, progress=lambda *numbers: None)
    fails(ZeroDivisionError, connection.backup, target, progress=lambda *numbers: 1 / 0)
    fails(ValueError, connection.backup, connection)
    fails(db.OperationalError, connection.backup, target, name="nowhere")
    fails(db.ProgrammingError, connection.backup, closed())
    fails(TypeError, connection.backup, 5)


def factories():
    connection = opened()
    for row_factory in db.Row, (lambda cursor, row: [row]), (lambda cursor, row: 1 / 0), None:
        connection.row_factory = row_factory
        connection.row_factory
        try:
            connection.execute(SOME).fetchall()
        except ZeroDivisionError:
            pass
    for text_factory in bytes, bytearray, (lambda data: 1 / 0), str:
        connection.text_factory = text_factory
        connection.text_factory
        try:
            connection.execute(SOME).fetchall()
        except ZeroDivisionError:
            pass
    fails(db.OperationalError, connection.execute("SELECT cast(x'ff' AS TEXT)").fetchall)


def fetching():
    connection = filled()
    cursor = connection.execute(SOME)
    cursor.arraysize = 2
    cursor.arraysize, cursor.description, cursor.rowcount, cursor.lastrowid, cursor.connection, cursor.row_factory
    cursor.row_factory = None
    cursor.fetchone(), cursor.fetchmany(), cursor.fetchmany(1), cursor.fetchall(), cursor.fetchone(), list(cursor)
    for row in cursor.execute(SOME):
        break
    cursor.execute("INSERT INTO t VALUES (9, 9), (10, 10) RETURNING x").fetchone()
    cursor.setinputsizes([]), cursor.setoutputsize(1)
    connection.create_function("f", 1, lambda value: 1 // (value - 2))
    cursor.execute("SELECT f(column1) FROM (VALUES (1), (2))")
    fails(db.OperationalError, cursor.fetchall)
    fails(OverflowError, setattr, cursor, "arraysize", -1)
    fails(TypeError, db.Cursor, 5)
    fails(db.ProgrammingError, db.Cursor.__new__(db.Cursor).fetchone)


def cursor_close():
    cursor = opened().execute(SOME)
    cursor.close()
    fails(db.ProgrammingError, cursor.fetchone)
    fails(db.ProgrammingError, cursor.execute, "SELECT 1")


def row():
    cursor = opened().execute(SOME)
    row, same = (db.Row(cursor, (1, "two", 3.0, b"4")) for _ in range(2))
    row[0], row["column1"], row[1:], row.keys(), len(row), list(row), hash(row), row == same, row == 5, row != same
    fails(IndexError, row.__getitem__, "x")
    fails(IndexError, row.__getitem__, 9)
    fails(IndexError, row.__getitem__, None)
    fails(TypeError, db.Row, 5, ())


def blob():
    connection = filled()
    with connection.blobopen("t", "data", 1) as blob:
        blob.read(2), blob.tell(), blob.seek(0), blob.write(b"ab"), blob[0], blob[::2], len(blob), blob.readinto(bytearray(2))
        blob[0], blob[1:3] = 5, b"xy"
        fails(ValueError, blob.write, b"x" * 10)
        fails(ValueError, blob.seek, 100)
        fails(IndexError, blob.__getitem__, 100)
        fails(TypeError, blob.__getitem__, "x")
        fails(IndexError, blob.__setitem__, slice(0, 1), b"xx")
        fails(ValueError, blob.__setitem__, 0, 256)
        fails(db.ProgrammingError, blob.write, 5)
        connection.execute("UPDATE t SET data = NULL")
        fails(db.OperationalError, blob.read)
    fails(db.ProgrammingError, blob.read)


#: One that is never closed: what is registered with it must go when it is replaced, and a group when it ends.
KEPT = opened()


def kept_functions():
    for callable in (lambda *values: 0), (lambda *values: 1 / 0), None:
        KEPT.create_function("f", 1, callable)
        KEPT.create_collation("c", callable)
        KEPT.set_progress_handler(callable, 1000)
    fails(db.InterfaceError, KEPT.create_function, "f", 10_000, len)


def kept_aggregates():
    KEPT.create_aggregate("a", 1, Total)
    KEPT.execute("SELECT column1, a(column2) FROM (VALUES (1, 1), (2, 2), (3, 3)) GROUP BY column1").fetchall()
    KEPT.execute("SELECT column1, a(column2) FROM (VALUES (1, 1), (2, 2), (3, 3)) GROUP BY column1").fetchone()
    for where in "__init__", "step", "finalize":
        KEPT.create_aggregate("b", 1, type("B", (Broken,), {"where": where}))
        fails(db.OperationalError, KEPT.execute, "SELECT b(column1) FROM (VALUES (1), (2))")
        KEPT.create_aggregate("b", 1, None)


USES = {
    "functions of one connection": kept_functions,
    "aggregates of one connection": kept_aggregates,
    "connect": connect,
    "Connection.__init__": connection_init,
    "Connection.cursor": connection_cursor,
    "Connection.execute": execute,
    "Connection.executemany": executemany,
    "Connection.executescript": executescript,
    "Connection.commit": transactions,
    "Connection.close": close,
    "Connection.interrupt": interrupt,
    "Connection.create_function": create_function,
    "Connection.create_aggregate": create_aggregate,
    "Connection.create_collation": create_collation,
    "Connection.set_progress_handler": set_progress_handler,
    "Connection.blobopen": blobopen,
    "Connection.backup": backup,
    "Connection.row_factory": factories,
    "Cursor.fetchone": fetching,
    "Cursor.close": cursor_close,
    "Row": row,
    "Blob": blob,
}

#: Members that a use of another name has a part in.
BESIDE = {
    "Connection": "__call__ __enter__ __exit__ rollback in_transaction total_changes isolation_level text_factory",
    "Cursor": """__init__ __iter__ __next__ execute executemany executescript fetchmany fetchall setinputsizes setoutputsize
        description rowcount lastrowid connection arraysize row_factory""",
    "Row": "keys __len__ __getitem__ __iter__ __hash__ __eq__",
    "Blob": "read readinto write seek tell close __len__ __getitem__ __setitem__ __enter__ __exit__",
}
