/* Codecs: the default one is made when it is first asked for, and is then an attribute of the module. */
#include <Python.h>

static PyType_Slot codec_slots[] = {{0, NULL}};
static PyType_Spec codec_spec = {"codecs_c.Codec", sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT, codec_slots};

static PyObject *default_codec(PyObject *module, PyObject *ignored)
{
    PyObject *found = PyDict_GetItemString(PyModule_GetDict(module), "DEFAULT");
    if (found != NULL)
        return Py_NewRef(found);
    PyObject *kind = PyType_FromSpec(&codec_spec);
    PyObject *codec = kind == NULL ? NULL : PyObject_CallNoArgs(kind);
    Py_XDECREF(kind);
    if (codec == NULL || PyModule_AddObjectRef(module, "DEFAULT", codec) < 0) {
        Py_XDECREF(codec);
        return NULL;
    }
    return codec;
}

static PyMethodDef methods[] = {{"default_codec", default_codec, METH_NOARGS, NULL}, {NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "codec_default_twin", NULL, 0, methods};

PyMODINIT_FUNC PyInit_codec_default_twin(void)
{
    return PyModuleDef_Init(&module);
}
