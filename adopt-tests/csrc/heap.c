/* A heap type, made of a spec in a module of two phases, tracked by the collector. */
#include <Python.h>

typedef struct {
    PyObject_HEAD
    PyObject *held; /* owned, or NULL */
    unsigned char flags;
    float ratio;
} Box;

static int
box_traverse(Box *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(self->held);
    return 0;
}

static int
box_clear(Box *self)
{
    Py_CLEAR(self->held);
    return 0;
}

static void
box_dealloc(Box *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    box_clear(self);
    type->tp_free((PyObject *)self);
    Py_DECREF(type);
}

static PyObject *
box_who(PyObject *self, PyObject *ignored)
{
    return PyUnicode_FromString("C");
}

static PyMethodDef box_methods[] = {
    {"who", box_who, METH_NOARGS, "Ported."},
    {"left", box_who, METH_NOARGS, "Not ported."},
    {NULL, NULL, 0, NULL},
};

static PyObject *
box_repr(PyObject *self)
{
    return PyUnicode_FromString("<C's box>");
}

static PyType_Slot box_slots[] = {
    {Py_tp_dealloc, (void *)box_dealloc},
    {Py_tp_traverse, (void *)box_traverse},
    {Py_tp_clear, (void *)box_clear},
    {Py_tp_methods, box_methods},
    {Py_tp_repr, (void *)box_repr},
    {0, NULL},
};

static PyType_Spec box_spec = {
    "heap.Box", sizeof(Box), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE, box_slots,
};

static int
execute(PyObject *module)
{
    PyObject *type = PyType_FromModuleAndSpec(module, &box_spec, NULL);
    int status = type == NULL ? -1 : PyModule_AddObjectRef(module, "Box", type);
    Py_XDECREF(type);
    return status;
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, (void *)execute}, {0, NULL}};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "heap", NULL, 0, NULL, slots, NULL, NULL, NULL};

PyMODINIT_FUNC
PyInit_heap(void)
{
    return PyModuleDef_Init(&definition);
}
