"""One connection, several threads."""

import threading
import time

import owned_sqlite as db
import pytest

LONG = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT {}) SELECT {} FROM c"


def together(count, work, *more):
    """Runs `work(number)` on so many threads; raises what any of them raises."""
    errors = []

    def run(number):
        try:
            work(number)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert not any(thread.is_alive() for thread in threads), "a thread does not end"
    if errors:
        raise errors[0]


def test_others_run_while_a_query_does(ours):
    ticks, done = [], threading.Event()

    def tick():
        while not done.is_set():
            ticks.append(1)
            time.sleep(0.001)

    ticker = threading.Thread(target=tick)
    ticker.start()
    try:
        ours.execute(LONG.format(3_000_000, "sum(x)")).fetchone()
    finally:
        done.set()
        ticker.join()
    assert len(ticks) > 20


def test_each_thread_has_cursors_of_its_own(ours):
    ours.execute("CREATE TABLE t (thread, x)")

    def work(number):
        for x in range(50):
            ours.execute("INSERT INTO t VALUES (?, ?)", (number, x))
            rows = ours.execute("SELECT x FROM t WHERE thread = ? ORDER BY x", (number,)).fetchall()
            assert rows == [(y,) for y in range(x + 1)]

    together(6, work)
    assert ours.execute("SELECT count(*) FROM t").fetchone() == (300,)


def test_threads_share_one_cursor(ours):
    cursor = ours.execute(LONG.format(5000, "x"))
    rows = []

    def work(number):
        while (row := cursor.fetchone()) is not None:
            rows.append(row[0])

    together(4, work)
    assert sorted(rows) == list(range(1, 5001))


def test_a_function_and_threads_that_wait_for_the_connection(ours):
    """The function must attach while others, attached, want the connection: no deadlock."""
    ours.create_function("slow", 1, lambda x: time.sleep(0.0005) or x)
    together(4, lambda number: ours.execute(LONG.format(50, "sum(slow(x))")).fetchone())


def test_cursors_are_dropped_while_another_thread_has_the_connection(ours):
    stop = threading.Event()
    ours.create_function("slow", 1, lambda x: time.sleep(0.0002) or x)

    def work(number):
        if number == 0:
            for _ in range(5):
                ours.execute(LONG.format(100, "sum(slow(x))")).fetchone()
            stop.set()
        else:
            while not stop.is_set():
                ours.execute("SELECT 1 UNION SELECT 2")  # dropped in the middle

    together(3, work)


def test_closing_waits_for_what_runs():
    for _ in range(20):
        connection = db.connect(":memory:", check_same_thread=False)
        started, told = threading.Event(), []
        connection.create_function("start", 0, lambda: started.set() or 1)

        def work(number):
            if number == 0:
                told.append(connection.execute(LONG.format(20_000, "sum(x + start())")))
            else:
                started.wait(60)
                connection.close()

        together(2, work)
        assert told
        with pytest.raises(db.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")


def test_uses_and_closings_at_random():
    for _ in range(10):
        connection = db.connect(":memory:", check_same_thread=False)
        cursor = connection.execute(LONG.format(100_000, "x"))

        def work(number):
            for turn in range(100):
                try:
                    if number == 0 and turn == 50:
                        connection.close()
                    elif number == 1:
                        connection.interrupt()
                    elif number == 2:
                        cursor.fetchone()
                    else:
                        connection.execute("SELECT 1").fetchone()
                except (db.ProgrammingError, db.OperationalError):
                    pass

        together(5, work)


def test_interrupt_ends_what_another_thread_runs(ours):
    timer = threading.Timer(0.2, ours.interrupt)
    timer.start()
    start = time.monotonic()
    with pytest.raises(db.OperationalError, match="interrupted") as caught:
        ours.execute(LONG.format(1_000_000_000, "sum(x)")).fetchone()
    assert caught.value.sqlite_errorname == "SQLITE_INTERRUPT" and time.monotonic() - start < 20
    timer.join()
    assert ours.execute("SELECT 1").fetchone() == (1,)


def test_connections_made_and_dropped_on_many_threads(tmp_path):
    def work(number):
        for _ in range(20):
            connection = db.connect(tmp_path / f"{number}.db", check_same_thread=False)
            connection.execute("CREATE TABLE IF NOT EXISTS t (x)")
            connection.create_function("f", 1, lambda x: x)
            connection.execute("SELECT f(1) UNION SELECT 2")

    together(6, work)


def test_a_connection_is_dropped_by_another_thread(elsewhere):
    box = [db.connect(":memory:", check_same_thread=False)]
    box.append(box[0].execute("SELECT 1 UNION SELECT 2"))
    elsewhere(box.clear)


def test_two_connections_to_one_file(tmp_path):
    def work(number):
        connection = db.connect(tmp_path / "shared.db", timeout=60, isolation_level=None)
        connection.execute("CREATE TABLE IF NOT EXISTS t (x)")
        for x in range(20):
            connection.execute("INSERT INTO t VALUES (?)", (x,))
        connection.close()

    together(4, work)
    connection = db.connect(tmp_path / "shared.db")
    assert connection.execute("SELECT count(*) FROM t").fetchone() == (80,)
    connection.close()
