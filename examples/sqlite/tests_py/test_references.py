"""Every public member, used over and over, on success and on each way to fail: no count may grow."""

import ctypes

import owned_sqlite as db
import pytest
from support.measure import DEBUG, Leak, flat
from support.uses import BESIDE, USES

#: What types have by themselves, and what goes with a method that is covered.
GIVEN = {"__doc__", "__module__", "__new__", "__weakref__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__delitem__", "__text_signature__"}


def test_everything_public_is_covered():
    members = set()
    for kind in db.Connection, db.Cursor, db.Row, db.Blob:
        members |= {f"{kind.__name__}.{name}" for name in set(vars(kind)) - GIVEN}
    covered = set(USES) | {f"{kind}.{name}" for kind, names in BESIDE.items() for name in names.split()}
    assert members <= covered, members - covered
    more = {"connect", "Row", "Blob", "functions of one connection", "aggregates of one connection"}
    assert covered - members == more


@pytest.mark.parametrize("name", USES)
def test_nothing_is_left_of(name):
    flat(USES[name], times=200, warmup=30)


def leak_a_reference():
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(leak_a_reference))


def leak_an_object(kept=[]):
    kept.append(db.connect(":memory:"))


PLANTED = [(leak_an_object, "blocks grew")]
if DEBUG:
    PLANTED.append((leak_a_reference, "references grew by 100, 100, 100, 100"))


@pytest.mark.parametrize(("leak", "message"), PLANTED)
def test_a_planted_leak_of_one_a_call_is_found(leak, message):
    with pytest.raises(Leak, match=message):
        flat(leak, times=400)
