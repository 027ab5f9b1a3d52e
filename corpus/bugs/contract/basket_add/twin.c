/* Baskets are lists. */
#include <Python.h>

/* Puts an item at the end of the basket. */
int basket_add_twin_add(PyObject *basket, PyObject *item)
{
    return PyList_Append(basket, item);
}
