/* A registry of codecs, by name. */
#include <Python.h>

static PyObject *codecs_register(PyObject *module, PyObject *args)
{
    PyObject *name, *codec;
    if (!PyArg_ParseTuple(args, "UO", &name, &codec)) {
        return NULL;
    }
    PyObject *codecs = *(PyObject **)PyModule_GetState(module);
    if (PyDict_SetItem(codecs, name, codec) < 0) {
        return NULL;
    }
    Py_RETURN_NONE;
}

static PyObject *find_codec(PyObject *module, PyObject *name)
{
    PyObject *codecs = *(PyObject **)PyModule_GetState(module);
    PyObject *codec = PyDict_GetItemWithError(codecs, name);
    if (!codec) {
        return NULL;
    }
    return Py_NewRef(codec);
}

static PyMethodDef methods[] = {
    {"register", codecs_register, METH_VARARGS, "Remember a codec."},
    {"find_codec", find_codec, METH_O, "The codec of a name; KeyError if there is none."},
    {NULL, NULL, 0, NULL},
};

static int module_exec(PyObject *module)
{
    PyObject **codecs = PyModule_GetState(module);
    *codecs = PyDict_New();
    return *codecs ? 0 : -1;
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
    .m_name = "codec_registry_bug",
    .m_size = sizeof(PyObject *),
    .m_methods = methods,
    .m_slots = module_slots,
    .m_traverse = module_traverse,
    .m_clear = module_clear,
};

PyMODINIT_FUNC PyInit_codec_registry_bug(void)
{
    return PyModuleDef_Init(&module_def);
}
