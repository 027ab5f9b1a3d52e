/* A canvas takes the elements of a drawing. The list of them and each of its items are new references, and the drawing
 * before is overwritten with its reference. */
#include <Python.h>

static PyObject *registered;

static int count_all(PyObject *drawing)
{
    int count = 0;
    PyObject *elements = PyDict_Values(drawing); /* culprit */
    PyObject *each, *all = elements == NULL ? NULL : PyObject_GetIter(elements);
    if (all == NULL) {
        return -1;
    }
    while ((each = PyIter_Next(all)) != NULL) { /* culprit */
        count++;
    }
    Py_DECREF(all);
    return PyErr_Occurred() ? -1 : count;
}

static PyObject *register_elements(PyObject *module, PyObject *drawing)
{
    int count = count_all(drawing);
    (void)module;
    if (count < 0) {
        return NULL;
    }
    Py_INCREF(drawing); /* culprit */
    registered = drawing;
    return PyLong_FromLong(count);
}

static PyMethodDef functions[] = {{"register_elements", register_elements, METH_O, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "registering", .m_methods = functions};

PyMODINIT_FUNC PyInit_registering(void)
{
    return PyModule_Create(&definition);
}
