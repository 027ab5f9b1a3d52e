/* A dictionary of a drawing's elements, as `load` makes it. What is put into a dictionary is not taken over by it: key and
 * element keep the reference that made them. */
#include <Python.h>

static PyObject *load(const char *const *names, Py_ssize_t count)
{
    PyObject *drawing = PyDict_New();
    for (Py_ssize_t each = 0; drawing != NULL && each < count; each++) {
        PyObject *key = PyUnicode_FromFormat("#%s", names[each]); /* culprit */
        PyObject *element = PyList_New(0); /* culprit */
        if (key == NULL || element == NULL || PyDict_SetItem(drawing, key, element) < 0) {
            Py_XDECREF(key);
            Py_XDECREF(element);
            Py_CLEAR(drawing);
        }
    }
    return drawing;
}

static PyObject *step(PyObject *module, PyObject *ignored)
{
    static const char *const names[] = {"face", "button", "title"};
    (void)module, (void)ignored;
    return load(names, 3);
}

static PyMethodDef functions[] = {{"step", step, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "loading", .m_methods = functions};

PyMODINIT_FUNC PyInit_loading(void)
{
    return PyModule_Create(&definition);
}
