/* Numbers and names of arguments: what is usual is read inline, all else by a call. */
#pragma once
#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* -1 with an exception set on failure. */
static inline long long as_number(PyObject *object) {
#if PY_VERSION_HEX >= 0x030C0000
    if (PyLong_CheckExact(object) && PyUnstable_Long_IsCompact((PyLongObject *)object)) {
        return PyUnstable_Long_CompactValue((PyLongObject *)object);
    }
#endif
    return PyLong_AsLongLong(object);
}

static inline int failed(long long number) {
    return number == -1 && PyErr_Occurred() != NULL;
}

/* -1.0 with an exception set on failure. */
static inline double as_real(PyObject *object) {
    return PyFloat_CheckExact(object) ? PyFloat_AS_DOUBLE(object) : PyFloat_AsDouble(object);
}

static inline int no_real(double real) {
    return real == -1.0 && PyErr_Occurred() != NULL;
}

/* The place of a name among the interned ones: by its address, and by its text if it is another object. */
static int place_of(PyObject *const *names, int count, PyObject *name) {
    for (int at = 0; at < count; at++) {
        if (names[at] == name) {
            return at;
        }
    }
    for (int at = 0; at < count; at++) {
        if (PyUnicode_Compare(names[at], name) == 0) {
            return at;
        }
    }
    PyErr_Format(PyExc_TypeError, "unexpected keyword argument '%U'", name);
    return -1;
}

/* Puts arguments in the places of their names; places that none is for stay as they are. */
static int arrange(PyObject *const *names, int count, int required, PyObject *const *args, Py_ssize_t given,
                   PyObject *by_name, PyObject **places) {
    if (given > count) {
        PyErr_Format(PyExc_TypeError, "takes %d arguments, %zd were given", count, given);
        return -1;
    }
    for (Py_ssize_t at = 0; at < given; at++) {
        places[at] = args[at];
    }
    Py_ssize_t named = by_name == NULL ? 0 : PyTuple_GET_SIZE(by_name);
    for (Py_ssize_t at = 0; at < named; at++) {
        int place = place_of(names, count, PyTuple_GET_ITEM(by_name, at));
        if (place < 0) {
            return -1;
        }
        if (places[place] != NULL) {
            PyErr_Format(PyExc_TypeError, "argument '%U' was given twice", names[place]);
            return -1;
        }
        places[place] = args[given + at];
    }
    for (int at = 0; at < required; at++) {
        if (places[at] == NULL) {
            PyErr_Format(PyExc_TypeError, "argument '%U' is missing", names[at]);
            return -1;
        }
    }
    return 0;
}
