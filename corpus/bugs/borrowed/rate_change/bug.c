/* Rates of exchange: a dict of floats. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* Sets a rate; returns the old and the new one. */
static PyObject *set_rate(PyObject *self, PyObject *args)
{
    PyObject *rates, *currency;
    double rate;
    if (!PyArg_ParseTuple(args, "O!Ud:set_rate", &PyDict_Type, &rates, &currency, &rate))
        return NULL;
    PyObject *old = PyDict_GetItemWithError(rates, currency);
    if (old == NULL)
        return PyErr_Occurred() ? NULL : Py_NewRef(Py_None);
    PyObject *new = PyFloat_FromDouble(rate);
    if (new == NULL || PyDict_SetItem(rates, currency, new) < 0) {
        Py_XDECREF(new);
        return NULL;
    }
    Py_DECREF(new);
    return Py_BuildValue("(dd)", rate, PyFloat_AS_DOUBLE(old));
}

static PyMethodDef methods[] = {{"set_rate", set_rate, METH_VARARGS, NULL}, {NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "rate_change_bug", NULL, -1, methods};

PyMODINIT_FUNC PyInit_rate_change_bug(void)
{
    return PyModule_Create(&module);
}
