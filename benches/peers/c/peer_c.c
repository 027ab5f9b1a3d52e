/* The module that is compared, as a very good C programmer writes it: heap types that are called by vectorcall, the
 * cheapest calling convention for each function, names compared by their addresses, multi-phase initialisation. */
#include "functions.h"
#include "holder.h"
#include "point.h"

#define FUNCTION(name, convention) {#name, (PyCFunction)(void (*)(void))name, convention, NULL}

static PyMethodDef functions[] = {
    FUNCTION(nothing, METH_NOARGS),
    FUNCTION(add, METH_FASTCALL),
    FUNCTION(scaled, METH_FASTCALL | METH_KEYWORDS),
    FUNCTION(length, METH_O),
    FUNCTION(text, METH_NOARGS),
    FUNCTION(sum_list, METH_O),
    FUNCTION(sum_tuple, METH_O),
    FUNCTION(sum_iter, METH_O),
    FUNCTION(make_list, METH_NOARGS),
    FUNCTION(make_dict, METH_NOARGS),
    FUNCTION(apply, METH_FASTCALL),
    FUNCTION(fail, METH_NOARGS),
    {NULL, NULL, 0, NULL},
};

static int add_type(PyObject *module, PyType_Spec *spec, vectorcallfunc call) {
    PyTypeObject *type = (PyTypeObject *)PyType_FromModuleAndSpec(module, spec, NULL);
    if (type == NULL) {
        return -1;
    }
    type->tp_vectorcall = call;
    int added = PyModule_AddType(module, type);
    Py_DECREF(type);
    return added;
}

static int fill(PyObject *module) {
    if (intern_names(module) < 0 || add_type(module, &point_spec, point_call) < 0) {
        return -1;
    }
    return add_type(module, &holder_spec, holder_call);
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, fill}, {0, NULL}};

static PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "peer_c",
    .m_size = sizeof(State),
    .m_methods = functions,
    .m_slots = slots,
    .m_clear = clear_names,
    .m_free = free_names,
};

PyMODINIT_FUNC PyInit_peer_c(void) {
    return PyModuleDef_Init(&definition);
}
