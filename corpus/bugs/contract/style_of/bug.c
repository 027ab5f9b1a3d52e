/* Styles of a document, by name: a dict of the caller's. */
#include <Python.h>

PyObject *style_of_bug_style(PyObject *styles, PyObject *name)
{
    PyObject *style = PyDict_GetItemWithError(styles, name);
    if (style == NULL && !PyErr_Occurred())
        PyErr_SetObject(PyExc_KeyError, name);
    return style;
}
