/* A class as a good C programmer writes it: a heap type, members for attributes, the usual call of the constructor read
 * from the tuple. It holds no reference, so it has no header of the collector's. */
#include <structmember.h>

typedef struct {
    PyObject_HEAD
    long long x, y;
} Point;

static PyObject *point_made(PyTypeObject *type, long long x, long long y) {
    Point *point = (Point *)type->tp_alloc(type, 0);
    if (point != NULL) {
        point->x = x;
        point->y = y;
    }
    return (PyObject *)point;
}

static PyObject *point_new(PyTypeObject *type, PyObject *args, PyObject *kwargs) {
    long long x, y;
    if (kwargs == NULL && PyTuple_GET_SIZE(args) == 2) {
        x = PyLong_AsLongLong(PyTuple_GET_ITEM(args, 0));
        if (x == -1 && PyErr_Occurred()) {
            return NULL;
        }
        y = PyLong_AsLongLong(PyTuple_GET_ITEM(args, 1));
        if (y == -1 && PyErr_Occurred()) {
            return NULL;
        }
    } else {
        static char *names[] = {"x", "y", NULL};
        if (!PyArg_ParseTupleAndKeywords(args, kwargs, "LL", names, &x, &y)) {
            return NULL;
        }
    }
    return point_made(type, x, y);
}

static void point_dealloc(PyObject *self) {
    PyTypeObject *type = Py_TYPE(self);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyObject *point_total(PyObject *self, PyObject *unused) {
    (void)unused;
    return PyLong_FromLongLong(((Point *)self)->x + ((Point *)self)->y);
}

static PyObject *point_plus(PyObject *self, PyObject *other) {
    if (!PyObject_TypeCheck(other, Py_TYPE(self))) {
        PyErr_Format(PyExc_TypeError, "expected Point, got %.200s", Py_TYPE(other)->tp_name);
        return NULL;
    }
    Point *a = (Point *)self, *b = (Point *)other;
    return point_made(Py_TYPE(self), a->x + b->x, a->y + b->y);
}

static PyMethodDef point_methods[] = {
    {"total", point_total, METH_NOARGS, NULL},
    {"plus", point_plus, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef point_members[] = {
    {"x", T_LONGLONG, offsetof(Point, x), 0, NULL},
    {"y", T_LONGLONG, offsetof(Point, y), READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

/* The same, and neither can change. */
static PyMemberDef pair_members[] = {
    {"x", T_LONGLONG, offsetof(Point, x), READONLY, NULL},
    {"y", T_LONGLONG, offsetof(Point, y), READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyType_Slot point_slots[] = {
    {Py_tp_new, point_new},         {Py_tp_dealloc, point_dealloc}, {Py_tp_methods, point_methods},
    {Py_tp_members, point_members}, {0, NULL},
};

static PyType_Spec point_spec = {
    "bench_c.Point", sizeof(Point), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, point_slots,
};

static PyType_Slot pair_slots[] = {
    {Py_tp_new, point_new},        {Py_tp_dealloc, point_dealloc}, {Py_tp_methods, point_methods},
    {Py_tp_members, pair_members}, {0, NULL},
};

static PyType_Spec pair_spec = {
    "bench_c.Pair", sizeof(Point), 0, Py_TPFLAGS_DEFAULT, pair_slots,
};

static int add_type(PyObject *module, PyType_Spec *spec) {
    PyObject *type = PyType_FromModuleAndSpec(module, spec, NULL);
    if (type == NULL) {
        return -1;
    }
    int added = PyModule_AddType(module, (PyTypeObject *)type);
    Py_DECREF(type);
    return added;
}

static int add_points(PyObject *module) {
    return add_type(module, &point_spec) < 0 ? -1 : add_type(module, &pair_spec);
}
