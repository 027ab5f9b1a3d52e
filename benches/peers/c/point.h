/* A class of two numbers. It holds no reference, so it has no header of the collector's; its attributes are members. */
#pragma once
#include <structmember.h>

#include "state.h"

typedef struct {
    PyObject_HEAD
    double x, y;
} Point;

static PyObject *point_call(PyObject *type, PyObject *const *args, size_t flagged, PyObject *by_name);

/* The class itself, of an instance of it or of a subclass: subclasses do not inherit how it is called. */
static inline PyTypeObject *point_type(PyObject *self) {
    PyTypeObject *type = Py_TYPE(self);
    while (type->tp_vectorcall != point_call) {
        type = type->tp_base;
    }
    return type;
}

static inline PyObject *point_made(PyTypeObject *type, double x, double y) {
    Point *point = PyObject_New(Point, type);
    if (point != NULL) {
        point->x = x;
        point->y = y;
    }
    return (PyObject *)point;
}

static PyObject *point_call(PyObject *type, PyObject *const *args, size_t flagged, PyObject *by_name) {
    Py_ssize_t given = PyVectorcall_NARGS(flagged);
    PyObject *places[2] = {NULL, NULL};
    if (by_name != NULL || given != 2) {
        PyObject **names = ((State *)PyType_GetModuleState((PyTypeObject *)type))->point;
        if (arrange(names, 2, 2, args, given, by_name, places) < 0) {
            return NULL;
        }
        args = places;
    }
    double x = as_real(args[0]);
    if (no_real(x)) {
        return NULL;
    }
    double y = as_real(args[1]);
    if (no_real(y)) {
        return NULL;
    }
    return point_made((PyTypeObject *)type, x, y);
}

/* How subclasses are called. */
static PyObject *point_new(PyTypeObject *type, PyObject *args, PyObject *kwargs) {
    double x, y;
    if (kwargs == NULL && PyTuple_GET_SIZE(args) == 2) {
        x = as_real(PyTuple_GET_ITEM(args, 0));
        if (no_real(x)) {
            return NULL;
        }
        y = as_real(PyTuple_GET_ITEM(args, 1));
        if (no_real(y)) {
            return NULL;
        }
    } else {
        static char *names[] = {"x", "y", NULL};
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "dd", names, &x, &y)) {
            return NULL;
        }
    }
    Point *point = (Point *)type->tp_alloc(type, 0);
    if (point != NULL) {
        point->x = x;
        point->y = y;
    }
    return (PyObject *)point;
}

static void point_dealloc(PyObject *self) {
    PyTypeObject *type = Py_TYPE(self);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyObject *point_norm(PyObject *self, PyObject *Py_UNUSED(unused)) {
    Point *point = (Point *)self;
    return PyFloat_FromDouble(point->x * point->x + point->y * point->y);
}

static PyObject *point_plus(PyObject *self, PyObject *other) {
    PyTypeObject *type = point_type(self);
    if (!PyObject_TypeCheck(other, type)) {
        return PyErr_Format(PyExc_TypeError, "expected Point, got %.200s", Py_TYPE(other)->tp_name);
    }
    Point *a = (Point *)self, *b = (Point *)other;
    return point_made(type, a->x + b->x, a->y + b->y);
}

static PyMethodDef point_methods[] = {
    {"norm", point_norm, METH_NOARGS, NULL},
    {"plus", point_plus, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef point_members[] = {
    {"x", T_DOUBLE, offsetof(Point, x), 0, NULL},
    {"y", T_DOUBLE, offsetof(Point, y), READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyType_Slot point_slots[] = {
    {Py_tp_new, point_new},         {Py_tp_dealloc, point_dealloc}, {Py_tp_methods, point_methods},
    {Py_tp_members, point_members}, {0, NULL},
};

static PyType_Spec point_spec = {
    "peer_c.Point", sizeof(Point), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, point_slots,
};
