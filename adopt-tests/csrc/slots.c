/* Every kind of slot, in a static type and in a type of a spec: all of C's answer "C …". */
#include <Python.h>
#include <structmember.h>

typedef struct {
    PyObject_HEAD
    vectorcallfunc vectorcall;
    Py_ssize_t number;
    PyObject *held; /* owned, or NULL */
} Slotted;

static PyObject *
said(const char *what)
{
    return PyUnicode_FromFormat("C %s", what);
}

static PyObject *by_vectorcall(PyObject *self, PyObject *const *args, size_t n, PyObject *names) { return said("vectorcall"); }
static PyObject *unary(PyObject *self) { return said("unary"); }
static PyObject *binary(PyObject *self, PyObject *other) { return said("binary"); }
static PyObject *ternary(PyObject *self, PyObject *other, PyObject *third) { return said("ternary"); }
static PyObject *repeat(PyObject *self, Py_ssize_t count) { return said("repeat"); }
static Py_ssize_t length(PyObject *self) { return 77; }
static int truth(PyObject *self) { return 0; }
static int contains(PyObject *self, PyObject *item) { return 0; }
static PyObject *item(PyObject *self, Py_ssize_t at) { return said("item"); }
static int set_item(PyObject *self, Py_ssize_t at, PyObject *value) { return 0; }
static int assign(PyObject *self, PyObject *key, PyObject *value) { return 0; }
static Py_hash_t hash(PyObject *self) { return 42; }
static PyObject *compare(PyObject *self, PyObject *other, int operation) { return said("compare"); }
static PyObject *get(PyObject *self, PyObject *instance, PyObject *owner) { return said("get"); }
static PyObject *getattro(PyObject *self, PyObject *name)
{
    return PyUnicode_CompareWithASCIIString(name, "nowhere") == 0 ? said("getattr") : PyObject_GenericGetAttr(self, name);
}
static int setattro(PyObject *self, PyObject *name, PyObject *value) { return PyObject_GenericSetAttr(self, name, value); }
static PyObject *iter(PyObject *self) { return Py_NewRef(self); }
static PyObject *next(PyObject *self) { return NULL; }
static int init(Slotted *self, PyObject *args, PyObject *kwargs) { self->number = -1; return 0; }

static PyObject *
new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    Slotted *self = (Slotted *)type->tp_alloc(type, 0);
    if (self != NULL) {
        self->vectorcall = by_vectorcall;
    }
    return (PyObject *)self;
}

static void
dealloc(Slotted *self)
{
    Py_XDECREF(self->held);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* An instance of a heap type holds its type, which the dealloc of a derived class leaves to this one. */
static void
heap_dealloc(Slotted *self)
{
    PyTypeObject *type = Py_TYPE(self);
    dealloc(self);
    Py_DECREF(type);
}

static char memory[4] = "CCC";
static int lend(PyObject *self, Py_buffer *view, int flags) { return PyBuffer_FillInfo(view, self, memory, 4, 0, flags); }
static void give_back(PyObject *self, Py_buffer *view) {}

static PyObject *plain(PyObject *self, PyObject *ignored) { return said("method"); }

static PyMethodDef methods[] = {
    {"plain", plain, METH_NOARGS, "plain($self, /)\n--\n\nC's doc."},
    {"left", plain, METH_NOARGS, "left($self, /)\n--\n\nC's doc."},
    {"__reduce__", plain, METH_NOARGS, NULL},
    {"__add__", plain, METH_O | METH_COEXIST, NULL},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef members[] = {
    {"number", T_PYSSIZET, offsetof(Slotted, number), 0, NULL},
    {"held", T_OBJECT, offsetof(Slotted, held), 0, NULL},
    {"__vectorcalloffset__", T_PYSSIZET, offsetof(Slotted, vectorcall), READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyNumberMethods number = {
    .nb_add = binary, .nb_subtract = binary, .nb_multiply = binary, .nb_remainder = binary, .nb_divmod = binary,
    .nb_power = ternary, .nb_negative = unary, .nb_positive = unary, .nb_absolute = unary, .nb_bool = truth,
    .nb_invert = unary, .nb_lshift = binary, .nb_rshift = binary, .nb_and = binary, .nb_xor = binary, .nb_or = binary,
    .nb_int = unary, .nb_float = unary, .nb_index = unary, .nb_floor_divide = binary, .nb_true_divide = binary,
    .nb_matrix_multiply = binary, .nb_inplace_add = binary, .nb_inplace_multiply = binary, .nb_inplace_power = ternary,
};
static PySequenceMethods sequence = {
    length, binary, repeat, item, NULL, set_item, NULL, contains, binary, repeat,
};
static PyMappingMethods mapping = {length, binary, assign};
static PyBufferProcs buffer = {lend, give_back};
static PyAsyncMethods asynchronous = {.am_await = unary, .am_aiter = unary, .am_anext = unary};

static PyTypeObject SlottedType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "slots.Slotted",
    .tp_basicsize = sizeof(Slotted),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Slotted, vectorcall),
    .tp_call = PyVectorcall_Call,
    .tp_new = new,
    .tp_init = (initproc)init,
    .tp_dealloc = (destructor)dealloc,
    .tp_methods = methods,
    .tp_members = members,
    .tp_as_number = &number,
    .tp_as_sequence = &sequence,
    .tp_as_mapping = &mapping,
    .tp_as_buffer = &buffer,
    .tp_as_async = &asynchronous,
    .tp_richcompare = compare,
    .tp_hash = hash,
    .tp_getattro = getattro,
    .tp_setattro = setattro,
    .tp_descr_get = get,
    .tp_descr_set = assign,
    .tp_iter = iter,
    .tp_iternext = next,
    .tp_repr = unary,
    .tp_str = unary,
};

#define SLOT(NAME, VALUE) {Py_##NAME, (void *)VALUE}

static PyType_Slot slots[] = {
    SLOT(tp_call, PyVectorcall_Call), SLOT(tp_new, new), SLOT(tp_init, init), SLOT(tp_dealloc, heap_dealloc),
    SLOT(tp_methods, methods), SLOT(tp_members, members), SLOT(nb_add, binary), SLOT(nb_subtract, binary),
    SLOT(nb_multiply, binary), SLOT(nb_remainder, binary), SLOT(nb_divmod, binary), SLOT(nb_power, ternary),
    SLOT(nb_negative, unary), SLOT(nb_positive, unary), SLOT(nb_absolute, unary), SLOT(nb_bool, truth),
    SLOT(nb_invert, unary), SLOT(nb_lshift, binary), SLOT(nb_rshift, binary), SLOT(nb_and, binary),
    SLOT(nb_xor, binary), SLOT(nb_or, binary), SLOT(nb_int, unary), SLOT(nb_float, unary), SLOT(nb_index, unary),
    SLOT(nb_floor_divide, binary), SLOT(nb_true_divide, binary), SLOT(nb_matrix_multiply, binary),
    SLOT(nb_inplace_add, binary), SLOT(nb_inplace_multiply, binary), SLOT(nb_inplace_power, ternary),
    SLOT(sq_length, length), SLOT(sq_concat, binary), SLOT(sq_repeat, repeat), SLOT(sq_item, item),
    SLOT(sq_ass_item, set_item), SLOT(sq_contains, contains), SLOT(sq_inplace_concat, binary),
    SLOT(sq_inplace_repeat, repeat), SLOT(mp_length, length), SLOT(mp_subscript, binary), SLOT(mp_ass_subscript, assign),
    SLOT(bf_getbuffer, lend), SLOT(bf_releasebuffer, give_back), SLOT(am_await, unary), SLOT(am_aiter, unary),
    SLOT(am_anext, unary), SLOT(tp_richcompare, compare), SLOT(tp_hash, hash), SLOT(tp_getattro, getattro),
    SLOT(tp_setattro, setattro), SLOT(tp_descr_get, get), SLOT(tp_descr_set, assign), SLOT(tp_iter, iter),
    SLOT(tp_iternext, next), SLOT(tp_repr, unary), SLOT(tp_str, unary), {0, NULL},
};

static PyType_Spec slotted_spec = {
    "slots.SpecSlotted", sizeof(Slotted), 0,
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_VECTORCALL, slots,
};

/* The same types without Rust: by what is different it is seen what has been taken over. */
static PyType_Spec pure_spec = {
    "slots.Pure", sizeof(Slotted), 0,
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_VECTORCALL, slots,
};

static int
execute(PyObject *module)
{
    PyType_Spec *specs[] = {&slotted_spec, &pure_spec, NULL};
    const char *names[] = {"SpecSlotted", "Pure"};
    for (int at = 0; specs[at] != NULL; at++) {
        PyObject *type = PyType_FromModuleAndSpec(module, specs[at], NULL);
        int status = type == NULL ? -1 : PyModule_AddObjectRef(module, names[at], type);
        Py_XDECREF(type);
        if (status < 0) {
            return -1;
        }
    }
    return PyModule_AddType(module, &SlottedType);
}

/* By the other ways to a slot that C code has. */
static PyObject *
by_sequence(PyObject *module, PyObject *object)
{
    PyObject *all = PyList_New(0);
    PyObject *results[] = {
        PySequence_Concat(object, object), PySequence_Repeat(object, 2), PySequence_GetItem(object, 0),
        PySequence_InPlaceConcat(object, object), PySequence_InPlaceRepeat(object, 2),
        PyLong_FromSsize_t(PySequence_Size(object)), PyLong_FromSsize_t(PyMapping_Size(object)),
    };
    for (size_t at = 0; at < sizeof results / sizeof *results; at++) {
        if (results[at] == NULL) {
            PyErr_Clear();
            results[at] = Py_NewRef(Py_None);
        }
        PyList_Append(all, results[at]);
        Py_DECREF(results[at]);
    }
    return all;
}

static PyMethodDef functions[] = {{"by_sequence", by_sequence, METH_O, NULL}, {NULL, NULL, 0, NULL}};
static PyModuleDef_Slot phases[] = {{Py_mod_exec, (void *)execute}, {0, NULL}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "slots", NULL, 0, functions, phases, NULL, NULL, NULL};

PyMODINIT_FUNC
PyInit_slots(void)
{
    return PyModuleDef_Init(&definition);
}

/* What the build adds. */
PyTypeObject *const owned_c_SlottedType = &SlottedType;
PyType_Spec *const owned_c_slotted_spec = &slotted_spec;
