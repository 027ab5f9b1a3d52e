/* A module of two phases (PEP 489), with a constant table of slots, as the newest extensions have it. */
#include <Python.h>

static PyObject *
who(PyObject *module, PyObject *ignored)
{
    return PyUnicode_FromString("C");
}

static PyMethodDef functions[] = {
    {"who", who, METH_NOARGS, "Who answers."},
    {"left", who, METH_NOARGS, "What has not been ported."},
    {NULL, NULL, 0, NULL},
};

static int
execute(PyObject *module)
{
    /* What Rust finds is what C has made: an item that is there before ours. */
    return PyModule_AddStringConstant(module, "VERSION", "1");
}

static PyModuleDef_Slot slots[] = {
    {Py_mod_exec, (void *)execute},
#ifdef Py_mod_multiple_interpreters
    {Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
#ifdef Py_mod_gil
    {Py_mod_gil, Py_MOD_GIL_NOT_USED},
#endif
    {0, NULL},
};

static struct PyModuleDef definition = {
    .m_base = PyModuleDef_HEAD_INIT,
    .m_name = "multi",
    .m_doc = "C's docstring.",
    .m_methods = functions,
    .m_slots = slots,
};

PyMODINIT_FUNC
PyInit_multi(void)
{
    return PyModuleDef_Init(&definition);
}
