"""Cycles through a connection are collected, whatever SQLite still holds."""

import gc
import weakref

import owned_sqlite as db
import pytest


class Held:
    """Something that can be watched."""


def gone(make):
    """Makes a cycle; whether the collector frees what is watched."""
    held = Held()
    watched = [weakref.ref(held)] + [weakref.ref(other) for other in make(held)]
    del held
    assert any(watch() is not None for watch in watched), "there was no cycle"
    gc.collect()
    return [watch() for watch in watched] == [None] * len(watched)


class Aggregate:
    def step(self, value):
        pass

    def finalize(self):
        return 1


def connected(held):
    connection = held.connection = db.connect(":memory:")
    return connection


def by_function(held):
    connection = connected(held)
    connection.create_function("f", 0, lambda: held)
    return [connection]


def by_method(held):
    connection = connected(held)
    held.method = connection.execute
    connection.create_function("f", 1, held.method)
    return [connection]


def by_progress(held):
    connection = connected(held)
    connection.set_progress_handler(lambda: held and False, 1000)
    return [connection]


def by_collation(held):
    connection = connected(held)
    connection.create_collation("c", lambda a, b: held and 0)
    return [connection]


def by_aggregate_class(held):
    connection = connected(held)
    connection.create_aggregate("a", 1, type("A", (Aggregate,), {"held": held}))
    return [connection]


def by_aggregate_instance(held):
    """An aggregate whose group has not ended: SQLite leads to its instance, which leads to the cursor."""
    connection = connected(held)

    class Counting(Aggregate):
        def __init__(self):
            self.held = held

    connection.create_aggregate("counting", 1, Counting)
    cursor = held.cursor = connection.execute(
        "SELECT column1, counting(column2) FROM (VALUES (1, 1), (2, 2), (3, 3)) GROUP BY column1"
    )
    assert cursor.fetchone() == (1, 1)
    return [connection, cursor]


def by_row_factory(held):
    connection = connected(held)
    connection.row_factory = lambda cursor, row: held
    cursor = held.cursor = connection.execute("SELECT 1 UNION SELECT 2")
    return [connection, cursor]


def by_text_factory(held):
    connection = connected(held)
    connection.text_factory = lambda data: held
    return [connection]


def by_blob(held):
    connection = connected(held)
    connection.executescript("CREATE TABLE b (data); INSERT INTO b VALUES (x'00')")
    held.blob = connection.blobopen("b", "data", 1)
    connection.create_function("f", 0, lambda: held)
    return [connection, held.blob]


def by_subclass(held):
    connection = type("Mine", (db.Connection,), {})(":memory:")
    connection.held, held.connection = held, connection
    return [connection]


CYCLES = [by_function, by_method, by_progress, by_collation, by_aggregate_class, by_aggregate_instance, by_row_factory,
          by_text_factory, by_blob, by_subclass]


@pytest.mark.parametrize("cycle", CYCLES, ids=lambda cycle: cycle.__name__)
def test_a_cycle_is_collected(cycle):
    assert gone(cycle)


@pytest.mark.parametrize("cycle", CYCLES, ids=lambda cycle: cycle.__name__)
def test_a_thousand_cycles_leave_nothing(cycle):
    for _ in range(1000):
        cycle(Held())
    gc.collect()
    assert not [one for one in gc.get_objects() if type(one) is Held]


def test_the_collector_sees_what_sqlite_calls():
    connection = db.connect(":memory:")
    function = Held.__init__
    connection.create_function("f", 0, function)
    assert function in gc.get_referents(connection)
    connection.create_function("f", 0, None)
    assert function not in gc.get_referents(connection)
    connection.close()


def test_what_is_replaced_or_closed_is_let_go_of():
    connection = db.connect(":memory:")
    makers = {
        "create_function": lambda held: connection.create_function("f", 0, lambda: held),
        "create_aggregate": lambda held: connection.create_aggregate("a", 0, type("A", (Aggregate,), {"held": held})),
        "create_collation": lambda held: connection.create_collation("c", lambda a, b: held),
        "set_progress_handler": lambda held: connection.set_progress_handler(lambda: held and False, 1000),
    }
    for ends in "replaced", "closed":
        for name, make in makers.items():
            held = Held()
            watch = weakref.ref(held)
            make(held)
            del held
            gc.collect()
            assert watch() is not None, name
            if ends == "replaced":
                make(None)
            else:
                connection.close()
                connection = db.connect(":memory:")
            gc.collect()
            assert watch() is None, (name, ends)
    connection.close()


def test_a_query_that_the_collector_cuts_short():
    """The connection is cleared while a cursor in the middle of an aggregate is part of the garbage, with a finalizer."""
    told = []

    class Late:
        def __del__(self):
            try:
                told.append(self.cursor.fetchone())
            except (db.Error, ReferenceError) as error:
                told.append(type(error))

    late = Late()
    late.connection = db.connect(":memory:")
    late.connection.create_aggregate("a", 1, type("A", (Aggregate,), {"late": late}))
    late.cursor = late.connection.execute("SELECT a(column1) FROM (VALUES (1), (2)) GROUP BY column1")
    del late
    gc.collect()
    assert len(told) == 1
