/* A class that holds a reference, which the collector sees. */
#pragma once
#include <structmember.h>

#include "state.h"

typedef struct {
    PyObject_HEAD
    PyObject *value;
} Holder;

static PyObject *holder_made(PyTypeObject *type, PyObject *value) {
    Holder *holder = PyObject_GC_New(Holder, type);
    if (holder != NULL) {
        holder->value = Py_NewRef(value);
        PyObject_GC_Track(holder);
    }
    return (PyObject *)holder;
}

static PyObject *holder_call(PyObject *type, PyObject *const *args, size_t flagged, PyObject *by_name) {
    Py_ssize_t given = PyVectorcall_NARGS(flagged);
    PyObject *places[1] = {NULL};
    if (by_name != NULL || given != 1) {
        PyObject **names = ((State *)PyType_GetModuleState((PyTypeObject *)type))->holder;
        if (arrange(names, 1, 1, args, given, by_name, places) < 0) {
            return NULL;
        }
        args = places;
    }
    return holder_made((PyTypeObject *)type, args[0]);
}

/* By `Holder.__new__`: no subclass can be made. */
static PyObject *holder_new(PyTypeObject *type, PyObject *args, PyObject *kwargs) {
    static char *names[] = {"value", NULL};
    PyObject *value;
    return PyArg_ParseTupleAndKeywords(args, kwargs, "O", names, &value) ? holder_made(type, value) : NULL;
}

static int holder_traverse(PyObject *self, visitproc visit, void *arg) {
    Py_VISIT(((Holder *)self)->value);
    Py_VISIT(Py_TYPE(self));
    return 0;
}

static int holder_clear(PyObject *self) {
    Py_CLEAR(((Holder *)self)->value);
    return 0;
}

static void holder_dealloc(PyObject *self) {
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    Py_TRASHCAN_BEGIN(self, holder_dealloc)
    Py_XDECREF(((Holder *)self)->value);
    type->tp_free(self);
    Py_DECREF(type);
    Py_TRASHCAN_END
}

static PyMemberDef holder_members[] = {
    {"value", T_OBJECT_EX, offsetof(Holder, value), 0, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyType_Slot holder_slots[] = {
    {Py_tp_new, holder_new},           {Py_tp_dealloc, holder_dealloc}, {Py_tp_traverse, holder_traverse},
    {Py_tp_clear, holder_clear},       {Py_tp_members, holder_members}, {0, NULL},
};

static PyType_Spec holder_spec = {
    "peer_c.Holder", sizeof(Holder), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, holder_slots,
};
