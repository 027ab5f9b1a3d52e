"""Births and deaths as an extension in Rust counts them: the example of Owned, built with the feature `ledger`.

Skipped where it cannot be imported, as `test_real_extension.py` is.
"""

import collections
import functools
import gc
import os
import subprocess
import sys
import sysconfig
import threading
import weakref
from collections.abc import Callable
from typing import Any

import pytest

from owned_debug import checkpoint, checkpoints, unwatch, watch

inkface: Any = pytest.importorskip("inkface")
pytestmark = pytest.mark.skipif(not hasattr(inkface, "__owned_debug__"), reason="inkface was built without `ledger`")


@pytest.fixture(autouse=True)
def nothing_watched():
    unwatch()
    yield
    unwatch()
    assert inkface.__owned_debug__("watched") == []


class Plain: ...


class Slots:
    __slots__ = ("__weakref__", "x")


class Bare:
    __slots__ = ()


class Finalized:
    def __del__(self) -> None: ...


class Below(collections.deque): ...


class PartialBelow(functools.partial): ...


def line() -> int:
    return sys._getframe(1).f_lineno


@pytest.mark.parametrize(
    ("kind", "make"),
    [
        (Plain, Plain),
        (Slots, Slots),
        (Bare, Bare),
        (Finalized, Finalized),
        (Below, Below),
        (collections.deque, collections.deque),
        (functools.partial, lambda: PartialBelow(print)),
        (inkface.canvas, lambda: inkface.canvas(8, 8)),
    ],
)
def test_each_kind_of_class(kind: type, make: Any) -> None:
    gc.collect()
    watching = watch(kind, "kind")
    before = watching.count
    assert before is not None
    one, two = make(), make()
    assert (watching.count, watching.born, watching.died, watching.note) == (before + 2, 2, 0, None)
    at = line() + 1
    del one
    two = None
    assert (watching.count, watching.born, watching.died) == (before, 2, 2)
    assert watching.deaths == ((__file__, at, 1, ""), (__file__, at + 1, 1, ""))
    assert two is None


def test_one_that_was_never_looked_at_is_counted() -> None:
    watching = watch(Plain, "plain")
    for _ in range(10):
        Plain()
    checkpoint("played")
    kept = Plain()
    checkpoint("kept")
    rows = [line.split() for line in str(checkpoints()).splitlines()]
    assert rows[:4] == [["played", "kept"], ["plain", "0", "1"], ["born", "+10", "+1"], ["died", "-10", "0"]]
    assert str(watching).splitlines()[0] == "plain: 1 now, 11 born and 10 died since"
    assert kept is not None


def test_resurrection_is_no_death() -> None:
    saved: list[Any] = []

    class Phoenix:
        def __del__(self) -> None:
            saved.append(self)

    watching = watch(Phoenix)
    Phoenix()
    assert (watching.born, watching.died, watching.count) == (1, 0, 1)
    saved.clear()
    assert (watching.born, watching.died, watching.count) == (1, 1, 0)


def test_a_cycle_dies_where_it_is_collected() -> None:
    watching = watch(Plain)
    thing: Any = Plain()
    thing.me = thing
    heard: list[Any] = []
    reference = weakref.ref(thing, heard.append)
    del thing
    assert watching.died == 0
    at = line() + 1
    gc.collect()
    assert watching.deaths == ((__file__, at, 1, ""),)
    assert heard == [reference]


def test_many_threads() -> None:
    watching = watch(Plain)

    def work() -> None:
        for _ in range(200):
            Plain()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert (watching.born, watching.died) == (1600, 1600)


def test_a_thousand_classes_watched_and_gone() -> None:
    def many() -> None:
        watches = []
        for _ in range(1000):
            kind = type("Passing", (), {})
            watches.append(watch(kind, f"passing {len(watches)}"))
            kind()
            del kind
        gc.collect()
        counts = checkpoint("gone").counts
        assert [counts[each.name] for each in watches] == [None] * 1000
        rows = inkface.__owned_debug__("watched")
        assert [row[1:3] for row in rows] == [(1, 1)] * 1000
        unwatch()

    count = getattr(sys, "gettotalrefcount", sys.getallocatedblocks)

    def left(run: Callable[[], None]) -> int:
        """What the last of three runs leaves. The numbers of this loop are referenced as well."""
        each = 0
        for _ in range(3):
            before = count()
            run()
            gc.collect()
            each = count() - before
        return each

    gc.collect()
    gc.freeze()  # What was there before is not gone through each time.
    try:
        more = left(many) - left(lambda: None)
    finally:
        gc.unfreeze()
    # A reference that was left of each class would be a thousand of them.
    assert more <= (10 if count is not sys.getallocatedblocks else 100), more


C_SOURCE = """
#include <Python.h>

/* A class without the collector's header, one with it; both free their memory by hand. */
static void plain_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_Free(self);
    Py_DECREF(type);
}

static void tracked_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    PyObject_GC_Del(self);
    Py_DECREF(type);
}

/* Lets go of the last item of a list. */
static PyObject *drop_last(PyObject *module, PyObject *list)
{
    PyObject *last = PyList_GET_ITEM(list, PyList_GET_SIZE(list) - 1);
    Py_INCREF(last);
    if (PyList_SetSlice(list, PyList_GET_SIZE(list) - 1, PyList_GET_SIZE(list), NULL) < 0) {
        Py_DECREF(last);
        return NULL;
    }
    Py_DECREF(last); /* here */
    Py_RETURN_NONE;
}

static PyMethodDef functions[] = {{"drop_last", drop_last, METH_O, NULL}, {NULL, NULL, 0, NULL}};

static int visit_type(PyObject *self, visitproc visit, void *arg) { Py_VISIT(Py_TYPE(self)); return 0; }

static PyType_Slot plain_slots[] = {{Py_tp_dealloc, plain_dealloc}, {0, NULL}};
static PyType_Slot tracked_slots[] = {{Py_tp_dealloc, tracked_dealloc}, {Py_tp_traverse, visit_type}, {0, NULL}};
static PyType_Spec plain = {"byhand.Plain", sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT, plain_slots};
static PyType_Spec tracked = {
    "byhand.Tracked", sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, tracked_slots};

static void fixed_dealloc(PyObject *self) { PyObject_Free(self); }
static PyTypeObject fixed = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "byhand.Fixed", .tp_basicsize = sizeof(PyObject), .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_dealloc = fixed_dealloc, .tp_new = PyType_GenericNew};

static int execute(PyObject *module)
{
    PyObject *first = PyType_FromSpec(&plain), *second = PyType_FromSpec(&tracked);
    if (first == NULL || second == NULL || PyType_Ready(&fixed) < 0) return -1;
    if (PyModule_AddObjectRef(module, "Plain", first) < 0) return -1;
    if (PyModule_AddObjectRef(module, "Tracked", second) < 0) return -1;
    Py_DECREF(first);
    Py_DECREF(second);
    return PyModule_AddObjectRef(module, "Fixed", (PyObject *)&fixed);
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, execute}, {0, NULL}};
static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "byhand", .m_slots = slots, .m_methods = functions};
PyMODINIT_FUNC PyInit_byhand(void) { return PyModuleDef_Init(&definition); }
"""


@pytest.fixture(scope="module")
def byhand(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """An extension in C whose classes do everything themselves."""
    folder = tmp_path_factory.mktemp("byhand")
    source, built = folder / "byhand.c", folder / f"byhand{sysconfig.get_config_var('EXT_SUFFIX')}"
    source.write_text(C_SOURCE)
    command = ["cc", "-g", "-shared", "-fPIC", f"-I{sysconfig.get_path('include')}", "-o", str(built), str(source)]
    subprocess.run(command, check=True)
    sys.path.insert(0, str(folder))
    try:
        yield __import__("byhand")
    finally:
        sys.path.remove(str(folder))


@pytest.mark.parametrize("name", ["Plain", "Tracked", "Fixed"])
def test_classes_of_c_that_free_by_hand(byhand: Any, name: str) -> None:
    kind = getattr(byhand, name)
    watching = watch(kind)
    one, _two = kind(), kind()
    at = line() + 1
    del one
    assert (watching.count, watching.born, watching.died) == (1, 2, 1)
    assert watching.deaths == ((__file__, at, 1, ""),)


LET_GO = """
import sys, byhand
from owned_debug import watch
kind = getattr(byhand, sys.argv[1])
watching = watch(kind)
box = [kind()]
byhand.drop_last(box)
[death] = watching.deaths
print(*death, sep="|")
print(death)
"""


@pytest.mark.parametrize("name", ["Plain", "Tracked", "Fixed"])
def test_a_line_of_c_that_lets_go(byhand: Any, name: str) -> None:
    """Not one of the function that takes the object apart."""
    path = os.pathsep.join([os.path.dirname(byhand.__file__), *sys.path])
    command = [sys.executable, "-c", "import inkface" + LET_GO, name]
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=True)
    fields, text = done.stdout.splitlines()
    file, at, times, called = fields.split("|")
    assert file.endswith("byhand.c")
    assert C_SOURCE.splitlines()[int(at) - 1].strip() == "Py_DECREF(last); /* here */"
    assert (times, called) == ("1", "<string>:7")
    assert text.endswith(f"byhand.c:{at}, called at <string>:7")


def test_a_module_of_c_that_goes_while_it_is_watched(byhand: Any) -> None:
    import importlib.util

    spec = byhand.__spec__

    def load() -> Any:
        copy = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(copy)
        watch(copy.Plain, "of the copy")
        copy.Plain()
        return weakref.ref(copy.Plain)

    gone = load()
    gc.collect()
    assert gone() is None
    assert checkpoint("gone").died["of the copy"] == 1
