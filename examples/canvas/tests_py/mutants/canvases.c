/* Faults 6 and 7 in the canvas's type. */
#include "mutants.h"

#include <stddef.h>
#include <structmember.h>

typedef struct {
    PyObject_HEAD
    PyObject *fullscreen, *elements, *faces;
} canvas;

static PyMemberDef members[] = {
    {"fullscreen", T_OBJECT, offsetof(canvas, fullscreen), 0, NULL},
    {"elements", T_OBJECT, offsetof(canvas, elements), READONLY, NULL},
    {"faces", T_OBJECT, offsetof(canvas, faces), READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

/* Fault 7: Py_False is only borrowed, but the first assignment to the member releases it. */
static PyObject *new_borrowing(PyTypeObject *type, PyObject *arguments, PyObject *keywords)
{
    canvas *made = (canvas *)type->tp_alloc(type, 0);
    (void)arguments;
    (void)keywords;
    if (made == NULL)
        return NULL;
    made->fullscreen = Py_False;
    made->elements = PyList_New(0);
    made->faces = PyList_New(0);
    return (PyObject *)made;
}

static void dealloc(PyObject *object)
{
    PyTypeObject *type = Py_TYPE(object);
    Py_CLEAR(((canvas *)object)->fullscreen);
    Py_CLEAR(((canvas *)object)->elements);
    Py_CLEAR(((canvas *)object)->faces);
    type->tp_free(object);
    Py_DECREF(type);
}

/* Fault 6: every list of the canvas is skipped. */
static void dealloc_skipping_lists(PyObject *object)
{
    PyTypeObject *type = Py_TYPE(object);
    type->tp_free(object);
    Py_DECREF(type);
}

static PyType_Slot borrowing[] = {
    {Py_tp_dealloc, dealloc}, {Py_tp_members, members}, {Py_tp_new, new_borrowing}, {0, NULL}};
static PyType_Slot skipping[] = {
    {Py_tp_dealloc, dealloc_skipping_lists}, {Py_tp_members, members}, {Py_tp_new, new_borrowing}, {0, NULL}};

static PyType_Spec specs[] = {
    {"mutants.borrowing_canvas", sizeof(canvas), 0, Py_TPFLAGS_DEFAULT, borrowing},
    {"mutants.skipping_canvas", sizeof(canvas), 0, Py_TPFLAGS_DEFAULT, skipping},
};

int add_canvas_types(PyObject *module)
{
    size_t at;
    for (at = 0; at < sizeof specs / sizeof specs[0]; at++) {
        PyObject *type = PyType_FromSpec(&specs[at]);
        int added = type == NULL ? -1 : PyModule_AddType(module, (PyTypeObject *)type);
        Py_XDECREF(type);
        if (added < 0)
            return -1;
    }
    return 0;
}
