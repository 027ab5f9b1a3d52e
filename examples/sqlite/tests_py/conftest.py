"""Fixtures: both modules, a connection of either; what this run can measure."""

import sqlite3
import sysconfig

import owned_sqlite
import pytest
from support import measure


def pytest_report_header():
    counts = ["blocks"] + ["references"] * measure.DEBUG + ["handles"] * measure.LEDGER
    ours, theirs = owned_sqlite.sqlite_version, sqlite3.sqlite_version
    return [f"owned_sqlite: {owned_sqlite.__file__}; SQLite {ours}, beside {theirs}; counts compared: {', '.join(counts)}"]


def pytest_sessionstart():
    """A module that another interpreter was configured for would prove nothing about this one."""
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    assert owned_sqlite.__file__.endswith(suffix), f"{owned_sqlite.__file__} is not of this interpreter ({suffix})"


@pytest.fixture(params=[sqlite3, owned_sqlite], ids=["standard", "owned"])
def db(request):
    """The standard module, and ours: what is tested with this is true of both."""
    return request.param


@pytest.fixture
def con(db):
    """A connection of either, in memory."""
    connection = db.connect(":memory:")
    yield connection
    connection.close()


@pytest.fixture
def ours():
    """A connection of ours, in memory, that any thread may use."""
    connection = owned_sqlite.connect(":memory:", check_same_thread=False)
    yield connection
    connection.close()


@pytest.fixture
def elsewhere():
    """Calls a function on a thread of its own: its result, or what it raises."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        yield lambda function: pool.submit(function).result(timeout=60)
