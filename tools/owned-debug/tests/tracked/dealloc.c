/* An element holds five objects, and lets go of one when it dies. */
#include <Python.h>

typedef struct {
    PyObject_HEAD
    PyObject *name;
    PyObject *text;
    PyObject *surface;
    PyObject *user_data;
    PyObject *on_tap;
} Element;

static PyObject *element_new(PyTypeObject *type, PyObject *args, PyObject *kwds)
{
    static long made;
    Element *self = (Element *)type->tp_alloc(type, 0);
    (void)args, (void)kwds;
    if (self == NULL) {
        return NULL;
    }
    self->name = PyUnicode_FromFormat("#element%ld", ++made);
    self->text = PyUnicode_FromFormat("text %ld", made); /* culprit */
    self->surface = PyByteArray_FromStringAndSize(NULL, 64); /* culprit */
    self->user_data = PyDict_New(); /* culprit */
    if (self->name == NULL || self->text == NULL || self->surface == NULL || self->user_data == NULL) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static void element_dealloc(Element *self)
{
    Py_XDECREF(self->name);
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
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "dealloc.Element",
    .tp_basicsize = sizeof(Element),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = element_new,
    .tp_dealloc = (destructor)element_dealloc,
    .tp_getset = attributes,
};

static PyMethodDef functions[] = {{NULL, NULL, 0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "dealloc", .m_methods = functions};

PyMODINIT_FUNC PyInit_dealloc(void)
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
