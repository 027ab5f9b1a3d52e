"""A build for the stable ABI, in whichever interpreter runs this: one of everything does what it does, and leaves nothing behind."""

import asyncio
import datetime
import gc
import sys
import threading
import weakref

import everything
from everything import Base, Counter, Derived, Mapped, Outer, Point, Properties


def refused(error, call):
    try:
        call()
    except error as found:
        return str(found)
    raise AssertionError(f"no {error.__name__}")


def calls():
    assert everything.positional(1, 2, c=3) == 6
    assert everything.keywords(1, b=3, c="four") == 8
    assert everything.defaults(many=(n for n in range(3))) == "it's -1.5 true [0, 1, 2]"
    assert everything.rest("a", 1, 2, x=1.5) == 4
    assert everything.callback(lambda: "called", None) == "called"
    assert "takes" in refused(TypeError, lambda: everything.positional(1, 2, 3, 4))
    assert "not a number" in refused(ValueError, lambda: everything.returns_result("x"))
    assert asyncio.run(waits()) == [0, 1, 2]


async def waits():
    return await everything.coroutine(3)


def values():
    assert everything.numbers(1, -(2**62), 2.5, True, 3) == (4 - 2**62, 2.5, True)
    refused(OverflowError, lambda: everything.numbers(1, 2**70, 2.5, True, 3))
    refused(OverflowError, lambda: everything.numbers(-1, 0, 2.5, True, 3))
    assert everything.texts("é", "\U0001f58b", "x") == "é\U0001f58bx"
    assert everything.bytes(b"ab", [1, 2]) == b"ab\1\2"
    assert everything.sequences([1, 2], [["a"]], (1.0, 2.0)) == [1, 2]
    assert everything.maps({"a": 1.0}, {}) == {"a": 1.0}
    assert everything.sets({"a"}, {3, 1}) == {1, 3}
    assert everything.tuples((1, "a")) == ("a", 1)
    now = datetime.datetime(2024, 2, 29, 1, 2, 3, 4, tzinfo=datetime.timezone.utc)
    assert everything.times(datetime.timedelta(3, 2, 1), now) == (datetime.timedelta(3, 2, 1), now)
    refused(TypeError, lambda: everything.times(3, now))
    assert everything.user_types("3 K", 1.0, (1, "a"), {"name": "b", "size": 1}, [1, ["c"]])[3] == [1, ["c"]]
    kept = [1]
    assert everything.handles(kept, [], {}, int, 5)[0] is kept


def classes():
    assert Point(1.0) == Point(1.0, 0.0) < Point(2.0) and hash(Point(1.0)) == hash(Point(1.0, 0.0))
    assert Properties.origin == Point(0.0, 0.0) and Properties.LIMIT == 100
    refused(TypeError, lambda: setattr(Point, "x", 3))
    one = Properties("ink", count=3)
    one.double = 10
    del one.double
    assert (one.count, one.called, one.scale(3), one.scale("x")) == (0, "ink", 3, "x")
    assert list(Mapped()) == list(range(1, 10)) and isinstance(next(iter(Mapped())), int)
    assert Outer().inner().depth == 1
    refused(TypeError, lambda: Counter())

    class Below(Base):
        def __del__(self):
            gone.append(1)

    gone = []
    below = Below()
    below.kept, reference = below, weakref.ref(below)
    del below
    gc.collect()
    assert gone == [1] and reference() is None
    assert Derived(3).more == 3 and Derived(3).itself().more == 3


def cycles():
    """A cycle through a field, which only the collector ends."""
    watched = []
    for _ in range(10):
        one = Properties("ink")
        marker = type("Marker", (), {"__call__": lambda self, count: None})()
        marker.one, one.on_change = one, marker
        watched.append(weakref.ref(marker))
    del one, marker
    gc.collect()
    assert not any(reference() for reference in watched)


def elsewhere():
    """Where no Python code has called: on threads, while others run."""
    done = []
    threads = [threading.Thread(target=lambda: done.append([calls(), values()])) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 3


def everything_once():
    for part in (calls, values, classes, cycles, elsewhere):
        part()
    gc.collect()


def grown():
    before = sys.gettotalrefcount()
    for _ in range(20):
        everything_once()
    return sys.gettotalrefcount() - before


everything_once()
if hasattr(sys, "gettotalrefcount"):
    for _ in range(40):  # The interpreter keeps what it learns of code that runs often.
        everything_once()
    # It goes on learning, by chance and in steps; what leaves one reference each time leaves twenty in every round.
    rounds = [grown()]
    while rounds[-1] >= 10:
        assert len(rounds) < 20, f"every round leaves references behind: {rounds}"
        rounds.append(grown())
    print("references after each round of twenty:", *rounds)
print("one of everything, in", sys.version.split()[0])
