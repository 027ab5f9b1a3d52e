/* Colours by number, from the palette that is given. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *colour(PyObject *self, PyObject *args)
{
    Py_ssize_t number;
    PyObject *given = NULL;
    if (!PyArg_ParseTuple(args, "n|O:colour", &number, &given))
        return NULL;
    if (given == NULL)
        return PyErr_Format(PyExc_LookupError, "there is no palette");
    return PySequence_GetItem(given, number);
}

static PyMethodDef methods[] = {{"colour", colour, METH_VARARGS, NULL}, {NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "house_palette_twin", NULL, -1, methods};

PyMODINIT_FUNC PyInit_house_palette_twin(void)
{
    return PyModule_Create(&module);
}
