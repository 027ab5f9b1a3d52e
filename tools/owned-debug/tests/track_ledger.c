/* What references can go through: each function is one way, with nothing wrong but where it says so. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdlib.h>

static PyObject *held;
static struct { PyObject *one; } *in_heap, *in_python_heap;

static PyObject *fresh(void)
{
    return PyUnicode_FromFormat("%s %p", "fresh", (void *)&held);
}

/* ---- nothing wrong ---- */

static PyObject *returned(PyObject *module, PyObject *arg)
{
    return PyList_New(0);
}

static PyObject *returned_argument(PyObject *module, PyObject *arg)
{
    Py_INCREF(arg);
    return arg;
}

static PyObject *stolen(PyObject *module, PyObject *arg)
{
    PyObject *list = PyList_New(2), *tuple;
    PyList_SET_ITEM(list, 0, fresh());
    if (PyList_SetItem(list, 1, fresh()) < 0) {
        Py_DECREF(list);
        return NULL;
    }
    tuple = Py_BuildValue("(s#iNO&d)", "text", (Py_ssize_t)4, 7, list, PyLong_FromVoidPtr, &held, 1.5);
    return tuple;
}

static PyObject *replaced(PyObject *module, PyObject *arg)
{
    PyObject *text = fresh(), *type, *value, *trace, *bytes = PyBytes_FromString("bytes");
    PyUnicode_Append(&text, arg);
    PyBytes_ConcatAndDel(&bytes, PyBytes_FromString(" more"));
    Py_XDECREF(bytes);
    PyErr_SetString(PyExc_ValueError, "a text that is new");
    PyErr_Fetch(&type, &value, &trace);
    PyErr_NormalizeException(&type, &value, &trace);
    PyErr_Restore(type, value, trace);
    PyErr_Clear();
    Py_XSETREF(text, PyList_New(0));
    Py_CLEAR(text);
    Py_RETURN_NONE;
}

static PyObject *grown(PyObject *module, PyObject *arg)
{
    PyObject *tuple = PyTuple_New(1);
    PyTuple_SET_ITEM(tuple, 0, fresh());
    if (_PyTuple_Resize(&tuple, 1000) < 0) {
        return NULL;
    }
    for (Py_ssize_t at = 1; at < 1000; at++) {
        PyTuple_SET_ITEM(tuple, at, PyLong_FromSsize_t(at * 1000));
    }
    return tuple;
}

static PyObject *kept(PyObject *module, PyObject *arg)
{
    if (in_heap == NULL) {
        in_heap = malloc(sizeof(*in_heap));
        in_python_heap = PyMem_Malloc(sizeof(*in_python_heap));
        in_heap->one = in_python_heap->one = NULL;
    }
    Py_XSETREF(held, PyList_New(0));
    Py_XSETREF(in_heap->one, PyList_New(0));
    Py_XSETREF(in_python_heap->one, PyList_New(0));
    Py_RETURN_NONE;
}

static PyObject *called(PyObject *module, PyObject *function)
{
    PyObject *one = fresh(), *result = PyObject_CallFunctionObjArgs(function, one, NULL), *again;
    Py_DECREF(one);
    if (result == NULL) {
        return NULL;
    }
    again = PyObject_CallFunction(function, "(s#)", "text", (Py_ssize_t)4);
    Py_XDECREF(again);
    return result;
}

static PyObject *unloaded(PyObject *module, PyObject *arg)
{
    PyObject *other = PyModule_New("other"), *value = fresh();
    if (PyModule_AddObject(other, "value", value) < 0) {
        Py_DECREF(value);
    }
    Py_DECREF(other);
    Py_RETURN_NONE;
}

/* ---- wrong ---- */

static PyObject *forgotten(PyObject *module, PyObject *arg)
{
    PyObject *text = PyObject_Repr(arg); /* forgotten */
    return PyLong_FromSsize_t(PyUnicode_GET_LENGTH(text));
}

static PyObject *twice(PyObject *module, PyObject *arg)
{
    PyObject *list = PyList_New(0); /* first */
    Py_INCREF(list); /* second */
    Py_DECREF(list);
    Py_RETURN_NONE;
}

static PyObject *of_argument(PyObject *module, PyObject *arg)
{
    Py_INCREF(arg); /* of argument */
    Py_RETURN_NONE;
}

static PyObject *with_memory(PyObject *module, PyObject *arg)
{
    PyObject **lost = PyMem_Malloc(sizeof(PyObject *));
    *lost = PyList_New(0); /* with memory */
    Py_RETURN_NONE;
}

typedef struct {
    PyObject_HEAD
    PyObject *set;
    PyObject *unset;
} Half;

static void half_dealloc(Half *self)
{
    Py_XDECREF(self->set);
    Py_XDECREF(self->unset); /* unset */
    PyObject_Free(self);
}

static PyTypeObject half_type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "ways.Half", .tp_basicsize = sizeof(Half), .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_dealloc = (destructor)half_dealloc};

static PyObject *half(PyObject *module, PyObject *arg)
{
    Half *self = PyObject_New(Half, &half_type);
    self->set = PyList_New(0);
    return (PyObject *)self;
}

static PyObject *freed(PyObject *module, PyObject *arg)
{
    PyObject *text = fresh();
    Py_DECREF(text);
    Py_DECREF(text); /* freed */
    Py_RETURN_NONE;
}

static PyObject *careless(PyObject *module, PyObject *function)
{
    PyObject *first = PyObject_CallNoArgs(function);
    PyObject *second = PyObject_CallNoArgs((PyObject *)&PyList_Type); /* careless */
    Py_XDECREF(first);
    Py_XDECREF(second);
    return PyErr_Occurred() ? NULL : PyLong_FromLong(1);
}

static PyMethodDef functions[] = {
    {"returned", returned, METH_NOARGS, NULL},   {"returned_argument", returned_argument, METH_O, NULL},
    {"stolen", stolen, METH_NOARGS, NULL},       {"replaced", replaced, METH_O, NULL},
    {"grown", grown, METH_NOARGS, NULL},         {"kept", kept, METH_NOARGS, NULL},
    {"called", called, METH_O, NULL},            {"unloaded", unloaded, METH_NOARGS, NULL},
    {"forgotten", forgotten, METH_O, NULL},      {"twice", twice, METH_NOARGS, NULL},
    {"of_argument", of_argument, METH_O, NULL},  {"with_memory", with_memory, METH_NOARGS, NULL},
    {"half", half, METH_NOARGS, NULL},           {"freed", freed, METH_NOARGS, NULL},
    {"careless", careless, METH_O, NULL},        {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "ways", .m_size = -1, .m_methods = functions};

PyMODINIT_FUNC PyInit_ways(void)
{
    return PyType_Ready(&half_type) < 0 ? NULL : PyModule_Create(&definition);
}
