/* Edges of a graph: where they come from, where they go to. */
#include <Python.h>
#include <structmember.h>

typedef struct { PyObject_HEAD PyObject *source, *target; } Edge;

static int edge_traverse(Edge *self, visitproc visit, void *arg)
{
    Py_VISIT(self->source);
    return 0;
}

static int edge_clear(Edge *self)
{
    Py_CLEAR(self->source);
    Py_CLEAR(self->target);
    return 0;
}

static void edge_dealloc(Edge *self)
{
    PyObject_GC_UnTrack(self);
    edge_clear(self);
    Py_TYPE(self)->tp_free(self);
}

static PyMemberDef edge_members[] = {
    {"source", T_OBJECT, offsetof(Edge, source), 0, NULL},
    {"target", T_OBJECT, offsetof(Edge, target), 0, NULL},
    {NULL},
};

static PyTypeObject edge_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "graphs.Edge", .tp_basicsize = sizeof(Edge), .tp_new = PyType_GenericNew,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, .tp_members = edge_members,
    .tp_traverse = (traverseproc)edge_traverse, .tp_clear = (inquiry)edge_clear,
    .tp_dealloc = (destructor)edge_dealloc,
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "graph_edge_bug", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_graph_edge_bug(void)
{
    PyObject *made = PyModule_Create(&module);
    if (made == NULL || PyModule_AddType(made, &edge_type) < 0)
        return NULL;
    return made;
}
