/* Finds the handler of a path: the path's own, or that of the longest prefix which ends in a slash. */
#include <Python.h>

PyObject *route_table_bug_find(PyObject *routes, PyObject *path)
{
    PyObject *found = PyDict_GetItemWithError(routes, path);
    if (found || PyErr_Occurred()) {
        return Py_XNewRef(found);
    }
    for (Py_ssize_t end = PyUnicode_GetLength(path); end > 0; end--) {
        if (PyUnicode_ReadChar(path, end - 1) != '/') {
            continue;
        }
        PyObject *prefix = PyUnicode_Substring(path, 0, end);
        if (!prefix) {
            return NULL;
        }
        found = PyDict_GetItemWithError(routes, prefix);
        Py_DECREF(prefix);
        if (found || PyErr_Occurred()) {
            return Py_XNewRef(found);
        }
    }
    PyErr_SetObject(PyExc_KeyError, path);
    return NULL;
}
