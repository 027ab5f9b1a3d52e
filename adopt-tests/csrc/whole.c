/* What is left of an extension whose type is Rust's now: C code that makes it, asks it and keeps it. */
#include <Python.h>

#include "whole_type.h"

static PyObject *
make(PyObject *module, PyObject *value)
{
    return Pair_New(value, Py_None);
}

static PyObject *
is_pair(PyObject *module, PyObject *object)
{
    PyTypeObject *type = Pair_Type();
    return type == NULL ? NULL : PyBool_FromLong(PyObject_TypeCheck(object, type));
}

static PyObject *
weight(PyObject *module, PyObject *object)
{
    long long weight = Pair_Weight(object);
    if (weight == -1 && PyErr_Occurred()) {
        return NULL;
    }
    return PyLong_FromLongLong(weight);
}

static PyObject *
set_right(PyObject *module, PyObject *args)
{
    PyObject *pair, *right;
    if (!PyArg_ParseTuple(args, "OO", &pair, &right)) {
        return NULL;
    }
    Py_INCREF(right);
    if (Pair_SetRight(pair, right) < 0) {
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyObject *
half(PyObject *module, PyObject *object)
{
    double half = Pair_Half(object);
    return half == -1.0 && PyErr_Occurred() ? NULL : PyFloat_FromDouble(half);
}

/* Calls Rust while an exception is set, as destructors do. */
static PyObject *
touch_while_raising(PyObject *module, PyObject *object)
{
    PyErr_SetString(PyExc_KeyError, "C's own");
    Pair_Touch(object);
    return NULL;
}

static PyObject *
touch(PyObject *module, PyObject *object)
{
    Pair_Touch(object == Py_None ? NULL : object);
    Py_RETURN_NONE;
}

/* Where the stack is nearly full, Rust is not entered: what it is given is gone all the same. */
static PyObject *
deep(PyObject *pair, PyObject *right)
{
    volatile char room[2048];
    room[0] = 0;
    if (Pair_Weight(pair) == -1 && PyErr_Occurred()) {
        Py_INCREF(right);
        PyErr_Clear();
        return Pair_SetRight(pair, right) < 0 ? NULL : PyBool_FromLong(room[0]);
    }
    PyObject *result = deep(pair, right);
    room[1] = room[0];
    return result;
}

static PyObject *
set_right_deep(PyObject *module, PyObject *args)
{
    PyObject *pair, *right;
    return PyArg_ParseTuple(args, "OO", &pair, &right) ? deep(pair, right) : NULL;
}

/* Every kind of parameter at once; NULL for those that are named. */
static PyObject *
many(PyObject *module, PyObject *args)
{
    PyObject *left, *right;
    int missing;
    if (!PyArg_ParseTuple(args, "OOi", &left, &right, &missing)) {
        return NULL;
    }
    Py_INCREF(right);
    if (missing == 3) {
        Py_CLEAR(right);
    }
    double sum = Pair_Many(missing == 1 ? NULL : left, 1, left, 2, 3.5f, right, 4, 5, 6, 7, 8, "nine", 10);
    return sum == -1.0 && PyErr_Occurred() ? NULL : PyFloat_FromDouble(sum);
}

static PyObject *
nothing(PyObject *module, PyObject *args)
{
    return PyLong_FromLong(Pair_Nothing());
}

static PyObject *
panics(PyObject *module, PyObject *object)
{
    Py_INCREF(object);
    Pair_Panics(object);
    return PyErr_Occurred() ? NULL : Pair_Fails();
}

static PyMethodDef functions[] = {
    {"set_right_deep", set_right_deep, METH_VARARGS, NULL},
    {"many", many, METH_VARARGS, NULL},
    {"nothing", nothing, METH_NOARGS, NULL},
    {"panics", panics, METH_O, NULL},
    {"make", make, METH_O, NULL},
    {"is_pair", is_pair, METH_O, NULL},
    {"weight", weight, METH_O, NULL},
    {"set_right", set_right, METH_VARARGS, NULL},
    {"half", half, METH_O, NULL},
    {"touch", touch, METH_O, NULL},
    {"touch_while_raising", touch_while_raising, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "whole", NULL, 0, functions, slots, NULL, NULL, NULL};

PyMODINIT_FUNC
PyInit_whole(void)
{
    return PyModuleDef_Init(&definition);
}
