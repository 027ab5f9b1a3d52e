/* Labels: a text, or what stands for a label without one. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *blank; /* shared by all labels without a text; the module owns it, as BLANK */

static PyObject *label(PyObject *self, PyObject *args)
{
    PyObject *text = NULL;
    if (!PyArg_ParseTuple(args, "|O:label", &text))
        return NULL;
    if (text == NULL || PyObject_IsTrue(text) == 0)
        text = blank;
    return text;
}

static PyObject *blanks(PyObject *self, PyObject *args)
{
    Py_ssize_t count;
    if (!PyArg_ParseTuple(args, "n:blanks", &count))
        return NULL;
    PyObject *list = PyList_New(count);
    for (Py_ssize_t i = 0; list != NULL && i < count; i++)
        PyList_SET_ITEM(list, i, Py_NewRef(blank));
    return list;
}

static PyMethodDef methods[] = {
    {"label", label, METH_VARARGS, NULL}, {"blanks", blanks, METH_VARARGS, NULL}, {NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "label_default_bug", NULL, -1, methods};

PyMODINIT_FUNC PyInit_label_default_bug(void)
{
    static PyType_Slot slots[] = {{0, NULL}};
    static PyType_Spec spec = {"labels.Blank", sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT, slots};
    PyObject *kind = PyType_FromSpec(&spec);
    if (kind == NULL)
        return NULL;
    blank = PyObject_CallNoArgs(kind);
    Py_DECREF(kind);
    PyObject *made = PyModule_Create(&module);
    if (made == NULL || PyModule_AddObject(made, "BLANK", blank) < 0)
        return NULL;
    return made;
}
