/* Cursors over a result: its rows, and the cursor that goes on where this one ends. */
#include <Python.h>
#include <structmember.h>

typedef struct { PyObject_HEAD PyObject *rows, *next; } Cursor;

static int cursor_traverse(Cursor *self, visitproc visit, void *arg)
{
    Py_VISIT(self->rows);
    Py_VISIT(self->next);
    return 0;
}

static int cursor_clear(Cursor *self)
{
    Py_CLEAR(self->rows);
    Py_CLEAR(self->next);
    return 0;
}

static void cursor_dealloc(Cursor *self)
{
    PyObject_GC_UnTrack(self);
    cursor_clear(self);
    Py_TYPE(self)->tp_free(self);
}

static PyMemberDef cursor_members[] = {
    {"rows", T_OBJECT, offsetof(Cursor, rows), 0, NULL}, {"next", T_OBJECT, offsetof(Cursor, next), 0, NULL}, {NULL}};

static PyTypeObject cursor_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "results.Cursor", .tp_basicsize = sizeof(Cursor), .tp_new = PyType_GenericNew,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, .tp_members = cursor_members,
    .tp_traverse = (traverseproc)cursor_traverse, .tp_clear = (inquiry)cursor_clear,
    .tp_dealloc = (destructor)cursor_dealloc,
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "result_cursor_twin", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_result_cursor_twin(void)
{
    PyObject *made = PyModule_Create(&module);
    if (made == NULL || PyModule_AddType(made, &cursor_type) < 0)
        return NULL;
    return made;
}
