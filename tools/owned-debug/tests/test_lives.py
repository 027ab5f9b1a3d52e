"""Births and deaths of what is watched, where no extension counts them, and from C."""

import gc
import subprocess
import sys
import sysconfig
import weakref
from pathlib import Path

import pytest

import owned_debug
from owned_debug import checkpoint, checkpoints, unwatch, watch, watched


class Thing:
    """What is watched."""


@pytest.fixture(autouse=True)
def nothing_watched():
    unwatch()
    yield
    unwatch()


def this_line():
    return sys._getframe(1).f_lineno


def test_deaths_by_weak_references(fake):
    old = Thing()
    watching = watch(Thing, "things")
    kept = [Thing(), Thing()]
    assert (watching.count, watching.born, watching.died) == (3, 2, 0)
    line = this_line() + 1
    del kept[0]
    old = None
    assert (watching.count, watching.born, watching.died) == (1, 2, 2)
    assert watching.deaths == ((__file__, line, 1, ""), (__file__, line + 1, 1, ""))
    assert watching.note is not None and "fake is of a version that does not count lives" in watching.note
    first, second = str(watching).splitlines()[:2]
    assert first.startswith("things: 1 now, 2 born and 2 died since (counted by looking, deaths by weak references: ")
    assert second.endswith(f"1  died at {__file__}:{line}")
    assert old is None


def test_the_table_says_what_was_born_and_died_between_points(fake):
    watch(Thing, "things")
    checkpoint("none")
    kept = [Thing(), Thing()]
    checkpoint("two")
    del kept[0]
    checkpoint("one")
    rows = [line.split() for line in str(checkpoints()).splitlines()]
    assert rows == [
        ["none", "two", "one"],
        ["things", "0", "2", "1"],
        ["born", "0", "+2", "0"],
        ["died", "0", "0", "-1"],
    ]
    assert [point["born"]["things"] for point in checkpoints().to_json()] == [0, 2, 2]


def test_what_has_no_weak_references_is_counted_alone(fake):
    class Slots:
        __slots__ = ("x",)

    kept = [Slots()]
    watching = watch(Slots, "slots")
    assert (watching.count, watching.born, watching.died, watching.deaths) == (1, None, None, ())
    assert "no births and deaths" in str(watching)
    checkpoint("one")
    assert str(checkpoints()).splitlines()[2].split() == ["born"]
    assert len(kept) == 1


def test_an_object_says_where_it_died():
    thing = Thing()
    watching = watch(thing, "thing")
    assert (watching.count, watching.deaths) == (1, ())
    line = this_line() + 1
    del thing
    assert watching.count is None
    assert watching.deaths == ((__file__, line, 1, ""),)
    assert str(watching).splitlines()[0] == "thing: gone"


def test_watching_holds_neither_class_nor_object():
    class Passing:
        pass

    gone = weakref.ref(Passing)
    watching = watch(Passing, "passing")
    thing = Passing()
    watch(thing, "thing")
    del thing, Passing
    gc.collect()
    assert gone() is None and watching.count is None
    assert checkpoint("gone").counts["passing"] is None
    assert [each.name for each in watched()] == ["passing", "thing"]
    watching.end()
    assert [each.name for each in watched()] == ["thing"]


def test_a_name_is_of_one_watch():
    watch(Thing, "things")
    second = watch(Thing, "things")
    assert watched() == (second,)


def test_a_builtin_class_is_counted_by_looking():
    watching = watch(dict, "dicts")
    assert watching.count is not None and watching.count > 100
    assert watching.note is not None and watching.born is None


C_SOURCE = """
#include <owned_checkpoint.h>

static PyObject *call(PyObject *self, PyObject *label)
{
    OWNED_CHECKPOINT(PyUnicode_AsUTF8(label));
    Py_RETURN_NONE;
}

static PyObject *raising(PyObject *self, PyObject *label)
{
    PyErr_SetString(PyExc_KeyError, "mine");
    OWNED_CHECKPOINT(PyUnicode_AsUTF8(label));
    return NULL;
}

static PyMethodDef methods[] = {{"call", call, METH_O, NULL}, {"raising", raising, METH_O, NULL}, {NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "pointed", NULL, 0, methods};
PyMODINIT_FUNC PyInit_pointed(void) { return PyModuleDef_Init(&definition); }
"""


@pytest.fixture(scope="module")
def pointed(tmp_path_factory):
    """An extension in C that sets checkpoints."""
    folder = tmp_path_factory.mktemp("pointed")
    source, built = folder / "pointed.c", folder / f"pointed{sysconfig.get_config_var('EXT_SUFFIX')}"
    source.write_text(C_SOURCE)
    header = Path(__file__).parents[3] / "owned" / "include"
    command = ["cc", "-shared", "-fPIC", "-Wall", "-Werror", "-Wno-missing-field-initializers", f"-I{header}"]
    command += [f"-I{sysconfig.get_path('include')}", "-o", str(built), str(source)]
    subprocess.run(command, check=True)
    sys.path.insert(0, str(folder))
    try:
        import pointed  # type: ignore[import-not-found]

        yield pointed
    finally:
        sys.path.remove(str(folder))


def test_checkpoints_from_c(pointed):
    pointed.call("from C")
    assert [point.label for point in checkpoints().points] == ["from C"]
    with pytest.raises(KeyError, match="mine") as caught:
        pointed.raising("while it raises")
    assert caught.value.__context__ is None
    assert [point.label for point in checkpoints().points] == ["from C", "while it raises"]


def test_c_does_nothing_where_nobody_has_imported_the_package(pointed, monkeypatch):
    monkeypatch.delitem(sys.modules, "owned_debug")
    pointed.call("nobody hears")
    assert "owned_debug" not in sys.modules
    monkeypatch.setitem(sys.modules, "owned_debug", None)
    pointed.call("nobody hears")
    assert checkpoints().points == ()


def test_what_a_checkpoint_raises_is_reported(pointed, monkeypatch):
    told = []
    monkeypatch.setattr(owned_debug, "checkpoint", lambda label: 1 / 0)
    monkeypatch.setattr(sys, "unraisablehook", lambda report: told.append(report.exc_type))
    pointed.call("fails")
    with pytest.raises(KeyError, match="mine"):
        pointed.raising("fails")
    assert told == [ZeroDivisionError] * 2


def test_c_leaves_no_reference(pointed):
    label = "".join(["a ", "label"])
    pointed.call(label)
    before = sys.getrefcount(checkpoint), sys.getrefcount(owned_debug), sys.getrefcount(label)
    for _ in range(100):
        pointed.call(label)
    assert (sys.getrefcount(checkpoint), sys.getrefcount(owned_debug), sys.getrefcount(label)) == before
