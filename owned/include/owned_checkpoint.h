/* A checkpoint of owned_debug, set from C: OWNED_CHECKPOINT("loaded").
 *
 * For the code of any extension, whatever it is written with: this header is all of it, nothing is linked. If the Python
 * package owned_debug has been imported, its checkpoint() is called with the label; otherwise nothing happens, and that
 * costs one look into sys.modules. The thread must be attached. An exception that is set stays as it is; one that
 * checkpoint() raises is reported as unraisable.
 *
 * It needs Python.h of CPython 3.11 or newer, and keeps to what is in the limited API. */
#ifndef OWNED_CHECKPOINT_H
#define OWNED_CHECKPOINT_H

#include <Python.h>

#define OWNED_CHECKPOINT(label) owned_checkpoint(label)

/* Calls owned_debug.checkpoint(label), with no exception set. -1 and an exception where that fails. */
static inline int owned_checkpoint_call(const char *label)
{
    PyObject *modules = PyImport_GetModuleDict(); /* borrowed */
    PyObject *module = modules == NULL ? NULL : PyDict_GetItemString(modules, "owned_debug"); /* borrowed */
    PyObject *function, *result;
    if (module == NULL || module == Py_None) {
        return 0; /* Nobody has imported it, and it is not imported here. */
    }
    Py_INCREF(module); /* To look for an attribute may run code that takes it out of sys.modules. */
    function = PyObject_GetAttrString(module, "checkpoint");
    Py_DECREF(module);
    if (function == NULL) {
        return -1;
    }
    result = PyObject_CallFunction(function, "s", label);
    Py_DECREF(function);
    if (result == NULL) {
        return -1;
    }
    Py_DECREF(result);
    return 0;
}

static inline void owned_checkpoint(const char *label)
{
#if PY_VERSION_HEX >= 0x030C0000
    PyObject *exception = PyErr_GetRaisedException();
#else
    PyObject *type, *value, *trace;
    PyErr_Fetch(&type, &value, &trace);
#endif
    if (owned_checkpoint_call(label) < 0) {
        PyErr_WriteUnraisable(NULL);
    }
#if PY_VERSION_HEX >= 0x030C0000
    PyErr_SetRaisedException(exception);
#else
    PyErr_Restore(type, value, trace);
#endif
}

#endif
