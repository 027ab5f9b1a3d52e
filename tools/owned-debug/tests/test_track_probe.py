"""Slots that must take any operand, called with one that has nothing but a header, in a process of their own."""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import track_ways

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the memory of the process is read from /proc")

DEBUG = hasattr(sys, "gettotalrefcount")

SOURCE = r"""
#include <Python.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct { PyObject_HEAD char large[5000]; char text[32]; long number; } Thing;

#define OF(object) ((Thing *)(object))

static PyObject *outside(PyObject *self, PyObject *other, int op)
{
    (void)op;
    return PyBool_FromLong(memcmp(OF(self)->text, OF(other)->text, sizeof(OF(self)->text)) == 0); /* outside */
}

static PyObject *last_only(PyObject *self, PyObject *other, int op)
{
    return PyBool_FromLong(op == Py_GE && OF(self)->number >= OF(other)->number); /* last only */
}

static PyObject *crashes(PyObject *self, PyObject *other, int op)
{
    (void)self, (void)other, (void)op;
    return PyLong_FromLong(*(volatile long *)8);
}

static PyObject *left(PyObject *self, PyObject *other)
{
    (void)other;
    return PyLong_FromLong(OF(self)->number); /* left */
}

static PyObject *aborts(PyObject *self, PyObject *other)
{
    (void)self, (void)other;
    abort();
}

static PyObject *hangs(PyObject *self, PyObject *other)
{
    (void)self, (void)other;
    while (pause() != 0) {
    }
    return NULL;
}

static PyObject *writes(PyObject *self, PyObject *other)
{
    FILE *file = fopen("written", "w");
    (void)self, (void)other;
    printf("printed");
    fflush(stdout);
    if (file != NULL) {
        fputs("text", file);
        fclose(file);
    }
    Py_RETURN_NOTIMPLEMENTED;
}

static PyObject *ends(PyObject *self, PyObject *other)
{
    (void)self, (void)other;
    exit(0);
}

static PyObject *third(PyObject *self, PyObject *other, PyObject *modulus)
{
    (void)self, (void)other;
    return PyLong_FromLong(modulus == Py_None ? 0 : OF(modulus)->number); /* third */
}

static PyObject *in_place(PyObject *self, PyObject *other)
{
    OF(self)->number += OF(other)->number; /* in place */
    Py_INCREF(self);
    return self;
}

static PyObject *careful(PyObject *self, PyObject *other)
{
    if (!Py_IS_TYPE(self, Py_TYPE(other))) Py_RETURN_NOTIMPLEMENTED;
    return PyLong_FromLong(OF(self)->number + OF(other)->number);
}

static PyNumberMethods many = {
    .nb_add = careful, .nb_subtract = aborts, .nb_multiply = hangs, .nb_remainder = writes, .nb_and = ends,
    .nb_or = left, .nb_power = third, .nb_inplace_add = in_place};

#define TYPE(name, ...) \
    static PyTypeObject name = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "things." #name, \
        .tp_basicsize = sizeof(Thing), .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, \
        .tp_new = PyType_GenericNew, __VA_ARGS__}
TYPE(Outside, .tp_richcompare = outside);
TYPE(Last, .tp_richcompare = last_only);
TYPE(Many, .tp_richcompare = crashes, .tp_as_number = &many);
TYPE(Below, .tp_base = &Last);

static PyTypeObject *const all[] = {&Outside, &Last, &Many, &Below};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "things", .m_size = -1};

PyMODINIT_FUNC PyInit_things(void)
{
    PyObject *module = PyModule_Create(&definition);
    for (size_t at = 0; module != NULL && at < 4; at++) {
        if (PyModule_AddType(module, all[at]) < 0) { /* made here */
            Py_CLEAR(module);
        }
    }
    return module;
}
"""

RUN = """
import json, sys
from owned_debug.track import compiling, judging
compiling.load().start()
import things
{code}
print(json.dumps(judging.tracked().to_json()["casts"]))
"""


def line_of(comment: str) -> int:
    return next(at for at, line in enumerate(SOURCE.splitlines(), 1) if line.endswith(f"/* {comment} */"))


@pytest.fixture(scope="module")
def things(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("things")
    source = folder / "things.c"
    source.write_text(SOURCE)
    track_ways.build(folder, source, "things")
    return folder


def casts(folder: Path, code: str) -> list[dict[str, Any]]:
    done = track_ways.python(folder, "-c", RUN.format(code=code))
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    *printed, last = done.stdout.splitlines()
    assert printed == []
    found: list[dict[str, Any]] = json.loads(last)
    return found


def told(folder: Path, code: str) -> list[tuple[str, str, str, int]]:
    return [(each["type"], each["slot"], each["function"], each["line"]) for each in casts(folder, code)]


OUTSIDE = ("things.Outside", "tp_richcompare", "outside", line_of("outside"))
LAST = ("things.Last", "tp_richcompare", "last_only", line_of("last only"))


def test_a_read_in_a_function_of_others_is_told_where_it_is_called(things: Path) -> None:
    assert told(things, "things.Outside()") == [OUTSIDE]


def test_each_comparison_is_tried(things: Path) -> None:
    assert told(things, "one = things.Last()") == [LAST]


def test_what_else_happens_is_no_finding_and_the_others_go_on(things: Path) -> None:
    folder = things
    assert sorted(told(folder, "one = things.Many()")) == [
        ("things.Many", "nb_inplace_add", "in_place", line_of("in place")),
        ("things.Many", "nb_or", "left", line_of("left")),
        ("things.Many", "nb_power", "third", line_of("third")),
    ]
    written = folder / "written"
    assert not written.exists() or written.read_text() == ""


@pytest.mark.parametrize(
    "code",
    [
        "class Own(things.Last): pass\nOwn()",
        "class Own(things.Below):\n    def __init__(self): self.made = True\nOwn()",
        "things.Below()",
        "kept = things.Last()\nkept < kept",
    ],
)
def test_an_instance_of_a_type_below_is_one(things: Path, code: str) -> None:
    assert told(things, code) == [LAST]


def test_types_of_which_there_is_no_instance_are_left_alone(things: Path) -> None:
    assert casts(things, "things.Last, things.Outside") == []


def test_while_other_threads_run_there_is_no_other_process(things: Path) -> None:
    code = """
import os, threading
stop = threading.Event()
thread = threading.Thread(target=stop.wait)
thread.start()
things.Outside()
kept = things.Last()
for _ in range(100): pass
stop.set(), thread.join()
"""
    assert told(things, code) == [LAST], "what is alive at the end is probed then"


def test_nobody_hears_of_the_process_nor_waits_for_it(things: Path) -> None:
    code = """
import os, signal
heard = []
signal.signal(signal.SIGCHLD, lambda *_: heard.append(_))
things.Outside()
for _ in range(100): pass
assert not heard
try: os.wait()
except ChildProcessError: pass
else: raise AssertionError
if os.fork() == 0: os._exit(0)
os.wait()
assert len(heard) == 1
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
things.Last()
signal.signal(signal.SIGCHLD, signal.SIG_DFL)
"""
    assert sorted(told(things, code)) == [LAST, OUTSIDE]


def test_without_what_names_lines_the_line_that_makes_the_type_is_named(
    things: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "cc").symlink_to(str(shutil.which("cc")))
    monkeypatch.setenv("PATH", str(tmp_path))
    [cast] = casts(things, "things.Last()")
    assert (cast["line"], cast["function"], cast["exact"]) == (line_of("made here"), "PyInit_things", False)


def test_a_type_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    source = tmp_path / "things.c"
    source.write_text(
        r"""
#include <Python.h>
static PyObject *compare(PyObject *self, PyObject *other, int op) { (void)self, (void)other, (void)op; Py_RETURN_TRUE; }
static PyType_Slot slots[] = {{Py_tp_richcompare, compare}, {0, NULL}};
static PyType_Spec spec = {"things.Own", sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT, slots};
static PyObject *make(PyObject *self, PyObject *none) { (void)self, (void)none; return PyType_FromSpec(&spec); }
static PyMethodDef functions[] = {{"make", make, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "things", .m_methods = functions};
PyMODINIT_FUNC PyInit_things(void) { return PyModule_Create(&definition); }
"""
    )
    track_ways.build(tmp_path, source, "things")
    code = "import gc\nfor _ in range(600):\n    things.make()()\n    gc.collect(0)\nfor _ in range(5): gc.collect()"
    assert casts(tmp_path, code) == []


@pytest.mark.skipif(not DEBUG, reason="a debug build counts all references")
def test_references_stay(things: Path) -> None:
    code = """
def step():
    for kind in (things.Last, things.Outside, things.Below): kind()
    for _ in range(10): pass
before = sys.gettotalrefcount()
for _ in range(100): step()
assert sys.gettotalrefcount() - before <= 12, sys.gettotalrefcount() - before
"""
    assert len(casts(things, code)) == 2
