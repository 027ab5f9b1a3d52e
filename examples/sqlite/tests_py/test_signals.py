"""Ctrl-C ends what SQLite does, or waits for."""

import signal
import time

import pytest
from support import processes

LONG = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 10000000000) SELECT {} FROM c"


def interrupted(source, delay=0.3):
    """Starts a Python, sends SIGINT when it says that it is ready; what it says after that, and how soon."""
    process = processes.start(source)
    try:
        line = process.stdout.readline()
        assert line == "ready\n", line + process.stderr.read()
        time.sleep(delay)
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        said, complaints = process.communicate(timeout=60)
        return said.strip(), complaints, time.monotonic() - start
    finally:
        process.kill()
        process.wait()


TRY = """
try:
    {}
except KeyboardInterrupt:
    print("interrupted", con.execute("SELECT 1").fetchone())
"""


@pytest.mark.parametrize(("name", "prepare", "use"), [
    ("execute", "", f"con.execute({LONG.format('sum(x)')!r})"),
    ("fetch", f"cur = con.execute({LONG.format('x')!r} + ' WHERE x = 1 OR x > 9000000000')", "cur.fetchall()"),
    ("script", "", f"con.executescript({LONG.format('sum(x)')!r})"),
    ("insert", "con.execute('CREATE TABLE t (x)')", f"con.execute('INSERT INTO t ' + {LONG.format('1')!r} + ' WHERE x < 0')"),
    ("handler", "con.set_progress_handler(lambda: None, 1000)", f"con.execute({LONG.format('sum(x)')!r})"),
    ("function", "con.create_function('f', 1, lambda x: x)", f"con.execute({LONG.format('sum(f(x))')!r})"),
])
def test_ctrl_c_ends_a_query(name, prepare, use):
    said, complaints, took = interrupted(f"con = db.connect(':memory:')\n{prepare}\nprint('ready')" + TRY.format(use))
    assert said == "interrupted (1,)", complaints
    assert took < 10, took


def test_ctrl_c_ends_the_wait_for_a_lock(tmp_path):
    source = f"""
con, other = (db.connect({str(tmp_path / "locked.db")!r}, timeout=300) for _ in range(2))
other.execute("CREATE TABLE t (x)")
other.execute("BEGIN EXCLUSIVE")
print("ready")
try:
    con.execute("SELECT * FROM t").fetchall()
except KeyboardInterrupt:
    print("interrupted")
"""
    said, complaints, took = interrupted(source)
    assert said == "interrupted" and took < 10, (complaints, took)


def test_ctrl_c_ends_the_wait_for_a_thread():
    source = f"""
con = db.connect(":memory:", check_same_thread=False)
started = threading.Event()
con.create_function("start", 0, lambda: started.set() or 1)
def work():
    try: con.execute("SELECT start(), s FROM (SELECT sum(x) AS s FROM (" + {LONG.format("x")!r} + "))").fetchall()
    except db.OperationalError as error: print(error)
con.create_function("begin", 1, lambda x: started.set() or x)
def work():
    try: con.execute({LONG.format("sum(CASE x WHEN 1 THEN begin(x) ELSE x END)")!r}).fetchall()
    except db.OperationalError as error: print(error)
thread = threading.Thread(target=work)
thread.start()
started.wait()
print("ready")
try:
    con.execute("SELECT 1")
except KeyboardInterrupt:
    con.interrupt()
    thread.join()
    print("over")
"""
    said, complaints, took = interrupted(source)
    assert said == "interrupted\nover" and took < 10, (complaints, took)


def test_a_signals_handler_cannot_use_the_connection():
    source = f"""
con = db.connect(":memory:")
def handler(number, frame):
    con.execute("SELECT 1")
signal.signal(signal.SIGINT, handler)
print("ready")
try:
    con.execute({LONG.format("sum(x)")!r})
except db.OperationalError as error:
    print(error, "because", error.__cause__)
"""
    said, complaints, took = interrupted(source)
    assert said.startswith("interrupted because Cannot use the connection here"), (said, complaints)
