/* A face's handlers are called. What they return is a new reference, and so is an argument that is made for the call; what
 * `wire` gives back is not looked at. */
#include <Python.h>

static int send(PyObject *handler, long key)
{
    PyObject *symbol = PyLong_FromLong(key); /* culprit */
    PyObject *result = PyObject_CallFunctionObjArgs(handler, symbol, NULL); /* culprit */
    return result == NULL ? -1 : 0;
}

static PyObject *press(PyObject *module, PyObject *face)
{
    static long key = 0xFF00;
    PyObject *handler;
    int status;
    (void)module;
    PyObject_CallMethod(face, "wire", NULL); /* culprit */
    handler = PyObject_GetAttrString(face, "on_key");
    if (handler == NULL) {
        return NULL;
    }
    status = send(handler, ++key);
    Py_DECREF(handler);
    if (status < 0) {
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyMethodDef functions[] = {{"press", press, METH_O, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "callbacks", .m_methods = functions};

PyMODINIT_FUNC PyInit_callbacks(void)
{
    return PyModule_Create(&definition);
}
