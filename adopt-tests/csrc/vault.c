/* A static type with something of everything, and helpers that only this file knows. */
#include <Python.h>
#include <structmember.h>

typedef struct Vault {
    PyObject_HEAD
    int marks[3];
    Py_ssize_t count;
    double weight;
    PyObject *label;      /* owned, or NULL */
    PyObject *log;        /* owned, a list */
    struct Vault *next;   /* borrowed, or NULL */
} Vault;

static PyTypeObject VaultType;

/* Helpers that stay. */

static int
vault_note(Vault *self, const char *text)
{
    PyObject *line = PyUnicode_FromString(text);
    int status = line == NULL ? -1 : PyList_Append(self->log, line);
    Py_XDECREF(line);
    return status;
}

/* New reference. */
static PyObject *
vault_copy_log(Vault *self)
{
    return PySequence_List(self->log);
}

/* Borrowed reference. */
static PyObject *
vault_last_line(Vault *self)
{
    Py_ssize_t size = PyList_GET_SIZE(self->log);
    if (size == 0) {
        PyErr_SetString(PyExc_IndexError, "the log is empty");
        return NULL;
    }
    return PyList_GET_ITEM(self->log, size - 1);
}

/* Steals the label. */
static void
vault_relabel(Vault *self, PyObject *label)
{
    PyObject *before = self->label;
    self->label = label;
    Py_XDECREF(before);
}

static void
vault_link(Vault *self, Vault *next)
{
    self->next = next;
}

/* Methods: some of them are ported. */

static PyObject *
vault_get_count(Vault *self, PyObject *ignored)
{
    return PyLong_FromSsize_t(self->count);
}

static PyObject *
vault_who(PyObject *self, PyObject *ignored)
{
    return PyUnicode_FromString("C");
}

static PyObject *
vault_has(PyObject *self, PyObject *key)
{
    return PyUnicode_FromString("C's own __contains__");
}

static PyMethodDef methods[] = {
    {"count", (PyCFunction)vault_get_count, METH_NOARGS, "How many."},
    {"who", vault_who, METH_NOARGS, "Ported."},
    {"left", vault_who, METH_NOARGS, "Not ported."},
    {"made", vault_who, METH_NOARGS | METH_CLASS, "Ported, of the class."},
    {"helper", vault_who, METH_NOARGS | METH_STATIC, "Ported, of nobody."},
    {"__contains__", vault_has, METH_O | METH_COEXIST, "Ported, as a slot."},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef members[] = {
    {"weight", T_DOUBLE, offsetof(Vault, weight), 0, "Not ported."},
    {"raw_count", T_PYSSIZET, offsetof(Vault, count), READONLY, "Ported, as a property."},
    {NULL, 0, 0, 0, NULL},
};

static PyObject *
get_label(Vault *self, void *closure)
{
    PyObject *label = self->label == NULL ? Py_None : self->label;
    Py_INCREF(label);
    return label;
}

static PyObject *
get_next(Vault *self, void *closure)
{
    PyObject *next = self->next == NULL ? Py_None : (PyObject *)self->next;
    Py_INCREF(next);
    return next;
}

static PyGetSetDef properties[] = {
    {"label", (getter)get_label, NULL, "Ported, and can be set then.", NULL},
    {"next", (getter)get_next, NULL, "Not ported.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static Py_ssize_t
vault_length(Vault *self)
{
    return -self->count;
}

static PyObject *
vault_subscript(Vault *self, PyObject *key)
{
    return PyUnicode_FromFormat("C[%R]", key);
}

static int
vault_assign(Vault *self, PyObject *key, PyObject *value)
{
    return vault_note(self, value == NULL ? "C deleted" : "C set");
}

/* One table of suites for two types: that of the other must not change. */
static PyMappingMethods mapping = {
    (lenfunc)vault_length, (binaryfunc)vault_subscript, (objobjargproc)vault_assign,
};

static PyObject *
vault_add(PyObject *left, PyObject *right)
{
    return PyUnicode_FromString("C added");
}

static PyNumberMethods number = {.nb_add = vault_add, .nb_subtract = vault_add};

static PyObject *
vault_repr(Vault *self)
{
    return PyUnicode_FromString("<C's vault>");
}

static int
vault_init(Vault *self, PyObject *args, PyObject *kwargs)
{
    Py_ssize_t count = 0;
    if (!PyArg_ParseTuple(args, "|n", &count)) {
        return -1;
    }
    self->count = count;
    return vault_note(self, "C made");
}

static PyObject *
vault_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    Vault *self = (Vault *)type->tp_alloc(type, 0);
    if (self != NULL) {
        self->log = PyList_New(0);
        self->marks[1] = 7;
        self->weight = 0.5;
        if (self->log == NULL) {
            Py_CLEAR(self);
        }
    }
    return (PyObject *)self;
}

static void
vault_dealloc(Vault *self)
{
    Py_XDECREF(self->label);
    Py_XDECREF(self->log);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyTypeObject VaultType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "vault.Vault",
    .tp_basicsize = sizeof(Vault),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .tp_doc = "C's docstring.",
    .tp_dealloc = (destructor)vault_dealloc,
    .tp_new = vault_new,
    .tp_init = (initproc)vault_init,
    .tp_repr = (reprfunc)vault_repr,
    .tp_as_mapping = &mapping,
    .tp_as_number = &number,
    .tp_methods = methods,
    .tp_members = members,
    .tp_getset = properties,
};

/* Shares tables with the other type, and is not adopted. */
static PyTypeObject PlainType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "vault.Plain",
    .tp_basicsize = sizeof(Vault),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_dealloc = (destructor)vault_dealloc,
    .tp_new = vault_new,
    .tp_init = (initproc)vault_init,
    .tp_as_mapping = &mapping,
    .tp_methods = methods,
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "vault", NULL, -1, NULL, NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC
PyInit_vault(void)
{
    PyObject *module = PyModule_Create(&definition);
    if (module == NULL || PyModule_AddType(module, &VaultType) < 0 || PyModule_AddType(module, &PlainType) < 0) {
        Py_CLEAR(module);
    }
    return module;
}
