/* What an instance of the module has: names that are interned once. */
#pragma once
#include "arguments.h"

typedef struct {
    PyObject *scaled[3];
    PyObject *point[2];
    PyObject *holder[1];
} State;

#define NAMES (int)(sizeof(State) / sizeof(PyObject *))

static inline State *state_of(PyObject *module) {
    return (State *)PyModule_GetState(module);
}

static int intern_names(PyObject *module) {
    static const char *const texts[NAMES] = {"x", "y", "z", "x", "y", "value"};
    PyObject **names = (PyObject **)state_of(module);
    for (int at = 0; at < NAMES; at++) {
        names[at] = PyUnicode_InternFromString(texts[at]);
        if (names[at] == NULL) {
            return -1;
        }
    }
    return 0;
}

static int clear_names(PyObject *module) {
    PyObject **names = (PyObject **)state_of(module);
    for (int at = 0; at < NAMES; at++) {
        Py_CLEAR(names[at]);
    }
    return 0;
}

static void free_names(void *module) {
    clear_names((PyObject *)module);
}
