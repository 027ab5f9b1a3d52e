/* A module of a single phase, as extensions were written for Python 2 and still are. */
#include <Python.h>

static PyObject *
add(PyObject *module, PyObject *args)
{
    long a, b;
    if (!PyArg_ParseTuple(args, "ll", &a, &b)) {
        return NULL;
    }
    return PyLong_FromLong(a + b);
}

static PyObject *
who(PyObject *module, PyObject *ignored)
{
    return PyUnicode_FromString("C");
}

static PyMethodDef functions[] = {
    {"add", add, METH_VARARGS, "add(a, b)"},
    {"who", who, METH_NOARGS, "Who answers."},
    {"left", who, METH_NOARGS, "What has not been ported."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "single", "C's docstring.", -1, functions, NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_single(void)
{
    PyObject *module = PyModule_Create(&definition);
    if (module != NULL && PyModule_AddStringConstant(module, "VERSION", "1") < 0) {
        Py_CLEAR(module);
    }
    return module;
}
