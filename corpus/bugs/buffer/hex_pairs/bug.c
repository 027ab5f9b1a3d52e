/* Bytes from pairs of digits. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static int nibble(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static PyObject *decode(PyObject *self, PyObject *args)
{
    Py_buffer digits;
    if (!PyArg_ParseTuple(args, "y*:decode", &digits))
        return NULL;
    if (digits.len % 2 != 0) {
        PyErr_SetString(PyExc_ValueError, "half a byte is left");
        return NULL;
    }
    const char *text = digits.buf;
    PyObject *bytes = PyBytes_FromStringAndSize(NULL, digits.len / 2);
    for (Py_ssize_t i = 0; bytes != NULL && i < digits.len / 2; i++)
        PyBytes_AS_STRING(bytes)[i] = (char)(nibble(text[2 * i]) * 16 + nibble(text[2 * i + 1]));
    PyBuffer_Release(&digits);
    return bytes;
}

static PyMethodDef methods[] = {{"decode", decode, METH_VARARGS, NULL}, {NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "hex_pairs_bug", NULL, -1, methods};

PyMODINIT_FUNC PyInit_hex_pairs_bug(void)
{
    return PyModule_Create(&module);
}
