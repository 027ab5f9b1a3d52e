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

static PyMethodDef functions[] = {
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
