/* The module `mutants`. */
#include "mutants.h"

static int fill(PyObject *module)
{
    if (PyModule_AddFunctions(module, loading_faults) < 0 || PyModule_AddFunctions(module, calling_faults) < 0)
        return -1;
    return add_element_types(module) < 0 ? -1 : add_canvas_types(module);
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, fill}, {0, NULL}};

static PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "mutants", .m_slots = slots};

PyMODINIT_FUNC PyInit_mutants(void)
{
    return PyModuleDef_Init(&definition);
}
