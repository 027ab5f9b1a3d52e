/* What Python code cannot do: leave a list with empty places, set the handled exception, open a C file. */
#include "harness.h"

/* Where a buffer is exported to; released if it was. */
static Py_buffer view;

/* The address of an open file. */
static PyObject *make_file(PyObject *module, PyObject *args)
{
    const char *path, *mode;
    if (!PyArg_ParseTuple(args, "ss", &path, &mode)) {
        return NULL;
    }
    FILE *file = fopen(path, mode);
    return file == NULL ? PyErr_SetFromErrnoWithFilename(PyExc_OSError, path) : PyLong_FromVoidPtr(file);
}

static PyObject *close_file(PyObject *module, PyObject *address)
{
    FILE *file = PyLong_AsVoidPtr(address);
    if (file != NULL) {
        fclose(file);
    }
    Py_RETURN_NONE;
}

/* The object at an address, for probes that passed a place as plain memory. */
static PyObject *object_at(PyObject *module, PyObject *address)
{
    PyObject **place = PyLong_AsVoidPtr(address);
    return Py_XNewRef(place == NULL ? NULL : *place);
}

static PyObject *raise(PyObject *module, PyObject *exception)
{
    PyErr_SetObject((PyObject *)Py_TYPE(exception), exception);
    return NULL;
}

/* Undo what `PyErr_SetHandledException`, `PyErr_SetExcInfo`, `Py_ReprEnter` and `PyContext_Enter` do. */
static PyObject *unhandle(PyObject *module, PyObject *unused)
{
    PyErr_SetExcInfo(NULL, NULL, NULL);
    Py_RETURN_NONE;
}

static PyObject *handle(PyObject *module, PyObject *exception)
{
    PyErr_SetExcInfo(Py_NewRef((PyObject *)Py_TYPE(exception)), Py_NewRef(exception),
                     PyException_GetTraceback(exception));
    Py_RETURN_NONE;
}

static PyObject *repr_leave(PyObject *module, PyObject *object)
{
    Py_ReprLeave(object);
    Py_RETURN_NONE;
}

static PyObject *context_enter(PyObject *module, PyObject *context)
{
    return PyContext_Enter(context) < 0 ? NULL : Py_NewRef(Py_None);
}

static PyObject *context_exit(PyObject *module, PyObject *context)
{
    return PyContext_Exit(context) < 0 ? NULL : Py_NewRef(Py_None);
}

static PyObject *list_of_nulls(PyObject *module, PyObject *size)
{
    return PyList_New(PyLong_AsSsize_t(size));
}

static PyObject *tuple_of_nulls(PyObject *module, PyObject *size)
{
    return PyTuple_New(PyLong_AsSsize_t(size));
}

static PyObject *empty_sequence(PyObject *module, PyObject *type)
{
    return PyStructSequence_New((PyTypeObject *)type);
}

/* The address of memory for an object without its header filled in, as `PyObject_Malloc` gives it. */
static PyObject *raw_object(PyObject *module, PyObject *size)
{
    return PyLong_FromVoidPtr(PyObject_Calloc(1, PyLong_AsSize_t(size)));
}

static PyObject *fresh_view(PyObject *module, PyObject *unused)
{
    memset(&view, 0, sizeof view);
    return PyLong_FromVoidPtr(&view);
}

static PyObject *release_view(PyObject *module, PyObject *unused)
{
    PyBuffer_Release(&view);
    Py_RETURN_NONE;
}

PyMethodDef verify_makers[] = {
    {"file", make_file, METH_VARARGS, NULL},
    {"close", close_file, METH_O, NULL},
    {"object_at", object_at, METH_O, NULL},
    {"throw", raise, METH_O, NULL},
    {"unhandle", unhandle, METH_NOARGS, NULL},
    {"handle", handle, METH_O, NULL},
    {"repr_leave", repr_leave, METH_O, NULL},
    {"context_enter", context_enter, METH_O, NULL},
    {"context_exit", context_exit, METH_O, NULL},
    {"list_of_nulls", list_of_nulls, METH_O, NULL},
    {"tuple_of_nulls", tuple_of_nulls, METH_O, NULL},
    {"empty_sequence", empty_sequence, METH_O, NULL},
    {"raw_object", raw_object, METH_O, NULL},
    {"view", fresh_view, METH_NOARGS, NULL},
    {"release", release_view, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};
