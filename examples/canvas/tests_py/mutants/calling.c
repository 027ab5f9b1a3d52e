/* Faults 5 and 8: calls of Python code whose results, arguments and exceptions nobody minds. */
#include "mutants.h"

/* Fault 5: the handler's result is not released. */
static PyObject *call_leaking_the_result(PyObject *module, PyObject *arguments)
{
    PyObject *handler, *element;
    (void)module;
    if (!PyArg_ParseTuple(arguments, "OO", &handler, &element))
        return NULL;
    if (PyObject_CallFunctionObjArgs(handler, element, NULL) == NULL)
        return NULL;
    Py_RETURN_NONE;
}

/* Fault 5: the tuple of arguments that was built for the call is not released. */
static PyObject *call_leaking_the_arguments(PyObject *module, PyObject *arguments)
{
    PyObject *handler, *element, *result;
    (void)module;
    if (!PyArg_ParseTuple(arguments, "OO", &handler, &element))
        return NULL;
    result = PyObject_CallObject(handler, PyTuple_Pack(1, element));
    if (result == NULL)
        return NULL;
    Py_DECREF(result);
    Py_RETURN_NONE;
}

/* Fault 5: the results of wire() and unwire() are dropped unchecked, and with them the news that there was none. */
static PyObject *wire_unchecked(PyObject *module, PyObject *face)
{
    (void)module;
    Py_XDECREF(PyObject_CallMethod(face, "wire", NULL));
    Py_RETURN_NONE;
}

static PyObject *unwire_unchecked(PyObject *module, PyObject *face)
{
    (void)module;
    Py_XDECREF(PyObject_CallMethod(face, "unwire", NULL));
    Py_RETURN_NONE;
}

/* Fault 8: release() returns nothing, which in C is NULL: a failure without a reason. */
static PyObject *release_without_result(PyObject *module, PyObject *face)
{
    (void)module;
    (void)face;
    return NULL;
}

/* Fault 8: the second handler is called though the first has raised. */
static PyObject *dispatch_on_and_on(PyObject *module, PyObject *arguments)
{
    PyObject *first, *second, *element;
    (void)module;
    if (!PyArg_ParseTuple(arguments, "OOO", &first, &second, &element))
        return NULL;
    Py_XDECREF(PyObject_CallFunctionObjArgs(first, element, NULL));
    Py_XDECREF(PyObject_CallFunctionObjArgs(second, element, NULL));
    if (PyErr_Occurred())
        return NULL;
    Py_RETURN_NONE;
}

PyMethodDef calling_faults[] = {
    {"call_leaking_the_result", call_leaking_the_result, METH_VARARGS, NULL},
    {"call_leaking_the_arguments", call_leaking_the_arguments, METH_VARARGS, NULL},
    {"wire_unchecked", wire_unchecked, METH_O, NULL},
    {"unwire_unchecked", unwire_unchecked, METH_O, NULL},
    {"release_without_result", release_without_result, METH_O, NULL},
    {"dispatch_on_and_on", dispatch_on_and_on, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
