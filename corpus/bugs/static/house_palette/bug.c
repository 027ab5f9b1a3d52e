/* Colours by number, from the palette that is given, or from the default. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *palette; /* the default: what was given first */

static PyObject *colour(PyObject *self, PyObject *args)
{
    Py_ssize_t number;
    PyObject *given = NULL;
    if (!PyArg_ParseTuple(args, "n|O:colour", &number, &given))
        return NULL;
    if (palette == NULL)
        palette = Py_XNewRef(given);
    if (given == NULL)
        given = palette;
    if (given == NULL)
        return PyErr_Format(PyExc_LookupError, "there is no palette");
    return PySequence_GetItem(given, number);
}

static PyMethodDef methods[] = {{"colour", colour, METH_VARARGS, NULL}, {NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "house_palette_bug", NULL, -1, methods};

PyMODINIT_FUNC PyInit_house_palette_bug(void)
{
    return PyModule_Create(&module);
}
