/* The queue of a player: a ring of links around a head that holds no track. An empty ring is a head that is its own
   neighbour on both sides. */
#include <Python.h>

typedef struct Link {
    PyObject_HEAD
    struct Link *next;
    struct Link *previous;
    PyObject *track;
} Link;

static int link_traverse(PyObject *op, visitproc visit, void *arg)
{
    Link *self = (Link *)op;
    Py_VISIT(Py_TYPE(op));
    Py_VISIT(self->next);
    Py_VISIT(self->previous);
    Py_VISIT(self->track);
    return 0;
}

static int link_clear(PyObject *op)
{
    Link *self = (Link *)op;
    Py_CLEAR(self->next);
    Py_CLEAR(self->track);
    return 0;
}

static void link_dealloc(PyObject *op)
{
    PyTypeObject *type = Py_TYPE(op);
    PyObject_GC_UnTrack(op);
    link_clear(op);
    Py_CLEAR(((Link *)op)->previous);
    type->tp_free(op);
    Py_DECREF(type);
}

/* A head with an empty ring. */
static PyObject *link_new(PyTypeObject *type, PyObject *Py_UNUSED(args), PyObject *Py_UNUSED(kwargs))
{
    Link *self = (Link *)type->tp_alloc(type, 0);
    if (self) {
        self->next = (Link *)Py_NewRef(self);
        self->previous = (Link *)Py_NewRef(self);
    }
    return (PyObject *)self;
}

/* Puts a track at the end: before the head. */
static PyObject *link_append(PyObject *op, PyObject *track)
{
    Link *head = (Link *)op;
    Link *link = (Link *)Py_TYPE(op)->tp_alloc(Py_TYPE(op), 0);
    if (!link) {
        return NULL;
    }
    link->track = Py_NewRef(track);
    link->next = (Link *)Py_NewRef(head);
    link->previous = head->previous; /* its reference moves along */
    head->previous = (Link *)Py_NewRef(link);
    Py_SETREF(link->previous->next, link); /* the last reference of ours */
    Py_RETURN_NONE;
}

/* The tracks in their order. */
static PyObject *link_tracks(PyObject *op, PyObject *Py_UNUSED(ignored))
{
    PyObject *tracks = PyList_New(0);
    for (Link *link = ((Link *)op)->next; tracks && link != (Link *)op; link = link->next) {
        if (PyList_Append(tracks, link->track) < 0) {
            Py_CLEAR(tracks);
        }
    }
    return tracks;
}

static PyMethodDef link_methods[] = {
    {"append", link_append, METH_O, "Put a track at the end."},
    {"tracks", link_tracks, METH_NOARGS, "The tracks in their order."},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot link_slots[] = {
    {Py_tp_new, link_new},
    {Py_tp_traverse, link_traverse},
    {Py_tp_clear, link_clear},
    {Py_tp_dealloc, link_dealloc},
    {Py_tp_methods, link_methods},
    {0, NULL},
};

static PyType_Spec link_spec = {
    .name = "play_queue.Link",
    .basicsize = sizeof(Link),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .slots = link_slots,
};

static int module_exec(PyObject *module)
{
    PyObject *type = PyType_FromModuleAndSpec(module, &link_spec, NULL);
    int status = type ? PyModule_AddType(module, (PyTypeObject *)type) : -1;
    Py_XDECREF(type);
    return status;
}

static PyModuleDef_Slot module_slots[] = {
    {Py_mod_exec, module_exec},
    {0, NULL},
};

static struct PyModuleDef module_def = {
    PyModuleDef_HEAD_INIT,
    .m_name = "play_queue_bug",
    .m_slots = module_slots,
};

PyMODINIT_FUNC PyInit_play_queue_bug(void)
{
    return PyModuleDef_Init(&module_def);
}
