/* Widgets: their handlers by name, and what they lie in. */
#include <Python.h>
#include <structmember.h>

typedef struct { PyObject_HEAD PyObject *handlers, *parent; } Widget;

static PyObject *widget_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    Widget *widget = (Widget *)type->tp_alloc(type, 0);
    if (widget != NULL && (widget->handlers = PyDict_New()) == NULL)
        Py_CLEAR(widget);
    return (PyObject *)widget;
}

static int widget_traverse(Widget *self, visitproc visit, void *arg)
{
    Py_VISIT(self->handlers);
    Py_VISIT(self->parent);
    return 0;
}

static int widget_clear(Widget *self)
{
    Py_CLEAR(self->handlers);
    return 0;
}

static void widget_dealloc(Widget *self)
{
    PyObject_GC_UnTrack(self);
    widget_clear(self);
    Py_CLEAR(self->parent);
    Py_TYPE(self)->tp_free(self);
}

static PyMemberDef widget_members[] = {
    {"handlers", T_OBJECT, offsetof(Widget, handlers), READONLY, NULL},
    {"parent", T_OBJECT, offsetof(Widget, parent), 0, NULL},
    {NULL},
};

static PyTypeObject widget_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "widgets.Widget", .tp_basicsize = sizeof(Widget), .tp_new = widget_new,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, .tp_members = widget_members,
    .tp_traverse = (traverseproc)widget_traverse, .tp_clear = (inquiry)widget_clear,
    .tp_dealloc = (destructor)widget_dealloc,
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "widget_parent_bug", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_widget_parent_bug(void)
{
    PyObject *made = PyModule_Create(&module);
    if (made == NULL || PyModule_AddType(made, &widget_type) < 0)
        return NULL;
    return made;
}
