/* Tells callgrind where a measurement begins and ends. */
#include <Python.h>
#include <valgrind/callgrind.h>

static PyObject *begin(PyObject *module, PyObject *unused) {
    (void)module;
    (void)unused;
    CALLGRIND_TOGGLE_COLLECT; /* a dump zeroes what it has written, so nothing is left of before */
    Py_RETURN_NONE;
}

static PyObject *end(PyObject *module, PyObject *label) {
    (void)module;
    const char *text = PyUnicode_AsUTF8(label);
    if (text == NULL) {
        return NULL;
    }
    CALLGRIND_TOGGLE_COLLECT;
    CALLGRIND_DUMP_STATS_AT(text);
    Py_RETURN_NONE;
}

static PyMethodDef functions[] = {
    {"begin", begin, METH_NOARGS, NULL},
    {"end", end, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{0, NULL}};

static PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "bench_mark", .m_methods = functions, .m_slots = slots,
};

PyMODINIT_FUNC PyInit_bench_mark(void) {
    return PyModuleDef_Init(&definition);
}
