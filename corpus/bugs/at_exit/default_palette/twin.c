/* Palettes of colours. The default one is made when it is first asked for, and held by the module from then on. */
#include <Python.h>

typedef struct {
    PyObject_HEAD
    unsigned colours[16];
} Palette;

typedef struct {
    PyTypeObject *palette_type;
    PyObject *standard;
} State;

static void palette_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyObject *palette_item(PyObject *self, Py_ssize_t index)
{
    if (index < 0 || index >= 16) {
        PyErr_SetString(PyExc_IndexError, "a palette has 16 colours");
        return NULL;
    }
    return PyLong_FromUnsignedLong(((Palette *)self)->colours[index]);
}

static PyType_Slot palette_slots[] = {
    {Py_tp_dealloc, palette_dealloc},
    {Py_sq_item, palette_item},
    {0, NULL},
};

static PyType_Spec palette_spec = {
    .name = "default_palette.Palette",
    .basicsize = sizeof(Palette),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .slots = palette_slots,
};

static PyObject *standard(PyObject *module, PyObject *Py_UNUSED(ignored))
{
    State *state = PyModule_GetState(module);
    if (!state->standard) {
        Palette *made = PyObject_New(Palette, state->palette_type);
        if (!made) {
            return NULL;
        }
        for (unsigned index = 0; index < 16; index++) {
            made->colours[index] = index * 0x111111;
        }
        state->standard = (PyObject *)made; /* for the module */
    }
    return Py_NewRef(state->standard);
}

static int module_exec(PyObject *module)
{
    State *state = PyModule_GetState(module);
    state->palette_type = (PyTypeObject *)PyType_FromModuleAndSpec(module, &palette_spec, NULL);
    return state->palette_type ? PyModule_AddType(module, state->palette_type) : -1;
}

static int module_traverse(PyObject *module, visitproc visit, void *arg)
{
    State *state = PyModule_GetState(module);
    Py_VISIT(state->palette_type);
    Py_VISIT(state->standard);
    return 0;
}

static int module_clear(PyObject *module)
{
    State *state = PyModule_GetState(module);
    Py_CLEAR(state->palette_type);
    Py_CLEAR(state->standard);
    return 0;
}

static PyMethodDef methods[] = {
    {"standard", standard, METH_NOARGS, "The palette that everyone shares."},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot module_slots[] = {
    {Py_mod_exec, module_exec},
    {0, NULL},
};

static struct PyModuleDef module_def = {
    PyModuleDef_HEAD_INIT,
    .m_name = "default_palette_twin",
    .m_size = sizeof(State),
    .m_methods = methods,
    .m_slots = module_slots,
    .m_traverse = module_traverse,
    .m_clear = module_clear,
};

PyMODINIT_FUNC PyInit_default_palette_twin(void)
{
    return PyModuleDef_Init(&module_def);
}
