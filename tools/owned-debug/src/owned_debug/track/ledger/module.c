/* What Python sees of the ledger: the module `_owned_track`. */
#include "ledger.h"

PyDoc_STRVAR(start_doc, "Begins to hear of blocks and lines; what was made before counts as held.");

static PyObject *start(PyObject *module, PyObject *ignored)
{
    static int started;
    PyObject *capsule;
    int status;
    (void)module, (void)ignored;
    if (started) {
        Py_RETURN_NONE;
    }
    capsule = PyCapsule_New((void *)&ledger_of_lines, "owned_debug.track", NULL);
    if (capsule == NULL) {
        return NULL;
    }
    status = PySys_SetObject("_owned_track", capsule);
    Py_DECREF(capsule);
    if (status < 0) {
        return NULL;
    }
    ledger_listen();
    PyGC_Collect(); /* The interpreter keeps no free objects then: each that is made from now on is heard of. */
    started = 1;
    Py_RETURN_NONE;
}

PyDoc_STRVAR(lines_doc, "A tuple for each line: its number, file, line, function, what it calls, how many references it\n"
                        "acquired, how many of them C gave up and how many others, how many it gave up itself; and how often it\n"
                        "used what was never set, what was freed, and called Python with an exception set.");

static PyObject *lines(PyObject *module, PyObject *ignored)
{
    PyObject *result = PyList_New(0);
    (void)module, (void)ignored;
    for (uint32_t number = 1; result != NULL && number < ledger_line_count(); number++) {
        const Line *line = ledger_line(number);
        const struct owned_track_site *site = line->site;
        PyObject *row = Py_BuildValue("(IsissKKKKIII)", number, site->file, site->line, site->function, site->api,
                                      (unsigned long long)line->acquired, (unsigned long long)line->closed,
                                      (unsigned long long)line->left, (unsigned long long)line->released,
                                      line->unset, line->freed, line->with_exception);
        if (row == NULL || PyList_Append(result, row) < 0) {
            Py_CLEAR(result);
        }
        Py_XDECREF(row);
    }
    return result;
}

PyDoc_STRVAR(lost_doc,
             "Takes the addresses of all types, in order, as native pointers. A tuple for each object that is lost: the name of its type, how many references nothing points by, how many\n"
             "it has, the number of the cycle that it is in or 0, whether it can be reached, whether the collector knows the type,\n"
             "and the lines that acquired what is open, the latest first, each with how many.");

static PyObject *lost(PyObject *module, PyObject *types)
{
    Py_buffer addresses;
    PyObject *result;
    (void)module;
    if (PyObject_GetBuffer(types, &addresses, PyBUF_SIMPLE) < 0) {
        return NULL;
    }
    result = ledger_lost((const uintptr_t *)addresses.buf, (size_t)addresses.len / sizeof(uintptr_t));
    PyBuffer_Release(&addresses);
    return result;
}

static PyMethodDef functions[] = {
    {"start", start, METH_NOARGS, start_doc},
    {"lines", lines, METH_NOARGS, lines_doc},
    {"lost", lost, METH_O, lost_doc},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "_owned_track", .m_doc = "References that lines of C moved.", .m_methods = functions};

PyMODINIT_FUNC PyInit__owned_track(void)
{
    return PyModule_Create(&definition);
}
