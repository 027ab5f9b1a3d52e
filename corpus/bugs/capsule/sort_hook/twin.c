/* Hooks of a sort: a capsule with what is called to compare, handed to whatever C code does the sorting. */
#include <Python.h>

#define NAME "sort_hook.compare"

typedef struct {
    PyObject *compare;
    unsigned long calls;
} Hook;

static void hook_free(PyObject *capsule)
{
    Hook *hook = PyCapsule_GetPointer(capsule, NAME);
    Py_DECREF(hook->compare);
    PyMem_Free(hook);
}

static PyObject *make_hook(PyObject *Py_UNUSED(module), PyObject *compare)
{
    Hook *hook = PyMem_Malloc(sizeof *hook);
    if (!hook) {
        return PyErr_NoMemory();
    }
    PyObject *capsule = PyCapsule_New(hook, NAME, hook_free);
    if (!capsule) {
        PyMem_Free(hook);
        return NULL;
    }
    hook->compare = Py_NewRef(compare);
    hook->calls = 0;
    return capsule;
}

static PyObject *larger(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *capsule, *left, *right;
    if (!PyArg_ParseTuple(args, "OOO", &capsule, &left, &right)) {
        return NULL;
    }
    Hook *hook = PyCapsule_GetPointer(capsule, NAME);
    if (!hook) {
        return NULL;
    }
    hook->calls++;
    PyObject *answer = PyObject_CallFunctionObjArgs(hook->compare, left, right, NULL);
    if (!answer) {
        return NULL;
    }
    int is_larger = PyObject_IsTrue(answer);
    Py_DECREF(answer);
    return is_larger < 0 ? NULL : Py_NewRef(is_larger ? left : right);
}

static PyMethodDef methods[] = {
    {"make_hook", make_hook, METH_O, "A capsule that compares by what is called."},
    {"larger", larger, METH_VARARGS, "The one of two objects that a hook says is larger."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module_def = {
    PyModuleDef_HEAD_INIT,
    .m_name = "sort_hook_twin",
    .m_methods = methods,
};

PyMODINIT_FUNC PyInit_sort_hook_twin(void)
{
    return PyModuleDef_Init(&module_def);
}
