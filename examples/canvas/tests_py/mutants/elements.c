/* Faults 6 to 9 in the element's type. */
#include "mutants.h"

#include <stddef.h>
#include <structmember.h>

#define FIELDS 11

typedef struct {
    PyObject_HEAD
    PyObject *fields[FIELDS];
    long order;
} element;

#define FIELD(name, at) {name, T_OBJECT, offsetof(element, fields) + (at) * sizeof(PyObject *), 0, NULL}

static PyMemberDef members[] = {
    FIELD("onDraw", 0),       FIELD("onTap", 1),         FIELD("onMouseEnter", 2), FIELD("onMouseLeave", 3),
    FIELD("onKeyPress", 4),   FIELD("onLeftClick", 5),   FIELD("onRightClick", 6), FIELD("onMouseOver", 7),
    FIELD("onGainFocus", 8),  FIELD("onLoseFocus", 9),   FIELD("user_data", 10),
    {NULL, 0, 0, 0, NULL},
};

static void free_fields(PyObject *object, int from)
{
    PyTypeObject *type = Py_TYPE(object);
    int at;
    for (at = from; at < FIELDS; at++)
        Py_CLEAR(((element *)object)->fields[at]);
    type->tp_free(object);
    Py_DECREF(type);
}

static void dealloc_all(PyObject *object)
{
    free_fields(object, 0);
}

/* Fault 6: four fields are skipped. */
static void dealloc_skipping_four(PyObject *object)
{
    free_fields(object, 4);
}

/* Fault 7: the fields have what the memory had before, here in a form that surely shows. */
static PyObject *new_uninitialised(PyTypeObject *type, PyObject *arguments, PyObject *keywords)
{
    element *made = (element *)type->tp_alloc(type, 0);
    (void)arguments;
    (void)keywords;
    if (made != NULL)
        memset(made->fields, 0xdb, sizeof made->fields);
    return (PyObject *)made;
}

/* Fault 8: whatever it is, it is taken for an element. */
static PyObject *compare_unchecked(PyObject *left, PyObject *right, int op)
{
    Py_RETURN_RICHCOMPARE(((element *)left)->order, ((element *)right)->order, op);
}

/*
 * Fault 9: Py_TPFLAGS_HAVE_GC is missing in all of them, though they can be subclassed and hold callbacks. The first
 * has no other fault.
 */
#define FLAGS (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE)

static PyType_Slot hidden[] = {
    {Py_tp_dealloc, dealloc_all}, {Py_tp_members, members}, {0, NULL}};
static PyType_Slot skipping[] = {
    {Py_tp_dealloc, dealloc_skipping_four}, {Py_tp_members, members}, {0, NULL}};
static PyType_Slot uninitialised[] = {
    {Py_tp_dealloc, dealloc_all}, {Py_tp_members, members}, {Py_tp_new, new_uninitialised}, {0, NULL}};
static PyType_Slot casting[] = {
    {Py_tp_dealloc, dealloc_all}, {Py_tp_members, members}, {Py_tp_richcompare, compare_unchecked}, {0, NULL},
};

static PyType_Spec specs[] = {
    {"mutants.hidden_element", sizeof(element), 0, FLAGS, hidden},
    {"mutants.skipping_element", sizeof(element), 0, FLAGS, skipping},
    {"mutants.uninitialised_element", sizeof(element), 0, FLAGS, uninitialised},
    {"mutants.casting_element", sizeof(element), 0, FLAGS, casting},
};

int add_element_types(PyObject *module)
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
