"""Members of tracked types that Python can set do what CPython does; what was stored without a reference is told."""

import json
import sys
from pathlib import Path

import pytest
import track_ways

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the memory of the process is read from /proc")

DEBUG = hasattr(sys, "gettotalrefcount")

# One source for each way that a type is made, and for the stable ABI.
SOURCE = r"""
#ifdef STABLE
#define Py_LIMITED_API 0x030B0000
#endif
#include <Python.h>
#include <structmember.h>
#include <stddef.h>

#define REPLACE(field, value) do { PyObject *former = (field); (field) = (value); Py_XDECREF(former); } while (0)

typedef struct { PyObject_HEAD PyObject *value, *strict, *fixed; int number; } Thing;

static void let_go(PyObject *self)
{
    Thing *thing = (Thing *)self;
    PyTypeObject *type = Py_TYPE(self);
    freefunc gone = (freefunc)PyType_GetSlot(type, Py_tp_free);
    Py_CLEAR(thing->value);
    Py_CLEAR(thing->strict);
    Py_CLEAR(thing->fixed);
    gone(self);
    Py_DECREF(type);
}

/* In each of these ways somebody has a reference for the field. */
static PyObject *held(PyObject *self, PyObject *value)
{
    Py_INCREF(value);
    REPLACE(((Thing *)self)->strict, value);
    Py_RETURN_NONE;
}

/* By a pointer, which is not heard: another has one as well, and is let go of by a line that is. */
static PyObject *by_pointer(PyObject *self, PyObject *value)
{
    ssizeargfunc repeat = (ssizeargfunc)PyType_GetSlot(&PyList_Type, Py_sq_repeat);
    PyObject *made = repeat(value, 2);
    if (made == NULL) return NULL;
    Py_INCREF(made);
    Py_DECREF(made);
    REPLACE(((Thing *)self)->strict, made);
    Py_RETURN_NONE;
}

static PyObject *fresh(PyObject *self, PyObject *none)
{
    REPLACE(((Thing *)self)->strict, PyList_New(0));
    Py_RETURN_NONE;
}

static PyObject *by_iterator(PyObject *self, PyObject *none)
{
    iternextfunc next;
    PyObject *iterator, *item;
    iterator = PyObject_CallFunction((PyObject *)&PyTuple_Type, "((O))", ((Thing *)self)->strict);
    if (iterator == NULL) return NULL;
    REPLACE(iterator, PyObject_GetIter(iterator));
    next = (iternextfunc)PyType_GetSlot(Py_TYPE(iterator), Py_tp_iternext);
    while ((item = next(iterator)) != NULL) {
        Py_DECREF(item);
    }
    Py_DECREF(iterator);
    Py_RETURN_NONE;
}

static PyObject *borrows(PyObject *self, PyObject *none)
{
    REPLACE(((Thing *)self)->strict, NULL);
    ((Thing *)self)->strict = Py_True;
    Py_RETURN_NONE;
}

static PyMemberDef members[] = {
    {"value", T_OBJECT, offsetof(Thing, value), 0, "The value."},
    {"strict", T_OBJECT_EX, offsetof(Thing, strict), 0, NULL},
    {"fixed", T_OBJECT, offsetof(Thing, fixed), READONLY, "Fixed."},
    {"number", T_INT, offsetof(Thing, number), 0, NULL},
    {NULL, 0, 0, 0, NULL},
};
static PyMethodDef methods[] = {
    {"held", held, METH_O, NULL}, {"by_pointer", by_pointer, METH_O, NULL},
    {"fresh", fresh, METH_NOARGS, NULL}, {"by_iterator", by_iterator, METH_NOARGS, NULL},
    {"borrows", borrows, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static PyType_Slot slots[] = {
    {Py_tp_members, members}, {Py_tp_methods, methods}, {Py_tp_dealloc, let_go}, {Py_tp_new, PyType_GenericNew},
    {0, NULL}};
static PyType_Spec spec = {"things.Thing", sizeof(Thing), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, slots};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "things", .m_size = -1};

PyMODINIT_FUNC PyInit_things(void)
{
    PyObject *module = PyModule_Create(&definition), *type;
    if (module == NULL) return NULL;
    type = PyType_FromModuleAndSpec(module, &spec, NULL); /* made here */
    if (type == NULL || PyModule_AddType(module, (PyTypeObject *)type) < 0) {
        Py_CLEAR(module);
    }
    Py_XDECREF(type);
    return module;
}
"""
MADE = next(at for at, line in enumerate(SOURCE.splitlines(), 1) if line.endswith("/* made here */"))

RUN = """
import json, sys
from owned_debug.track import compiling, judging
if {listening}: compiling.load().start(probe=False)
import things
{code}
if {listening}: print(json.dumps(judging.tracked().to_json()))
"""

# What is seen of a member, in one text.
SEEN = """
class Own(things.Thing): pass
def tried(call):
    try: return call()
    except Exception as error: return f"{type(error).__name__}: {error}"
for kind in (things.Thing, Own):
    thing = kind()
    for name in ("value", "strict", "fixed", "number"):
        say = [lambda: getattr(thing, name), lambda: setattr(thing, name, 5), lambda: getattr(thing, name),
               lambda: setattr(thing, name, name), lambda: getattr(thing, name), lambda: delattr(thing, name),
               lambda: getattr(thing, name), lambda: delattr(thing, name), lambda: delattr(thing, name)]
        print(name, [tried(each) for each in say])
        member = vars(things.Thing)[name]
        print(member.__name__, member.__doc__, member.__qualname__, member.__objclass__, list(vars(things.Thing)))
        print(tried(lambda: member.__get__(5)), tried(lambda: member.__set__(5, 5)))
        print(member is member.__get__(None, kind))
        print(tried(lambda: member.__set__(thing, thing)), tried(lambda: member.__get__(thing) is thing))
        print(tried(lambda: member.__delete__(thing)))
"""


@pytest.fixture(scope="module", params=["full", "stable"])
def things(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("things")
    source = folder / "things.c"
    source.write_text(("#define STABLE\n#line 1\n" if request.param == "stable" else "") + SOURCE)
    track_ways.build(folder, source, "things")
    return folder


def run(folder: Path, code: str, listening: bool = True) -> list[str]:
    done = track_ways.python(folder, "-c", RUN.format(code=code, listening=listening))
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def borrowed(folder: Path, code: str) -> dict[str, int]:
    """How often each member held what nobody had taken, by the call that names it; with the line it is told at."""
    lines = json.loads(run(folder, code)[-1])["lines"]
    found = {line["call"]: line for line in lines if line["borrowed"]}
    assert {line["line"] for line in found.values()} <= {MADE}
    return {call: line["borrowed"] for call, line in found.items()}


def test_a_member_does_what_it_did(things: Path) -> None:
    told = run(things, SEEN)[:-1]
    assert told == run(things, SEEN, listening=False)
    assert len(told) == 2 * 4 * 6


def test_what_is_stored_without_a_reference_is_told(things: Path) -> None:
    code = "thing = things.Thing()\nfor _ in range(5):\n    thing.strict = 7\n    thing.borrows()\n    del thing.strict"
    assert borrowed(things, code) == {"member strict of things.Thing": 5}


@pytest.mark.parametrize(
    "step",
    [
        "thing.strict = True",
        "thing.value = thing",
        "thing.held(True)",
        "thing.held([])",
        "thing.by_pointer([1])",
        "thing.fresh(); thing.by_iterator()",
        "thing.value = None",
        "things.Thing().strict = True",
    ],
)
def test_nothing_is_said_of_what_somebody_took(things: Path, step: str) -> None:
    after = "thing.strict = thing.value = True\n    thing.strict = thing.value = None\n    thing.held(False)\n"
    code = f"thing = things.Thing()\nfor _ in range(9):\n    {step}\n    {after}    del thing.strict\nthing.value = 0"
    assert borrowed(things, code) == {}


def test_what_dies_with_a_value_of_pythons_and_does_not_release_it_leaks(tmp_path: Path) -> None:
    source = tmp_path / "things.c"
    source.write_text(SOURCE.replace("    Py_CLEAR(thing->value);\n", ""))
    track_ways.build(tmp_path, source, "things")
    code = "for at in range(20):\n    thing = things.Thing()\n    thing.value = [at]\n    del thing"
    [loss] = json.loads(run(tmp_path, code)[-1])["losses"]
    assert [each["call"] for each in loss["candidates"]] == ["member value of things.Thing"]


@pytest.mark.skipif(not DEBUG, reason="a debug build counts all references")
def test_references_stay(things: Path) -> None:
    code = """
def step(thing):
    thing.value = thing.strict = [5]
    thing.strict, thing.value
    thing.value = thing.strict = True
    del thing.value, thing.strict
    for name in ("strict", "fixed"):
        try: delattr(thing, name)
        except (AttributeError, TypeError): pass
    thing.borrows()
    thing.strict = False
thing = things.Thing()
for _ in range(5): step(thing)
before = sys.gettotalrefcount()
for _ in range(100): step(thing)
print(sys.gettotalrefcount() - before)
"""
    assert int(run(things, code)[-2]) <= 4
