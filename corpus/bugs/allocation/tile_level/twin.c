/* Levels of an image pyramid: each has its size and its pixels. */
#include <Python.h>

typedef struct {
    PyObject_HEAD
    Py_ssize_t width;
    Py_ssize_t height;
    PyObject *pixels; /* a bytearray */
} Level;

static void level_dealloc(PyObject *op)
{
    PyTypeObject *type = Py_TYPE(op);
    Py_XDECREF(((Level *)op)->pixels);
    type->tp_free(op);
    Py_DECREF(type);
}

static PyObject *level_pixels(PyObject *op, void *Py_UNUSED(closure))
{
    return Py_NewRef(((Level *)op)->pixels);
}

static PyGetSetDef level_properties[] = {
    {"pixels", level_pixels, NULL, "One byte for each pixel.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot level_slots[] = {
    {Py_tp_dealloc, level_dealloc},
    {Py_tp_getset, level_properties},
    {0, NULL},
};

static PyType_Spec level_spec = {
    .name = "tile_level.Level",
    .basicsize = sizeof(Level),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .slots = level_slots,
};

/* A level of the given size, all black. */
static PyObject *make_level(PyObject *module, PyObject *args)
{
    Py_ssize_t width, height;
    if (!PyArg_ParseTuple(args, "nn", &width, &height)) {
        return NULL;
    }
    if (width < 1 || height < 1 || width > PY_SSIZE_T_MAX / height) {
        PyErr_SetString(PyExc_ValueError, "no such size");
        return NULL;
    }
    PyTypeObject *type = *(PyTypeObject **)PyModule_GetState(module);
    Level *level = PyObject_New(Level, type);
    if (!level) {
        return NULL;
    }
    level->width = width;
    level->height = height;
    level->pixels = PyByteArray_FromStringAndSize(NULL, width * height);
    if (!level->pixels) {
        Py_DECREF(level);
        return NULL;
    }
    memset(PyByteArray_AS_STRING(level->pixels), 0, (size_t)(width * height));
    return (PyObject *)level;
}

static PyMethodDef methods[] = {
    {"make_level", make_level, METH_VARARGS, "A level of the given size, all black."},
    {NULL, NULL, 0, NULL},
};

static int module_exec(PyObject *module)
{
    PyObject **type = PyModule_GetState(module);
    *type = PyType_FromModuleAndSpec(module, &level_spec, NULL);
    return *type ? 0 : -1;
}

static int module_traverse(PyObject *module, visitproc visit, void *arg)
{
    Py_VISIT(*(PyObject **)PyModule_GetState(module));
    return 0;
}

static int module_clear(PyObject *module)
{
    Py_CLEAR(*(PyObject **)PyModule_GetState(module));
    return 0;
}

static PyModuleDef_Slot module_slots[] = {
    {Py_mod_exec, module_exec},
    {0, NULL},
};

static struct PyModuleDef module_def = {
    PyModuleDef_HEAD_INIT,
    .m_name = "tile_level_twin",
    .m_size = sizeof(PyObject *),
    .m_methods = methods,
    .m_slots = module_slots,
    .m_traverse = module_traverse,
    .m_clear = module_clear,
};

PyMODINIT_FUNC PyInit_tile_level_twin(void)
{
    return PyModuleDef_Init(&module_def);
}
