/* Sums of the bytes of a text, chunk by chunk, while other threads run. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *sums_of_parts(PyObject *self, PyObject *args)
{
    Py_buffer data;
    Py_ssize_t size;
    if (!PyArg_ParseTuple(args, "y*n:sums_of_parts", &data, &size))
        return NULL;
    PyObject *sums = PyTuple_New(size > 0 ? data.len / size : 0);
    Py_BEGIN_ALLOW_THREADS
    for (Py_ssize_t chunk = 0; sums != NULL && chunk < PyTuple_GET_SIZE(sums); chunk++) {
        const unsigned char *bytes = (const unsigned char *)data.buf + chunk * size;
        long sum = 0;
        for (Py_ssize_t i = 0; i < size; i++)
            sum += bytes[i];
        PyTuple_SET_ITEM(sums, chunk, PyLong_FromLong(sum));
    }
    Py_END_ALLOW_THREADS
    if (PyErr_Occurred())
        Py_CLEAR(sums);
    PyBuffer_Release(&data);
    return sums;
}

static PyMethodDef methods[] = {{"sums_of_parts", sums_of_parts, METH_VARARGS, NULL}, {NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "chunk_sums_bug", NULL, -1, methods};

PyMODINIT_FUNC PyInit_chunk_sums_bug(void)
{
    return PyModule_Create(&module);
}
