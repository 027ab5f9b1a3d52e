/* Puts an item into a slot; a negative slot counts from the end. The shelf takes the item over. */
#include <Python.h>

int slot_shelf_bug_place(PyObject *shelf, Py_ssize_t slot, PyObject *item)
{
    Py_ssize_t size = PyList_GET_SIZE(shelf);
    if (slot < 0) {
        slot += size;
    }
    if (slot < 0 || slot >= size) {
        PyErr_Format(PyExc_IndexError, "no slot %zd on a shelf of %zd", slot, size);
        return -1;
    }
    return PyList_SetItem(shelf, slot, item);
}
