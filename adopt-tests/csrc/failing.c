/* Inits that fail, each in its own way. */
#include <Python.h>

/* With an exception, as it should be. */
PyMODINIT_FUNC
PyInit_raises(void)
{
    PyErr_SetString(PyExc_OSError, "no licence");
    return NULL;
}

/* Without one. */
PyMODINIT_FUNC
PyInit_silent(void)
{
    return NULL;
}

/* A module, and an exception that nobody has looked at. */
PyMODINIT_FUNC
PyInit_unreported(void)
{
    static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "unreported", NULL, -1, NULL, NULL, NULL, NULL, NULL};
    PyObject *module = PyModule_Create(&definition);
    PyErr_SetString(PyExc_ValueError, "seen by nobody");
    return module;
}

/* A definition that was never made ready. */
PyMODINIT_FUNC
PyInit_unready(void)
{
    static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "unready", NULL, 0, NULL, NULL, NULL, NULL, NULL};
    return (PyObject *)&definition;
}

/* No module. */
PyMODINIT_FUNC
PyInit_other(void)
{
    return PyDict_New();
}

/* A phase of C's that fails: ours does not come. */
static int
fails(PyObject *module)
{
    PyErr_SetString(PyExc_RuntimeError, "C's phase failed");
    return -1;
}

PyMODINIT_FUNC
PyInit_phase(void)
{
    static PyModuleDef_Slot slots[] = {{Py_mod_exec, (void *)fails}, {0, NULL}};
    static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "phase", NULL, 0, NULL, slots, NULL, NULL, NULL};
    return PyModuleDef_Init(&definition);
}

/* No slots at all. */
PyMODINIT_FUNC
PyInit_bare(void)
{
    static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "bare", NULL, 0, NULL, NULL, NULL, NULL, NULL};
    return PyModuleDef_Init(&definition);
}

/* Ours fails, over a module of either kind. */
PyMODINIT_FUNC
PyInit_ours_fails(void)
{
    static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "ours_fails", NULL, -1, NULL, NULL, NULL, NULL, NULL};
    return PyModule_Create(&definition);
}
