/* An element holds its handler, and the collector does not see that: a handler that leads back to the element is never freed. */
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

static void element_dealloc(Element *self)
{
    Py_XDECREF(self->on_tap);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static int set_on_tap(Element *self, PyObject *handler, void *closure)
{
    (void)closure;
    Py_XINCREF(handler); /* culprit */
    Py_XSETREF(self->on_tap, handler);
    return 0;
}

static PyGetSetDef attributes[] = {{"on_tap", NULL, (setter)set_on_tap, NULL, NULL}, {NULL, NULL, NULL, NULL, NULL}};

static PyTypeObject type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "cycle.Element",
    .tp_basicsize = sizeof(Element),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = element_new,
    .tp_dealloc = (destructor)element_dealloc,
    .tp_getset = attributes,
};

static PyMethodDef functions[] = {{NULL, NULL, 0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "cycle", .m_methods = functions};

PyMODINIT_FUNC PyInit_cycle(void)
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
