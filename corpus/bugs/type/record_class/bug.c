/* Records: a class for each kind of record, made when it is needed. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

typedef struct { PyObject_HEAD long number; } Record;

static void record_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    type->tp_free(self);
}

static PyObject *record_number(Record *self, PyObject *ignored)
{
    return PyLong_FromLong(self->number);
}

static PyMethodDef record_methods[] = {{"number", (PyCFunction)record_number, METH_NOARGS, NULL}, {NULL}};
static PyType_Slot record_slots[] = {
    {Py_tp_dealloc, record_dealloc}, {Py_tp_methods, record_methods}, {0, NULL}};
static PyType_Spec record_spec = {"records.Record", sizeof(Record), 0, Py_TPFLAGS_DEFAULT, record_slots};

/* A record of a kind of its own. */
static PyObject *record(PyObject *self, PyObject *args)
{
    long number;
    if (!PyArg_ParseTuple(args, "l:record", &number))
        return NULL;
    PyTypeObject *type = (PyTypeObject *)PyType_FromSpec(&record_spec);
    if (type == NULL)
        return NULL;
    Record *made = PyObject_New(Record, type);
    if (made != NULL)
        made->number = number;
    Py_DECREF(type);
    return (PyObject *)made;
}

static PyMethodDef methods[] = {{"record", record, METH_VARARGS, NULL}, {NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "record_class_bug", NULL, -1, methods};

PyMODINIT_FUNC PyInit_record_class_bug(void)
{
    return PyModule_Create(&module);
}
