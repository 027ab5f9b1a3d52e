/* Functions: numbers, text, containers, a callback, an error. */
#pragma once
#include "state.h"

#define COUNT 100

static const char TEXT[] =
    "All of these words are here so that this text is a hundred characters long, no more and no fewer; ok";

static PyObject *nothing(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(unused)) {
    Py_RETURN_NONE;
}

static PyObject *add(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t given) {
    if (given != 2) {
        PyErr_Format(PyExc_TypeError, "add() takes 2 arguments, %zd were given", given);
        return NULL;
    }
    long long a = as_number(args[0]);
    if (failed(a)) {
        return NULL;
    }
    long long b = as_number(args[1]);
    if (failed(b)) {
        return NULL;
    }
    return PyLong_FromLongLong(a + b);
}

/* What stands in a place that nobody gave is left. */
static inline int read_number(PyObject *place, long long *number) {
    if (place == NULL) {
        return 0;
    }
    *number = as_number(place);
    return failed(*number) ? -1 : 0;
}

static PyObject *scaled(PyObject *module, PyObject *const *args, Py_ssize_t given, PyObject *by_name) {
    PyObject *places[3] = {NULL, NULL, NULL};
    long long x = 0, y = 2, z = 3;
    if (by_name == NULL && given == 1) {
        places[0] = args[0];
    } else if (arrange(state_of(module)->scaled, 3, 1, args, given, by_name, places) < 0) {
        return NULL;
    }
    if (read_number(places[0], &x) < 0 || read_number(places[1], &y) < 0 || read_number(places[2], &z) < 0) {
        return NULL;
    }
    return PyLong_FromLongLong(x * y + z);
}

static PyObject *length(PyObject *Py_UNUSED(module), PyObject *text) {
    Py_ssize_t size;
    if (PyUnicode_AsUTF8AndSize(text, &size) == NULL) { /* checks the type */
        return NULL;
    }
    return PyLong_FromSsize_t(size);
}

static PyObject *text(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(unused)) {
    return PyUnicode_FromStringAndSize(TEXT, sizeof TEXT - 1);
}

/* Adds what is exactly an int while it is borrowed, since no Python code runs in between. */
static inline int add_to(long long *sum, PyObject *item) {
    long long number;
    if (PyLong_CheckExact(item)) {
        number = as_number(item);
    } else {
        Py_INCREF(item);
        number = as_number(item);
        Py_DECREF(item);
    }
    *sum += number;
    return failed(number) ? -1 : 0;
}

static PyObject *sum_list(PyObject *Py_UNUSED(module), PyObject *list) {
    if (!PyList_Check(list)) {
        return PyErr_Format(PyExc_TypeError, "expected list, got %.200s", Py_TYPE(list)->tp_name);
    }
    long long sum = 0;
    for (Py_ssize_t at = 0; at < PyList_GET_SIZE(list); at++) {
        if (add_to(&sum, PyList_GET_ITEM(list, at)) < 0) {
            return NULL;
        }
    }
    return PyLong_FromLongLong(sum);
}

static PyObject *sum_tuple(PyObject *Py_UNUSED(module), PyObject *tuple) {
    if (!PyTuple_Check(tuple)) {
        return PyErr_Format(PyExc_TypeError, "expected tuple, got %.200s", Py_TYPE(tuple)->tp_name);
    }
    long long sum = 0;
    Py_ssize_t size = PyTuple_GET_SIZE(tuple);
    for (Py_ssize_t at = 0; at < size; at++) {
        if (add_to(&sum, PyTuple_GET_ITEM(tuple, at)) < 0) {
            return NULL;
        }
    }
    return PyLong_FromLongLong(sum);
}

static PyObject *sum_iter(PyObject *Py_UNUSED(module), PyObject *numbers) {
    PyObject *iterator = PyObject_GetIter(numbers);
    if (iterator == NULL) {
        return NULL;
    }
    long long sum = 0;
    iternextfunc next = Py_TYPE(iterator)->tp_iternext;
    PyObject *item;
    while ((item = next(iterator)) != NULL) {
        long long number = as_number(item);
        Py_DECREF(item);
        if (failed(number)) {
            break;
        }
        sum += number;
    }
    Py_DECREF(iterator);
    if (PyErr_Occurred()) {
        if (!PyErr_ExceptionMatches(PyExc_StopIteration)) {
            return NULL;
        }
        PyErr_Clear();
    }
    return PyLong_FromLongLong(sum);
}

static PyObject *make_list(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(unused)) {
    PyObject *list = PyList_New(COUNT);
    if (list == NULL) {
        return NULL;
    }
    for (Py_ssize_t at = 0; at < COUNT; at++) {
        PyObject *item = PyLong_FromLongLong(1000 + 7 * at);
        if (item == NULL) {
            Py_DECREF(list);
            return NULL;
        }
        PyList_SET_ITEM(list, at, item);
    }
    return list;
}

/* Takes both references, also on failure. */
static int put(PyObject *dict, PyObject *key, PyObject *value) {
    int status = key == NULL || value == NULL ? -1 : PyDict_SetItem(dict, key, value);
    Py_XDECREF(key);
    Py_XDECREF(value);
    return status;
}

static PyObject *make_dict(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(unused)) {
    PyObject *dict = PyDict_New();
    if (dict == NULL) {
        return NULL;
    }
    for (long long n = 0; n < COUNT; n++) {
        if (put(dict, PyLong_FromLongLong(1000 + n), PyLong_FromLongLong(2000 + 7 * n)) < 0) {
            Py_DECREF(dict);
            return NULL;
        }
    }
    return dict;
}

/* The sum of what the function gives for each number below `count`. */
static PyObject *apply(PyObject *Py_UNUSED(module), PyObject *const *args, Py_ssize_t given) {
    if (given != 2) {
        return PyErr_Format(PyExc_TypeError, "apply() takes 2 arguments, %zd were given", given);
    }
    long long count = as_number(args[1]), sum = 0;
    if (failed(count)) {
        return NULL;
    }
    for (long long n = 0; n < count; n++) {
        PyObject *number = PyLong_FromLongLong(n);
        if (number == NULL) {
            return NULL;
        }
        PyObject *result = PyObject_CallOneArg(args[0], number);
        Py_DECREF(number);
        if (result == NULL) {
            return NULL;
        }
        long long value = as_number(result);
        Py_DECREF(result);
        if (failed(value)) {
            return NULL;
        }
        sum += value;
    }
    return PyLong_FromLongLong(sum);
}

static PyObject *fail(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(unused)) {
    PyErr_SetString(PyExc_ValueError, "it failed");
    return NULL;
}
