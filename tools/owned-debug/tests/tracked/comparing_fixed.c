/* Elements are in an order, and lengths are added. Both ask what the other operand is. */
#include <Python.h>

typedef struct {
    PyObject_HEAD
    long order;
} Element;

static PyTypeObject element_type;

static PyObject *compare(PyObject *self, PyObject *other, int op)
{
    if (!PyObject_TypeCheck(other, &element_type)) {
        Py_RETURN_NOTIMPLEMENTED;
    }
    Py_RETURN_RICHCOMPARE(((Element *)self)->order, ((Element *)other)->order, op);
}

static PyTypeObject element_type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "comparing_fixed.Element",
    .tp_basicsize = sizeof(Element),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .tp_new = PyType_GenericNew,
    .tp_richcompare = compare,
};

typedef struct {
    PyObject_HEAD
    double inches;
} Length;

static PyTypeObject length_type;

static PyObject *length(double inches)
{
    Length *made = PyObject_New(Length, &length_type);
    if (made != NULL) {
        made->inches = inches;
    }
    return (PyObject *)made;
}

static PyObject *add(PyObject *left, PyObject *right)
{
    if (!Py_IS_TYPE(left, &length_type) || !Py_IS_TYPE(right, &length_type)) {
        Py_RETURN_NOTIMPLEMENTED;
    }
    return length(((Length *)left)->inches + ((Length *)right)->inches);
}

static PyNumberMethods length_numbers = {.nb_add = add};

static PyTypeObject length_type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "comparing_fixed.Length",
    .tp_basicsize = sizeof(Length),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_as_number = &length_numbers,
};

static PyObject *one_inch(PyObject *module, PyObject *none)
{
    (void)module, (void)none;
    return length(1.0);
}

static PyMethodDef functions[] = {{"one_inch", one_inch, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "comparing_fixed", .m_methods = functions};

PyMODINIT_FUNC PyInit_comparing_fixed(void)
{
    PyObject *module;
    if (PyType_Ready(&element_type) < 0 || PyType_Ready(&length_type) < 0) {
        return NULL;
    }
    module = PyModule_Create(&definition);
    if (module != NULL && PyModule_AddObjectRef(module, "Element", (PyObject *)&element_type) < 0) {
        Py_CLEAR(module);
    }
    return module;
}
