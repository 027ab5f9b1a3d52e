/* Types that are not what Rust takes them for. */
#include <Python.h>

typedef struct {
    PyObject_HEAD
    Py_ssize_t count;
    Py_ssize_t more;
} Wrong;

static int
assign(PyObject *self, PyObject *key, PyObject *value)
{
    return 0;
}

static PyObject *
add(PyObject *left, PyObject *right)
{
    Py_RETURN_NONE;
}

static PyMappingMethods mapping = {.mp_ass_subscript = assign};
static PyNumberMethods number = {.nb_add = add};

#define TYPE(NAME, ...)                                                                                               \
    static PyTypeObject NAME##Type = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "wrong." #NAME,                        \
                                      .tp_basicsize = sizeof(Wrong),                                                  \
                                      .tp_flags = Py_TPFLAGS_DEFAULT,                                                 \
                                      .tp_new = PyType_GenericNew,                                                    \
                                      __VA_ARGS__};                                                                   \
    PyTypeObject *const owned_c_##NAME##Type = &NAME##Type

TYPE(Half, .tp_as_mapping = &mapping);
TYPE(HalfSum, .tp_as_number = &number);
TYPE(Short);
TYPE(Early);

static PyObject *
module_with(struct PyModuleDef *definition, PyTypeObject *type)
{
    PyObject *module = PyModule_Create(definition);
    if (module == NULL || PyModule_AddType(module, type) < 0) {
        Py_CLEAR(module);
    }
    return module;
}

#define MODULE(NAME, TYPE)                                                                                            \
    PyMODINIT_FUNC PyInit_##NAME(void)                                                                                \
    {                                                                                                                 \
        static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, #NAME, NULL, -1, NULL, NULL, NULL, NULL, NULL}; \
        return module_with(&definition, &TYPE##Type);                                                                 \
    }

MODULE(half, Half)
MODULE(half_sum, HalfSum)
MODULE(too_short, Short)
MODULE(early, Early)

/* What another module of the program may have done. */
int
make_early_type_ready(void)
{
    return PyType_Ready(&EarlyType);
}

static PyType_Slot empty[] = {{0, NULL}};
static PyType_Spec absent_spec = {"wrong.Absent", sizeof(Wrong), 0, Py_TPFLAGS_DEFAULT, empty};
PyType_Spec *const owned_c_absent_spec = &absent_spec;
static PyType_Spec other_spec = {"wrong.Other", sizeof(Wrong), 0, Py_TPFLAGS_DEFAULT, empty};
PyType_Spec *const owned_c_other_spec = &other_spec;

PyMODINIT_FUNC
PyInit_absent(void)
{
    static PyModuleDef_Slot slots[] = {{0, NULL}};
    static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "absent", NULL, 0, NULL, slots, NULL, NULL, NULL};
    return PyModuleDef_Init(&definition);
}

static int
put_another(PyObject *module)
{
    return PyModule_AddObjectRef(module, "Other", (PyObject *)&PyDict_Type);
}

PyMODINIT_FUNC
PyInit_another(void)
{
    static PyModuleDef_Slot slots[] = {{Py_mod_exec, (void *)put_another}, {0, NULL}};
    static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "another", NULL, 0, NULL, slots, NULL, NULL, NULL};
    return PyModuleDef_Init(&definition);
}
