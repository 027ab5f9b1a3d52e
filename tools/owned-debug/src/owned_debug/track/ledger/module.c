/* What Python sees of the ledger: the module `_owned_track`. */
#include "ledger.h"

PyDoc_STRVAR(start_doc, "Begins to hear of blocks and lines; what was made before counts as held. `probe=False`: no slot of a\n"
                        "type is called in a process of its own.");

static PyObject *start(PyObject *module, PyObject *args, PyObject *kwds)
{
    static char *names[] = {"probe", NULL};
    static int started;
    PyObject *capsule;
    int status, probe = 1;
    (void)module;
    if (!PyArg_ParseTupleAndKeywords(args, kwds, "|p", names, &probe)) {
        return NULL;
    }
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
    ledger_probe_types(probe);
    ledger_listen();
    PyGC_Collect(); /* The interpreter keeps no free objects then: each that is made from now on is heard of. */
    started = 1;
    Py_RETURN_NONE;
}

PyDoc_STRVAR(lines_doc, "A tuple for each line: its number, file, line, function, what it calls, how many references it\n"
                        "acquired, how many of them C gave up and how many others, how many it gave up itself; and how often it\n"
                        "used what was never set, what was freed, called Python with an exception set, and held what was never taken.");

static PyObject *lines(PyObject *module, PyObject *ignored)
{
    PyObject *result = PyList_New(0);
    (void)module, (void)ignored;
    for (uint32_t number = 1; result != NULL && number < ledger_line_count(); number++) {
        const Line *line = &ledger_lines[number];
        const struct owned_track_site *site = line->site;
        PyObject *row = Py_BuildValue("(IsissKKKKIIII)", number, site->file, site->line, site->function, site->api,
                                      (unsigned long long)line->acquired, (unsigned long long)line->closed,
                                      (unsigned long long)line->left, (unsigned long long)line->released,
                                      line->unset, line->freed, line->with_exception, line->borrowed);
        if (row == NULL || PyList_Append(result, row) < 0) {
            Py_CLEAR(result);
        }
        Py_XDECREF(row);
    }
    return result;
}

PyDoc_STRVAR(casts_doc,
             "A tuple for each slot that read fields of an operand which may be of any\n"
             "type: the type's name, the slot's, the file of the module and the address in it; and file, line and function of\n"
             "what made the type.");

static PyObject *path_of(void *path)
{
    return PyUnicode_DecodeFSDefault((const char *)path);
}

static PyObject *casts(PyObject *module, PyObject *ignored)
{
    PyObject *result;
    const Cast *cast;
    (void)module, (void)ignored;
    ledger_probe_alive();
    result = PyList_New(0);
    for (size_t number = 0; result != NULL && (cast = ledger_cast(number)) != NULL; number++) {
        PyObject *row = Py_BuildValue("(ssO&Ksis)", cast->type, cast->slot, path_of, cast->module,
                                      (unsigned long long)cast->offset, cast->site->file, cast->site->line,
                                      cast->site->function);
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
    {"start", (PyCFunction)(void (*)(void))start, METH_VARARGS | METH_KEYWORDS, start_doc},
    {"lines", lines, METH_NOARGS, lines_doc},
    {"casts", casts, METH_NOARGS, casts_doc},
    {"lost", lost, METH_O, lost_doc},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "_owned_track", .m_doc = "References that lines of C moved.", .m_methods = functions};

PyMODINIT_FUNC PyInit__owned_track(void)
{
    return PyModule_Create(&definition);
}
