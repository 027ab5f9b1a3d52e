/* An element holds its handler, and shows it to the collector. */
#include <Python.h>

typedef struct {
    PyObject_HEAD
    PyObject *on_tap;
} Element;

static PyObject *element_new(PyTypeObject *type, PyObject *args, PyObject *kwds)
{
    (void)args, (void)kwds;
    return type->tp_alloc(type, 0);
}

static int element_traverse(Element *self, visitproc visit, void *arg)
{
    Py_VISIT(self->on_tap);
    return 0;
}

static int element_clear(Element *self)
{
    Py_CLEAR(self->on_tap);
    return 0;
}

static void element_dealloc(Element *self)
{
    PyObject_GC_UnTrack(self);
    element_clear(self);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static int set_on_tap(Element *self, PyObject *handler, void *closure)
{
    (void)closure;
    Py_XINCREF(handler);
    Py_XSETREF(self->on_tap, handler);
    return 0;
}

static PyGetSetDef attributes[] = {{"on_tap", NULL, (setter)set_on_tap, NULL, NULL}, {NULL, NULL, NULL, NULL, NULL}};

static PyTypeObject type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "cycle_fixed.Element",
    .tp_basicsize = sizeof(Element),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .tp_new = element_new,
    .tp_dealloc = (destructor)element_dealloc,
    .tp_getset = attributes,
    .tp_traverse = (traverseproc)element_traverse,
    .tp_clear = (inquiry)element_clear,
};

static PyMethodDef functions[] = {{NULL, NULL, 0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "cycle_fixed", .m_methods = functions};

PyMODINIT_FUNC PyInit_cycle_fixed(void)
{
    PyObject *module;
    if (PyType_Ready(&type) < 0 || (module = PyModule_Create(&definition)) == NULL) {
        return NULL;
    }
    Py_INCREF(&type);
    if (PyModule_AddObject(module, "Element", (PyObject *)&type) < 0) {
        Py_DECREF(&type);
        Py_DECREF(module);
        return NULL;
    }
    return module;
}
