/* Which cloud lies over a point. `PySequence_GetItem` gives a new reference to each that is looked at. */
#include <Python.h>

static PyObject *hit(PyObject *module, PyObject *args)
{
    PyObject *clouds;
    long at;
    (void)module;
    if (!PyArg_ParseTuple(args, "O!l", &PyList_Type, &clouds, &at)) {
        return NULL;
    }
    for (Py_ssize_t each = 0; each < PyList_GET_SIZE(clouds); each++) {
        long left, right;
        PyObject *cloud = PySequence_GetItem(clouds, each); /* culprit */
        if (cloud == NULL || !PyArg_ParseTuple(cloud, "ll", &left, &right)) {
            Py_XDECREF(cloud);
            return NULL;
        }
        if (left <= at && at < right) {
            return PyLong_FromSsize_t(each);
        }
    }
    Py_RETURN_NONE;
}

static PyMethodDef functions[] = {{"hit", hit, METH_VARARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "hit_test", .m_methods = functions};

PyMODINIT_FUNC PyInit_hit_test(void)
{
    return PyModule_Create(&definition);
}
