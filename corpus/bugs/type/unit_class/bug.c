/* Units: a class for each, with the unit itself as its attribute ONE. */
#include <Python.h>

typedef struct { PyObject_HEAD double factor; } Unit;

static void unit_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyType_Slot unit_slots[] = {
    {Py_tp_dealloc, unit_dealloc},
    {0, NULL},
};
static PyType_Spec unit_spec = {"measures.Unit", sizeof(Unit), 0, Py_TPFLAGS_DEFAULT, unit_slots};

static PyObject *unit(PyObject *self, PyObject *factor)
{
    double value = PyFloat_AsDouble(factor);
    if (value == -1.0 && PyErr_Occurred())
        return NULL;
    PyObject *type = PyType_FromSpec(&unit_spec);
    PyObject *one = type == NULL ? NULL : PyObject_CallNoArgs(type);
    if (one != NULL)
        ((Unit *)one)->factor = value;
    if (one == NULL || PyObject_SetAttrString(type, "ONE", one) < 0)
        Py_CLEAR(type);
    Py_XDECREF(one);
    return type;
}

static PyMethodDef methods[] = {{"unit", unit, METH_O, NULL}, {NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "unit_class_bug", NULL, -1, methods};

PyMODINIT_FUNC PyInit_unit_class_bug(void)
{
    return PyModule_Create(&module);
}
