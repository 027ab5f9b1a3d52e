/* Every way out of a block, in C and in C++: each function leaves the counts as they were. */
#define PY_SSIZE_T_CLEAN
#include "owned.h"

#ifdef __cplusplus
extern "C" {
#define NAME PyInit_ways_cpp
#define TEXT "ways_cpp"
#else
#define NAME PyInit_ways_c
#define TEXT "ways_c"
#endif

OWNED_NEW static PyObject *make_pair(PyObject *left, OWNED_STEALS PyObject *right);

static PyObject *make_pair(PyObject *left, PyObject *right)
{
    OWNED_AUTO(PyObject, second, right);
    OWNED_AUTO(PyObject, pair, PyList_New(2));
    if (pair == NULL) {
        return NULL;
    }
    PyList_SET_ITEM(pair, 0, (Py_INCREF(left), left));
    PyList_SET_ITEM(pair, 1, OWNED_MOVE(second));
    OWNED_RETURN(pair);
}

static PyObject *pair(PyObject *module, PyObject *item)
{
    (void)module;
    return make_pair(item, PyList_New(0));
}

/* Returns early, in the middle of a loop, and at the end. */
static PyObject *leave(PyObject *module, PyObject *number)
{
    long way = PyLong_AsLong(number);
    OWNED_AUTO(PyObject, first, PyList_New(0));
    (void)module;
    if (first == NULL || way == 0) {
        return PyErr_Format(PyExc_ValueError, "left at once");
    }
    for (long each = 0; each < 5; each++) {
        OWNED_AUTO(PyObject, item, PyLong_FromLong(each * 1000));
        if (item == NULL || way == 1) {
            return PyErr_Format(PyExc_ValueError, "left in a loop");
        }
        if (each == 2 && way == 2) {
            continue;
        }
        if (each == 3 && way == 3) {
            break;
        }
        if (PyList_Append(first, item) < 0) {
            return NULL;
        }
    }
    if (way == 4) {
        goto end;
    }
    {
        OWNED_AUTO(PyObject, inner, PyList_New(0));
        OWNED_SET(inner, PyList_New(1));
        OWNED_SET(inner, NULL);
        if (inner != NULL) {
            return NULL;
        }
    }
end:
    OWNED_RETURN(first);
}

/* What a function puts into a variable. */
static PyObject *fetch(PyObject *module, PyObject *ignored)
{
    OWNED_AUTO(PyObject, type, PyList_New(0));
    OWNED_AUTO(PyObject, value, NULL);
    OWNED_AUTO(PyObject, trace, NULL);
    (void)module, (void)ignored;
    PyErr_SetString(PyExc_ValueError, "fetched");
    PyErr_Fetch(OWNED_OUT(type), OWNED_OUT(value), OWNED_OUT(trace));
    PyErr_Restore(OWNED_MOVE(type), OWNED_MOVE(value), OWNED_MOVE(trace));
    return type == NULL && value == NULL ? NULL : PyLong_FromLong(1);
}

/* An exception that is set while something is released, whose destructor runs code. */
static PyObject *fail(PyObject *module, PyObject *function)
{
    OWNED_AUTO(PyObject, made, PyObject_CallFunctionObjArgs(function, NULL));
    (void)module;
    if (made == NULL) {
        return NULL;
    }
    PyErr_SetString(PyExc_KeyError, "the first one");
    return NULL;
}

typedef struct {
    PyObject_HEAD
    long number;
} Thing;

static PyTypeObject *thing_type;

/* A struct of one's own. */
static PyObject *thing(PyObject *module, PyObject *number)
{
    OWNED_AUTO(Thing, made, (Thing *)PyType_GenericAlloc(thing_type, 0));
    (void)module;
    if (made == NULL) {
        return NULL;
    }
    made->number = PyLong_AsLong(number);
    if (made->number == -1 && PyErr_Occurred()) {
        return NULL;
    }
    return (PyObject *)OWNED_MOVE(made);
}

#ifdef __cplusplus
static owned::Auto<PyObject> hand_on(owned::Auto<PyObject> given)
{
    if (given.get() == nullptr) {
        throw 1;
    }
    return given;
}

/* C++ exceptions, moves, and containers of them. */
static PyObject *own(PyObject *module, PyObject *ignored)
{
    (void)module, (void)ignored;
    owned::Auto<PyObject> first(PyList_New(0)), second;
    try {
        first = hand_on(owned::Auto<PyObject>(first.move()));
        second = static_cast<owned::Auto<PyObject> &&>(first);
        OWNED_AUTO(PyObject, lost, PyList_New(0));
        hand_on(owned::Auto<PyObject>());
    } catch (int) {
        if (first == nullptr && second != nullptr) {
            OWNED_RETURN(second);
        }
    }
    return PyErr_Format(PyExc_AssertionError, "no exception");
}
#else
static PyObject *own(PyObject *module, PyObject *ignored)
{
    (void)module, (void)ignored;
    return PyList_New(0);
}
#endif

static PyMethodDef functions[] = {
    {"pair", pair, METH_O, NULL},   {"leave", leave, METH_O, NULL}, {"fetch", fetch, METH_NOARGS, NULL},
    {"fail", fail, METH_O, NULL},   {"thing", thing, METH_O, NULL}, {"own", own, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, TEXT, NULL, -1, functions, NULL, NULL, NULL, NULL};

static PyType_Slot slots[] = {{0, NULL}};
static PyType_Spec spec = {"ways.Thing", sizeof(Thing), 0, Py_TPFLAGS_DEFAULT, slots};

PyMODINIT_FUNC NAME(void)
{
    OWNED_AUTO(PyObject, module, PyModule_Create(&definition));
    if (module == NULL || (thing_type = (PyTypeObject *)PyType_FromSpec(&spec)) == NULL) {
        return NULL;
    }
    OWNED_RETURN(module);
}

#ifdef __cplusplus
}
#endif
