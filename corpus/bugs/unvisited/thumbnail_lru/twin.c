/* A cache that forgets the least recently used entry, and calls back with what it forgets. */
#include <Python.h>

typedef struct {
    PyObject_HEAD
    PyObject *entries; /* an ordered dict: the oldest entry first */
    PyObject *on_evict;
    Py_ssize_t size;
} Cache;

static int cache_traverse(PyObject *op, visitproc visit, void *arg)
{
    Cache *self = (Cache *)op;
    Py_VISIT(Py_TYPE(op));
    Py_VISIT(self->entries);
    Py_VISIT(self->on_evict);
    return 0;
}

static int cache_clear(PyObject *op)
{
    Cache *self = (Cache *)op;
    Py_CLEAR(self->entries);
    Py_CLEAR(self->on_evict);
    return 0;
}

static void cache_dealloc(PyObject *op)
{
    PyTypeObject *type = Py_TYPE(op);
    PyObject_GC_UnTrack(op);
    cache_clear(op);
    type->tp_free(op);
    Py_DECREF(type);
}

static int cache_init(PyObject *op, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {"size", "on_evict", NULL};
    Cache *self = (Cache *)op;
    PyObject *on_evict = Py_None;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "n|O", names, &self->size, &on_evict)) {
        return -1;
    }
    Py_XSETREF(self->on_evict, Py_NewRef(on_evict));
    Py_XSETREF(self->entries, PyDict_New());
    return self->entries ? 0 : -1;
}

static PyObject *cache_get(PyObject *op, PyObject *key)
{
    Cache *self = (Cache *)op;
    PyObject *value = PyDict_GetItemWithError(self->entries, key);
    if (!value) {
        if (PyErr_Occurred()) {
            return NULL;
        }
        Py_RETURN_NONE;
    }
    Py_INCREF(value);
    if (PyDict_DelItem(self->entries, key) < 0 || PyDict_SetItem(self->entries, key, value) < 0) {
        Py_DECREF(value);
        return NULL;
    }
    return value;
}

static int evict(Cache *self)
{
    PyObject *key, *value;
    Py_ssize_t position = 0;
    if (!PyDict_Next(self->entries, &position, &key, &value)) {
        return 0;
    }
    Py_INCREF(key);
    Py_INCREF(value);
    int status = PyDict_DelItem(self->entries, key);
    if (status == 0 && self->on_evict != Py_None) {
        PyObject *result = PyObject_CallFunctionObjArgs(self->on_evict, key, value, NULL);
        status = result ? 0 : -1;
        Py_XDECREF(result);
    }
    Py_DECREF(key);
    Py_DECREF(value);
    return status;
}

static PyObject *cache_put(PyObject *op, PyObject *args)
{
    Cache *self = (Cache *)op;
    PyObject *key, *value;
    if (!PyArg_ParseTuple(args, "OO", &key, &value) || PyDict_SetItem(self->entries, key, value) < 0) {
        return NULL;
    }
    if (PyDict_GET_SIZE(self->entries) > self->size && evict(self) < 0) {
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyMethodDef cache_methods[] = {
    {"get", cache_get, METH_O, "The value of a key, or None."},
    {"put", cache_put, METH_VARARGS, "Remember a value."},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot cache_slots[] = {
    {Py_tp_init, cache_init},
    {Py_tp_traverse, cache_traverse},
    {Py_tp_clear, cache_clear},
    {Py_tp_dealloc, cache_dealloc},
    {Py_tp_methods, cache_methods},
    {0, NULL},
};

static PyType_Spec cache_spec = {
    .name = "thumbnail_lru.Cache",
    .basicsize = sizeof(Cache),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .slots = cache_slots,
};

static int module_exec(PyObject *module)
{
    PyObject *type = PyType_FromModuleAndSpec(module, &cache_spec, NULL);
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
    .m_name = "thumbnail_lru_twin",
    .m_slots = module_slots,
};

PyMODINIT_FUNC PyInit_thumbnail_lru_twin(void)
{
    return PyModuleDef_Init(&module_def);
}
