/* Types and modules in the states that an extension of C's can be in, one trouble each. */
#include <Python.h>

typedef struct {
    PyObject_HEAD
    Py_ssize_t number;
    PyObject *held; /* owned, or NULL */
} Thing;

static void
thing_dealloc(Thing *self)
{
    Py_XDECREF(self->held);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

#define TYPE(NAME, ...)                                                                                               \
    static PyTypeObject NAME##Type = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "attack." #NAME,                       \
                                      .tp_basicsize = sizeof(Thing),                                                  \
                                      .tp_dealloc = (destructor)thing_dealloc,                                        \
                                      .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,                           \
                                      .tp_new = PyType_GenericNew,                                                    \
                                      __VA_ARGS__};                                                                   \
    PyTypeObject *const owned_c_##NAME##Type = &NAME##Type

#define SINGLE(NAME)                                                                                                  \
    static struct PyModuleDef NAME##_definition = {                                                                   \
        PyModuleDef_HEAD_INIT, #NAME, NULL, -1, NULL, NULL, NULL, NULL, NULL}

static PyObject *
module_with(struct PyModuleDef *definition, PyTypeObject **types)
{
    PyObject *module = PyModule_Create(definition);
    for (; module != NULL && *types != NULL; types++) {
        if (PyModule_AddType(module, *types) < 0) {
            Py_CLEAR(module);
        }
    }
    return module;
}

/* Asks Rust for the class before it has made the type, and fails as long as it is told to. */
TYPE(Unborn);
SINGLE(unborn);
PyTypeObject *Unborn_Type(void);
int unborn_fails = 1;

PyMODINIT_FUNC
PyInit_unborn(void)
{
    if (unborn_fails && Unborn_Type() != NULL) {
        PyErr_SetString(PyExc_AssertionError, "a type that is not made was found");
        return NULL;
    }
    if (unborn_fails) {
        return NULL;
    }
    PyTypeObject *types[] = {&UnbornType, NULL};
    return module_with(&unborn_definition, types);
}

/* Never makes the type that it is adopted with. */
TYPE(Forgotten);
SINGLE(forgotten);

PyMODINIT_FUNC
PyInit_forgotten(void)
{
    return PyModule_Create(&forgotten_definition);
}

/* Its init makes an instance and works with it, by what is Rust's. */
TYPE(Eager);
SINGLE(eager);

PyMODINIT_FUNC
PyInit_eager(void)
{
    PyTypeObject *types[] = {&EagerType, NULL};
    PyObject *module = module_with(&eager_definition, types);
    if (module == NULL) {
        return NULL;
    }
    PyObject *first = PyObject_CallFunction((PyObject *)&EagerType, "i", 7);
    PyObject *kept = first == NULL ? NULL : PyObject_CallMethod(first, "keep", "O", first);
    if (kept == NULL || PyModule_AddObjectRef(module, "first", first) < 0) {
        Py_CLEAR(module);
    }
    Py_XDECREF(kept);
    Py_XDECREF(first);
    return module;
}

/* One type, two modules. */
TYPE(Twice);
SINGLE(twice_a);
SINGLE(twice_b);

PyMODINIT_FUNC
PyInit_twice_a(void)
{
    PyTypeObject *types[] = {&TwiceType, NULL};
    return module_with(&twice_a_definition, types);
}

PyMODINIT_FUNC
PyInit_twice_b(void)
{
    PyTypeObject *types[] = {&TwiceType, NULL};
    return module_with(&twice_b_definition, types);
}

/* A definition of phases, and an exception that nobody has looked at. */
PyMODINIT_FUNC
PyInit_unreported_phases(void)
{
    static PyModuleDef_Slot slots[] = {{0, NULL}};
    static struct PyModuleDef definition = {
        PyModuleDef_HEAD_INIT, "unreported_phases", NULL, 0, NULL, slots, NULL, NULL, NULL};
    PyObject *begun = PyModuleDef_Init(&definition);
    PyErr_SetString(PyExc_ValueError, "seen by nobody");
    return begun;
}

/* A family: C's base, and what C derives from it. Each is adopted, or one of them. */

static PyObject *
who(PyObject *self, PyObject *ignored)
{
    return PyUnicode_FromString("C");
}

static PyObject *
base_get(PyObject *self, PyObject *key)
{
    return PyUnicode_FromFormat("C[%R]", key);
}

static int
base_set(Thing *self, PyObject *key, PyObject *value)
{
    self->number += value == NULL ? 100 : 1;
    return 0;
}

static PyObject *
base_add(PyObject *left, PyObject *right)
{
    return PyUnicode_FromString("C added");
}

static PyObject *
base_compare(PyObject *left, PyObject *right, int operation)
{
    if (operation == Py_LT) {
        return PyUnicode_FromString("C is less");
    }
    if (operation == Py_EQ) {
        return PyUnicode_FromString("C is equal");
    }
    Py_RETURN_NOTIMPLEMENTED;
}

static Py_hash_t
base_hash(PyObject *self)
{
    return 42;
}

static PyMethodDef base_methods[] = {
    {"who", who, METH_NOARGS, "C's."},
    {"left", who, METH_NOARGS, "C's."},
    {NULL, NULL, 0, NULL},
};
static PyMappingMethods base_mapping = {NULL, base_get, (objobjargproc)base_set};
static PyNumberMethods base_number = {.nb_add = base_add};

#define FAMILY(PREFIX)                                                                                                \
    TYPE(PREFIX##Base, .tp_methods = base_methods, .tp_as_mapping = &base_mapping, .tp_as_number = &base_number,      \
         .tp_richcompare = base_compare, .tp_hash = base_hash);                                                       \
    TYPE(PREFIX##Derived, .tp_base = &PREFIX##BaseType)

FAMILY(Top);  /* the base is adopted */
FAMILY(Leaf); /* the derived one is */
FAMILY(Both);
FAMILY(Cut);  /* the derived one is, half of a pair of its base's */
SINGLE(family);
SINGLE(family_cut);

PyMODINIT_FUNC
PyInit_family(void)
{
    PyTypeObject *types[] = {&TopBaseType,     &TopDerivedType,  &LeafBaseType, &LeafDerivedType,
                             &BothBaseType,    &BothDerivedType, NULL};
    return module_with(&family_definition, types);
}

PyMODINIT_FUNC
PyInit_family_cut(void)
{
    PyTypeObject *types[] = {&CutBaseType, &CutDerivedType, NULL};
    return module_with(&family_cut_definition, types);
}

/* Views of memory, whose release is another's than Rust's: it must not be given to what C has lent. */
static char memory[8] = "lent by";

static int
lend(PyObject *self, Py_buffer *view, int flags)
{
    if (PyBuffer_FillInfo(view, self, memory, sizeof memory, 0, flags) < 0) {
        return -1;
    }
    view->internal = memory; /* no pointer of Rust's */
    return 0;
}

static void
give_back(PyObject *self, Py_buffer *view)
{
    if (view->internal != memory) {
        Py_FatalError("C releases what it has not lent");
    }
}

static PyBufferProcs lends = {lend, give_back};
static PyBufferProcs lends_for_ever = {lend, NULL};
TYPE(Lender, .tp_as_buffer = &lends);
TYPE(LenderDerived, .tp_base = &LenderType, .tp_as_buffer = &lends_for_ever);
SINGLE(lender);

PyMODINIT_FUNC
PyInit_lender(void)
{
    PyTypeObject *types[] = {&LenderType, &LenderDerivedType, NULL};
    return module_with(&lender_definition, types);
}
