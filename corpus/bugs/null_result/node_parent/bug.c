/* A tree: the root has no parent, and asking for it is an error. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>

typedef struct { PyObject_HEAD PyObject *parent; } Node;

static PyTypeObject node_type;

static PyObject *node_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *parent = NULL;
    if (!PyArg_ParseTuple(args, "|O!:Node", &node_type, &parent))
        return NULL;
    Node *node = (Node *)type->tp_alloc(type, 0);
    if (node != NULL)
        node->parent = Py_XNewRef(parent);
    return (PyObject *)node;
}

static void node_dealloc(Node *self)
{
    Py_XDECREF(self->parent);
    Py_TYPE(self)->tp_free(self);
}

static PyObject *node_parent(Node *self, PyObject *ignored)
{
    return Py_XNewRef(self->parent);
}

static PyMethodDef node_methods[] = {{"parent", (PyCFunction)node_parent, METH_NOARGS, NULL}, {NULL}};

static PyTypeObject node_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "trees.Node", .tp_basicsize = sizeof(Node), .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = node_new, .tp_dealloc = (destructor)node_dealloc, .tp_methods = node_methods,
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "node_parent_bug", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_node_parent_bug(void)
{
    PyObject *made = PyModule_Create(&module);
    if (made == NULL || PyModule_AddType(made, &node_type) < 0)
        return NULL;
    return made;
}
