/* A temporary volume: what was registered is called when the last reference to it is gone. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

typedef struct { PyObject_HEAD PyObject *unmount; } Volume;

static PyObject *volume_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *unmount;
    if (!PyArg_ParseTuple(args, "O:Volume", &unmount))
        return NULL;
    Volume *volume = (Volume *)type->tp_alloc(type, 0);
    if (volume != NULL)
        volume->unmount = Py_NewRef(unmount);
    return (PyObject *)volume;
}

static int volume_traverse(Volume *self, visitproc visit, void *arg)
{
    Py_VISIT(self->unmount);
    return 0;
}

static void volume_dealloc(Volume *self)
{
    PyObject_GC_UnTrack(self);
    PyObject *kind, *value, *traceback;
    PyErr_Fetch(&kind, &value, &traceback);
    PyObject *done = PyObject_CallNoArgs(self->unmount);
    if (done == NULL)
        PyErr_WriteUnraisable(self->unmount);
    Py_XDECREF(done);
    PyErr_Restore(kind, value, traceback);
    Py_CLEAR(self->unmount);
    Py_TYPE(self)->tp_free(self);
}

static PyTypeObject volume_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "volumes.Volume", .tp_basicsize = sizeof(Volume), .tp_new = volume_new,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .tp_traverse = (traverseproc)volume_traverse, .tp_dealloc = (destructor)volume_dealloc,
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "temp_volume_twin", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_temp_volume_twin(void)
{
    PyObject *made = PyModule_Create(&module);
    if (made == NULL || PyModule_AddType(made, &volume_type) < 0)
        return NULL;
    return made;
}
