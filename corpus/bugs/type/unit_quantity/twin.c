/* Quantities: a number with a unit. Units are subclasses. */
#include <Python.h>

typedef struct {
    PyObject_HEAD
    double value;
} Quantity;

static PyObject *quantity_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {"value", NULL};
    double value;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "d", names, &value)) {
        return NULL;
    }
    Quantity *self = (Quantity *)type->tp_alloc(type, 0);
    if (self) {
        self->value = value;
    }
    return (PyObject *)self;
}

static void quantity_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyObject *quantity_float(PyObject *self)
{
    return PyFloat_FromDouble(((Quantity *)self)->value);
}

static PyObject *quantity_add(PyObject *left, PyObject *right)
{
    if (Py_TYPE(left) != Py_TYPE(right)) {
        Py_RETURN_NOTIMPLEMENTED;
    }
    PyTypeObject *type = Py_TYPE(left);
    Quantity *sum = (Quantity *)type->tp_alloc(type, 0);
    if (sum) {
        sum->value = ((Quantity *)left)->value + ((Quantity *)right)->value;
    }
    return (PyObject *)sum;
}

static PyType_Slot quantity_slots[] = {
    {Py_tp_new, quantity_new},
    {Py_tp_dealloc, quantity_dealloc},
    {Py_nb_float, quantity_float},
    {Py_nb_add, quantity_add},
    {0, NULL},
};

static PyType_Spec quantity_spec = {
    .name = "unit_quantity.Quantity",
    .basicsize = sizeof(Quantity),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .slots = quantity_slots,
};

static int module_exec(PyObject *module)
{
    PyObject *type = PyType_FromModuleAndSpec(module, &quantity_spec, NULL);
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
    .m_name = "unit_quantity_twin",
    .m_slots = module_slots,
};

PyMODINIT_FUNC PyInit_unit_quantity_twin(void)
{
    return PyModuleDef_Init(&module_def);
}
