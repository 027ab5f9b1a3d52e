/* The module that the benchmarks measure, as a good C programmer writes it: macros for exact types, borrowed
 * references where no Python code runs in between, the cheapest calling convention, multi-phase initialisation. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "keys.h"
#include "point.h"

#define COUNT 100

static const char TEXT[] =
    "All of these words are here so that this text is a hundred characters long, no more and no fewer; ok";

static PyObject *nothing(PyObject *module, PyObject *unused) {
    (void)module;
    (void)unused;
    Py_RETURN_NONE;
}

static PyObject *ignore(PyObject *module, PyObject *object) {
    (void)module;
    (void)object;
    Py_RETURN_NONE;
}

static PyObject *sum_list(PyObject *module, PyObject *list) {
    (void)module;
    if (!PyList_Check(list)) {
        PyErr_Format(PyExc_TypeError, "expected list, got %.200s", Py_TYPE(list)->tp_name);
        return NULL;
    }
    long long sum = 0;
    for (Py_ssize_t at = 0; at < PyList_GET_SIZE(list); at++) {
        PyObject *item = PyList_GET_ITEM(list, at);
        long long number;
        if (PyLong_CheckExact(item)) {
            number = PyLong_AsLongLong(item); /* runs no Python code: borrowed will do */
        } else {
            Py_INCREF(item);
            number = PyLong_AsLongLong(item);
            Py_DECREF(item);
        }
        if (number == -1 && PyErr_Occurred()) {
            return NULL;
        }
        sum += number;
    }
    return PyLong_FromLongLong(sum);
}

static PyObject *sum_vec(PyObject *module, PyObject *numbers) {
    (void)module;
    PyObject *fast = PySequence_Fast(numbers, "expected a sequence");
    if (fast == NULL) {
        return NULL;
    }
    Py_ssize_t size = PySequence_Fast_GET_SIZE(fast);
    long long *values = PyMem_New(long long, size);
    if (values == NULL) {
        Py_DECREF(fast);
        return PyErr_NoMemory();
    }
    for (Py_ssize_t at = 0; at < size; at++) {
        PyObject *item = Py_NewRef(PySequence_Fast_GET_ITEM(fast, at));
        values[at] = PyLong_AsLongLong(item);
        Py_DECREF(item);
        if (values[at] == -1 && PyErr_Occurred()) {
            PyMem_Free(values);
            Py_DECREF(fast);
            return NULL;
        }
        if (PySequence_Fast_GET_SIZE(fast) < size) {
            size = PySequence_Fast_GET_SIZE(fast);
        }
    }
    Py_DECREF(fast);
    long long sum = 0;
    for (Py_ssize_t at = 0; at < size; at++) {
        sum += values[at];
    }
    PyMem_Free(values);
    return PyLong_FromLongLong(sum);
}

static PyObject *sum_iter(PyObject *module, PyObject *numbers) {
    (void)module;
    PyObject *iterator = PyObject_GetIter(numbers);
    if (iterator == NULL) {
        return NULL;
    }
    long long sum = 0;
    PyObject *item;
    while ((item = PyIter_Next(iterator)) != NULL) {
        long long number = PyLong_AsLongLong(item);
        Py_DECREF(item);
        if (number == -1 && PyErr_Occurred()) {
            break;
        }
        sum += number;
    }
    Py_DECREF(iterator);
    if (PyErr_Occurred()) {
        return NULL;
    }
    return PyLong_FromLongLong(sum);
}

static PyObject *make_list(PyObject *module, PyObject *unused) {
    (void)module;
    (void)unused;
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

static PyObject *make_dict(PyObject *module, PyObject *unused) {
    (void)module;
    (void)unused;
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

static PyObject *make_named(PyObject *module, PyObject *unused) {
    (void)module;
    (void)unused;
    PyObject *dict = PyDict_New();
    if (dict == NULL) {
        return NULL;
    }
    for (long long n = 0; n < COUNT; n++) {
        PyObject *key = PyUnicode_FromStringAndSize(KEYS[n], KEY_LENGTH);
        if (put(dict, key, PyLong_FromLongLong(2000 + 7 * n)) < 0) {
            Py_DECREF(dict);
            return NULL;
        }
    }
    return dict;
}

static PyObject *take_str(PyObject *module, PyObject *text) {
    (void)module;
    Py_ssize_t size;
    if (PyUnicode_AsUTF8AndSize(text, &size) == NULL) { /* checks the type */
        return NULL;
    }
    return PyLong_FromSsize_t(size);
}

static PyObject *give_str(PyObject *module, PyObject *unused) {
    (void)module;
    (void)unused;
    return PyUnicode_FromStringAndSize(TEXT, sizeof TEXT - 1);
}

static PyObject *take_bytes(PyObject *module, PyObject *data) {
    (void)module;
    if (!PyBytes_Check(data)) {
        PyErr_Format(PyExc_TypeError, "expected bytes, got %.200s", Py_TYPE(data)->tp_name);
        return NULL;
    }
    return PyLong_FromSsize_t(PyBytes_GET_SIZE(data));
}

static PyObject *give_bytes(PyObject *module, PyObject *unused) {
    (void)module;
    (void)unused;
    return PyBytes_FromStringAndSize(TEXT, sizeof TEXT - 1);
}

/* What Argument Clinic does for a parameter that can be given by name too: the usual call is taken from the array, all
 * else goes to the parser. The parser is private; the public one that does the same takes a tuple and a dict. */
static PyObject *one_of(PyObject *const *args, Py_ssize_t count, PyObject *names, const char *name) {
    if (count == 1 && names == NULL) {
        return args[0];
    }
    if (count == 0 && names != NULL && PyTuple_GET_SIZE(names) == 1 &&
        PyUnicode_CompareWithASCIIString(PyTuple_GET_ITEM(names, 0), name) == 0) {
        return args[0];
    }
    PyErr_Format(PyExc_TypeError, "expected one argument, '%s'", name);
    return NULL;
}

#define NAMED(function, name)                                                                                          \
    static PyObject *function##_named(PyObject *module, PyObject *const *args, Py_ssize_t count, PyObject *names) {    \
        PyObject *one = one_of(args, count, names, name);                                                              \
        return one == NULL ? NULL : function(module, one);                                                             \
    }
NAMED(ignore, "_object")
NAMED(take_str, "text")
NAMED(take_bytes, "data")
#define BY_NAME(function)                                                                                              \
    {#function "_named", (PyCFunction)(void (*)(void))function##_named, METH_FASTCALL | METH_KEYWORDS, NULL}

static PyMethodDef functions[] = {
    {"nothing", nothing, METH_NOARGS, NULL},       {"ignore", ignore, METH_O, NULL},
    {"sum_list", sum_list, METH_O, NULL},          {"sum_vec", sum_vec, METH_O, NULL},
    {"sum_iter", sum_iter, METH_O, NULL},          {"sum_each", sum_iter, METH_O, NULL},
    {"sum_handles", sum_iter, METH_O, NULL},
    {"make_list", make_list, METH_NOARGS, NULL},
    {"make_dict", make_dict, METH_NOARGS, NULL},   {"make_named", make_named, METH_NOARGS, NULL},
    {"take_str", take_str, METH_O, NULL},          {"give_str", give_str, METH_NOARGS, NULL},
    {"take_bytes", take_bytes, METH_O, NULL},      {"give_bytes", give_bytes, METH_NOARGS, NULL},
    BY_NAME(ignore), BY_NAME(take_str), BY_NAME(take_bytes),
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{Py_mod_exec, add_points}, {0, NULL}};

static PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "bench_c", .m_methods = functions, .m_slots = slots,
};

PyMODINIT_FUNC PyInit_bench_c(void) {
    return PyModuleDef_Init(&definition);
}
