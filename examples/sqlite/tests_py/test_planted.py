"""The leak tests would find a leak of the binding's own: planted in a copy of its sources, and built."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import changed_copy

pytestmark = pytest.mark.skipif("CARGO_TARGET_DIR" not in os.environ, reason="the module was not built by cargo xtask")

#: In which file, what is replaced by what, and which use leaves something then.
PLANTED = [
    # A destroy notice that SQLite is not given: the state of a function stays, and the function.
    ("db/function.rs", r"Some\(foreign::release::<Function> as Destroy\)", "None", "functions of one connection"),
    # A box in SQLite's memory that is not taken back: the instance of a group stays.
    (
        "db/aggregate.rs",
        r"= unsafe \{ Box::from_raw\(instance\) \};",
        "= std::mem::ManuallyDrop::new(unsafe { Box::from_raw(instance) });",
        "aggregates of one connection",
    ),
    # A reference that nobody releases: the tuple of a row.
    ("cursor.rs", r"^        match step \{$", "        std::mem::forget(row.clone());\n        match step {", "Cursor.fetchone"),
]
UNTOUCHED = ["Row", "Connection.executemany"]

FIND = """
import sys
from support.measure import Leak, flat
from support.uses import USES
for name in sys.argv[1:]:
    try:
        flat(USES[name], times=200, warmup=30)
    except Leak as leak:
        print(name, "leaks", leak)
    else:
        print(name, "is clean")
"""


@pytest.fixture(scope="module")
def found():
    """What the leak tests say of the changed module, by use."""

    def plant(example):
        for file, pattern, replacement, _ in PLANTED:
            changed_copy.replace(example / "src" / file, pattern, replacement)

    folder = changed_copy.build(plant)
    here = Path(__file__).parent
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(here)]), "OWNED_LEDGER": "sites"}
    names = [use for *_, use in PLANTED] + UNTOUCHED
    done = subprocess.run([sys.executable, "-c", FIND, *names], env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    return {name: line for name in names for line in done.stdout.splitlines() if line.startswith(name + " ")}


@pytest.mark.parametrize("use", [use for *_, use in PLANTED])
def test_a_planted_leak_is_found(found, use):
    assert " leaks " in found[use], found


@pytest.mark.parametrize("use", UNTOUCHED)
def test_what_has_no_leak_is_clean(found, use):
    assert found[use].endswith(" is clean"), found
