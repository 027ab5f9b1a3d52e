/* A ring of at most three entries, in a list. */
#include <Python.h>

/* Takes the entry over. Fails if the ring is full. */
int ring_push_twin_push(PyObject *ring, PyObject *entry)
{
    if (PyList_GET_SIZE(ring) >= 3) {
        Py_DECREF(entry);
        PyErr_SetString(PyExc_OverflowError, "the ring is full");
        return -1;
    }
    int failed = PyList_Append(ring, entry);
    Py_DECREF(entry);
    return failed;
}
