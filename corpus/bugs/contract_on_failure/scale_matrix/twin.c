/* Rows of numbers. */
#include <Python.h>

/* A new row, each number times the factor. */
PyObject *scale_matrix_twin_scale(PyObject *row, PyObject *factor)
{
    Py_ssize_t length = PyList_GET_SIZE(row);
    PyObject *scaled = PyList_New(length);
    if (scaled == NULL)
        return NULL;
    for (Py_ssize_t i = 0; i < length; i++) {
        PyObject *number = PyNumber_Multiply(PyList_GET_ITEM(row, i), factor);
        if (number == NULL) {
            Py_DECREF(scaled);
            return NULL;
        }
        PyList_SET_ITEM(scaled, i, number);
    }
    return scaled;
}
