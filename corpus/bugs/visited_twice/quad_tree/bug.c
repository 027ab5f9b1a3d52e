/* A tree of quadrants: each holds four objects, and remembers which of them was the last one looked at. */
#include <Python.h>

typedef struct {
    PyObject_HEAD
    PyObject *places[4];
    PyObject *last; /* borrowed: one of the places */
} Quad;

static int quad_traverse(PyObject *op, visitproc visit, void *arg)
{
    Quad *self = (Quad *)op;
    Py_VISIT(Py_TYPE(op));
    for (int place = 0; place < 4; place++) {
        Py_VISIT(self->places[place]);
    }
    Py_VISIT(self->last);
    return 0;
}

static int quad_clear(PyObject *op)
{
    Quad *self = (Quad *)op;
    self->last = NULL;
    for (int place = 0; place < 4; place++) {
        Py_CLEAR(self->places[place]);
    }
    return 0;
}

static void quad_dealloc(PyObject *op)
{
    PyTypeObject *type = Py_TYPE(op);
    PyObject_GC_UnTrack(op);
    quad_clear(op);
    type->tp_free(op);
    Py_DECREF(type);
}

static int place_of(PyObject *number)
{
    long place = PyLong_AsLong(number);
    if (place == -1 && PyErr_Occurred()) {
        return -1;
    }
    if (place < 0 || place > 3) {
        PyErr_SetString(PyExc_IndexError, "there are four quadrants");
        return -1;
    }
    return (int)place;
}

static PyObject *quad_get(PyObject *op, PyObject *key)
{
    Quad *self = (Quad *)op;
    int place = place_of(key);
    if (place < 0) {
        return NULL;
    }
    self->last = self->places[place];
    return Py_NewRef(self->last ? self->last : Py_None);
}

static int quad_set(PyObject *op, PyObject *key, PyObject *value)
{
    Quad *self = (Quad *)op;
    int place = place_of(key);
    if (place < 0) {
        return -1;
    }
    self->last = NULL;
    Py_XSETREF(self->places[place], Py_XNewRef(value));
    return 0;
}

static PyType_Slot quad_slots[] = {
    {Py_tp_traverse, quad_traverse},
    {Py_tp_clear, quad_clear},
    {Py_tp_dealloc, quad_dealloc},
    {Py_mp_subscript, quad_get},
    {Py_mp_ass_subscript, quad_set},
    {0, NULL},
};

static PyType_Spec quad_spec = {
    .name = "quad_tree.Quad",
    .basicsize = sizeof(Quad),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .slots = quad_slots,
};

static int module_exec(PyObject *module)
{
    PyObject *type = PyType_FromModuleAndSpec(module, &quad_spec, NULL);
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
    .m_name = "quad_tree_bug",
    .m_slots = module_slots,
};

PyMODINIT_FUNC PyInit_quad_tree_bug(void)
{
    return PyModuleDef_Init(&module_def);
}
