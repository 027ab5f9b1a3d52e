"""What the ledger takes for a pointer, and what it costs the memory of a program."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
import track_ways

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the memory of the process is read from /proc")

START = "import json, sys\nfrom owned_debug.track import compiling, judging\ncompiling.load().start()\n"


@pytest.fixture(scope="module")
def ways(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ways")
    track_ways.build(folder)
    return folder


def said(folder: Path, code: str) -> Any:
    done = track_ways.python(folder, "-c", START + code)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_what_instances_hold_is_held(ways: Path) -> None:
    """Wherever in their block the values begin: that changes while a class is young."""
    code = (
        "import ways\n"
        "class Holder: pass\n"
        "holders = []\n"
        "for _ in range(60):\n"
        "    holder = Holder()\n"
        "    holder.made = ways.returned()\n"
        "    holders.append(holder)\n"
        "del holder\n"
        "print(json.dumps(judging.tracked().to_json()['losses']))"
    )
    assert said(ways, code) == []


@pytest.mark.skipif(hasattr(sys, "gettotalrefcount"), reason="a debug build fills all that it gives itself")
def test_memory_that_is_asked_for_and_not_used_stays_away(ways: Path) -> None:
    """`os.read` asks for as much as it may read."""
    code = (
        "import os, resource\n"
        "os.read(os.open('/dev/null', os.O_RDONLY), 1 << 30)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    assert said(ways, code) < 512 * 1024


def test_what_a_cycle_holds_beside_itself_is_lost_with_it(tmp_path: Path) -> None:
    """The line that made it is not at fault."""
    folder = Path(__file__).with_name("tracked")
    source = (folder / "cycle.c").read_text()
    source = source.replace("PyObject *on_tap;", "PyObject *on_tap, *notes;")
    source = source.replace(
        "    return type->tp_alloc(type, 0);",
        "    Element *self = (Element *)type->tp_alloc(type, 0);\n"
        "    if (self != NULL) { self->notes = PyList_New(0); }\n"
        "    return (PyObject *)self;",
    )
    (tmp_path / "cycle.c").write_text(source)
    track_ways.build(tmp_path, tmp_path / "cycle.c", "cycle")
    code = (
        f"sys.path.append({str(folder)!r})\nimport cycle, cycle_steps\n"
        "for _ in range(20): cycle_steps.step(cycle)\n"
        "print(json.dumps(judging.tracked().to_json()['losses']))"
    )
    [loss] = said(tmp_path, code)
    assert loss["kind"] == "cycle"
    assert loss["candidates"][0]["function"] == "set_on_tap"


def test_what_lay_there_before_holds_nothing(tmp_path: Path) -> None:
    """Memory that an object does not fill, such as a `bytearray`'s, can have held pointers to where it now is."""
    folder = Path(__file__).with_name("tracked")
    track_ways.build(tmp_path, folder / "dealloc.c", "dealloc")
    code = (
        "import dealloc\n"
        "def step():\n"
        "    olds = [bytearray() for _ in range(10)]\n"
        "    lists = [olds[:8] for _ in range(5)]\n"
        "    del lists, olds\n"
        "    dealloc.Element()\n"
        "for _ in range(20): step()\n"
        "print(json.dumps(judging.tracked().to_json()['losses']))"
    )
    assert {each["kind"] for each in said(tmp_path, code)} == {"reference"}
