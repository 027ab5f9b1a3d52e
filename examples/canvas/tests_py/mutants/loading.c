/* Faults 1 to 4: containers that take references of their own, and temporaries that nobody releases. */
#include "mutants.h"

/* Fault 1: PyDict_SetItem does not steal. The references to the key and the value that were made for it stay behind. */
static PyObject *copy_leaking(PyObject *elements, int key_leaks, int value_leaks)
{
    PyObject *copy = PyDict_New(), *name, *element;
    Py_ssize_t at = 0;
    while (copy != NULL && PyDict_Next(elements, &at, &name, &element)) {
        PyObject *key = PyUnicode_FromFormat("%U", name);
        PyObject *value = Py_NewRef(element);
        if (key == NULL || PyDict_SetItem(copy, key, value) < 0)
            return NULL;
        if (!key_leaks)
            Py_DECREF(key);
        if (!value_leaks)
            Py_DECREF(value);
    }
    return copy;
}

static PyObject *load_leaking_keys(PyObject *module, PyObject *elements)
{
    (void)module;
    return copy_leaking(elements, 1, 0);
}

static PyObject *load_leaking_values(PyObject *module, PyObject *elements)
{
    (void)module;
    return copy_leaking(elements, 0, 1);
}

/* Fault 1: to make up for it, what PyDict_GetItem only lends is released. */
static PyObject *unload_releasing(PyObject *module, PyObject *elements)
{
    PyObject *names = PyDict_Keys(elements);
    Py_ssize_t at;
    (void)module;
    for (at = 0; names != NULL && at < PyList_GET_SIZE(names); at++)
        Py_DECREF(PyDict_GetItem(elements, PyList_GET_ITEM(names, at)));
    Py_XDECREF(names);
    PyDict_Clear(elements);
    Py_RETURN_NONE;
}

/* Fault 2: the list that PyDict_Values makes is not released, nor is what its iterator gives. */
static PyObject *register_leaking(PyObject *module, PyObject *elements)
{
    PyObject *values = PyDict_Values(elements);
    PyObject *iterator = values == NULL ? NULL : PyObject_GetIter(values);
    (void)module;
    while (iterator != NULL && PyIter_Next(iterator) != NULL)
        ;
    Py_XDECREF(iterator);
    Py_RETURN_NONE;
}

static PyObject *registered;

/* Fault 2: the dict that was registered before is overwritten and not released. */
static PyObject *register_overwriting(PyObject *module, PyObject *elements)
{
    (void)module;
    registered = Py_NewRef(elements);
    Py_RETURN_NONE;
}

/* Releases the one that is left. */
static PyObject *unregister_all(PyObject *module, PyObject *unused)
{
    (void)module;
    (void)unused;
    Py_CLEAR(registered);
    Py_RETURN_NONE;
}

/* Fault 3: a tuple of four ints for each overlap. PyList_Append and PyTuple_Pack take references of their own. */
static PyObject *clouds_leaking(PyObject *module, PyObject *rectangles)
{
    PyObject *clouds = PyList_New(0);
    Py_ssize_t at;
    (void)module;
    for (at = 0; clouds != NULL && at < PyList_Size(rectangles); at++) {
        int x, y, w, h;
        PyObject *cloud;
        if (!PyArg_ParseTuple(PyList_GET_ITEM(rectangles, at), "iiii", &x, &y, &w, &h))
            return NULL;
        cloud = PyTuple_Pack(4, PyLong_FromLong(x), PyLong_FromLong(y), PyLong_FromLong(w), PyLong_FromLong(h));
        if (cloud == NULL || PyList_Append(clouds, cloud) < 0)
            return NULL;
    }
    return clouds;
}

/* Fault 4: each cloud that is looked at is taken with PySequence_GetItem, which gives a reference, and kept. */
static PyObject *clouded_leaking(PyObject *module, PyObject *arguments)
{
    PyObject *clouds;
    int px, py;
    Py_ssize_t at;
    (void)module;
    if (!PyArg_ParseTuple(arguments, "Oii", &clouds, &px, &py))
        return NULL;
    for (at = 0; at < PySequence_Size(clouds); at++) {
        PyObject *cloud = PySequence_GetItem(clouds, at);
        int x, y, w, h;
        if (cloud == NULL || !PyArg_ParseTuple(cloud, "iiii", &x, &y, &w, &h))
            return NULL;
        if (px >= x && px < x + w && py >= y && py < y + h)
            Py_RETURN_TRUE;
    }
    Py_RETURN_FALSE;
}

PyMethodDef loading_faults[] = {
    {"load_leaking_keys", load_leaking_keys, METH_O, NULL},
    {"load_leaking_values", load_leaking_values, METH_O, NULL},
    {"unload_releasing", unload_releasing, METH_O, NULL},
    {"register_leaking", register_leaking, METH_O, NULL},
    {"register_overwriting", register_overwriting, METH_O, NULL},
    {"unregister_all", unregister_all, METH_NOARGS, NULL},
    {"clouds_leaking", clouds_leaking, METH_O, NULL},
    {"clouded_leaking", clouded_leaking, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
