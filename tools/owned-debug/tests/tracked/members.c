/* A canvas stores what it is given in members that Python can set, and takes no reference: the first that sets one gives up what was
 * never taken. Which line of C stored it cannot be seen, so it is told with the line that makes the type. */
#include <Python.h>
#include <structmember.h>

typedef struct {
    PyObject_HEAD
    PyObject *fullscreen;
    PyObject *title;
} Canvas;

static PyObject *canvas_new(PyTypeObject *type, PyObject *args, PyObject *kwds)
{
    Canvas *self = (Canvas *)type->tp_alloc(type, 0);
    (void)kwds;
    if (self != NULL && !PyArg_ParseTuple(args, "O!", &PyBool_Type, &self->fullscreen)) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static void canvas_dealloc(Canvas *self)
{
    Py_XDECREF(self->title);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyMemberDef canvas_members[] = {
    {"fullscreen", T_OBJECT_EX, offsetof(Canvas, fullscreen), 0, "Whether it fills the screen."},
    {"title", T_OBJECT, offsetof(Canvas, title), 0, NULL},
    {"first", T_OBJECT, offsetof(Canvas, fullscreen), READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyTypeObject canvas_type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "members.Canvas",
    .tp_basicsize = sizeof(Canvas),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .tp_new = canvas_new,
    .tp_dealloc = (destructor)canvas_dealloc,
    .tp_members = canvas_members,
};

typedef struct {
    PyObject_HEAD
    PyObject *elements;
} Layer;

static PyObject *all;

static PyObject *layer_new(PyTypeObject *type, PyObject *args, PyObject *kwds)
{
    Layer *self = (Layer *)type->tp_alloc(type, 0);
    (void)args, (void)kwds;
    if (self != NULL) {
        self->elements = PyList_New(0);
        if (self->elements == NULL || PyList_Append(all, self->elements) < 0) {
            Py_XDECREF(self->elements);
            Py_DECREF(self);
            return NULL;
        }
        Py_DECREF(self->elements);
    }
    return (PyObject *)self;
}

static void layer_dealloc(Layer *self)
{
    PyTypeObject *type = Py_TYPE(self);
    type->tp_free((PyObject *)self);
    Py_DECREF(type);
}

static PyMemberDef layer_members[] = {
    {"elements", T_OBJECT_EX, offsetof(Layer, elements), 0, NULL},
    {NULL, 0, 0, 0, NULL},
};
static PyType_Slot layer_slots[] = {
    {Py_tp_new, layer_new}, {Py_tp_dealloc, layer_dealloc}, {Py_tp_members, layer_members}, {0, NULL}};
static PyType_Spec layer_spec = {"members.Layer", sizeof(Layer), 0, Py_TPFLAGS_DEFAULT, layer_slots};

/* What is returned is nobody's to be stored. */
static PyObject *is_shown(PyObject *module, PyObject *none)
{
    (void)module, (void)none;
    Py_RETURN_TRUE;
}

static PyMethodDef functions[] = {{"is_shown", is_shown, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "members", .m_methods = functions};

PyMODINIT_FUNC PyInit_members(void)
{
    PyObject *module, *layer;
    if (PyType_Ready(&canvas_type) < 0) { /* culprit */
        return NULL;
    }
    layer = PyType_FromSpec(&layer_spec); /* culprit */
    all = PyList_New(0);
    module = PyModule_Create(&definition);
    if (layer == NULL || all == NULL || module == NULL || PyModule_AddObjectRef(module, "all", all) < 0 ||
        PyModule_AddObjectRef(module, "Canvas", (PyObject *)&canvas_type) < 0 ||
        PyModule_AddObjectRef(module, "Layer", layer) < 0) {
        Py_CLEAR(module);
    }
    Py_XDECREF(layer);
    return module;
}
