/* The lengths of words, and a text for each. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *letter_counts(PyObject *self, PyObject *words)
{
    PyObject *fast = PySequence_Fast(words, "words are a sequence");
    if (fast == NULL)
        return NULL;
    PyObject *found = PyList_New(0);
    if (found == NULL)
        goto failed;
    for (Py_ssize_t i = 0; i < PySequence_Fast_GET_SIZE(fast); i++) {
        Py_ssize_t length = PyObject_Length(PySequence_Fast_GET_ITEM(fast, i));
        PyObject *text = length < 0 ? NULL : PyUnicode_FromFormat("%zd letters", length);
        if (text == NULL)
            goto failed;
        if (PyList_Append(found, text) < 0) {
            Py_DECREF(text);
            goto failed;
        }
        Py_DECREF(text);
    }
    Py_DECREF(fast);
    return found;
failed:
    Py_XDECREF(found);
    Py_DECREF(fast);
    return NULL;
}

static PyMethodDef methods[] = {{"letter_counts", letter_counts, METH_O, NULL}, {NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "word_lengths_twin", NULL, -1, methods};

PyMODINIT_FUNC PyInit_word_lengths_twin(void)
{
    return PyModule_Create(&module);
}
