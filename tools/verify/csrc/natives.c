/* C structs and functions that some parameters want, by name, as addresses; and makers of objects that need
 * them.
 */
#include "harness.h"

static PyObject *method_noargs(PyObject *self, PyObject *unused)
{
    Py_RETURN_NONE;
}

static PyMethodDef functions[] = {{"made", method_noargs, METH_NOARGS, "Does nothing."}, {NULL, NULL, 0, NULL}};

static PyModuleDef_Slot no_slots[] = {{0, NULL}};
static struct PyModuleDef module_def = {PyModuleDef_HEAD_INIT, "owned_verify_made", NULL, 16, functions, no_slots,
                                        NULL, NULL, NULL};
static struct PyModuleDef plain_def = {PyModuleDef_HEAD_INIT, "owned_verify_plain", NULL, -1, functions, NULL,
                                       NULL, NULL, NULL};
static struct PyModuleDef fresh_def = {PyModuleDef_HEAD_INIT, "owned_verify_fresh", NULL, 16, functions, no_slots,
                                       NULL, NULL, NULL};

static PyObject *get_nothing(PyObject *self, void *closure)
{
    Py_RETURN_NONE;
}

static PyGetSetDef getset = {"made", get_nothing, NULL, "Nothing.", NULL};
static PyMemberDef member = {"made", T_OBJECT, (Py_ssize_t)sizeof(PyObject), READONLY, "Whatever is there."};

static PyObject *place_for_member;
static PyMemberDef writable_member = {"made", T_OBJECT, 0, 0, "An object in plain memory."};

static PyObject *method_typed(PyObject *self, PyTypeObject *cls, PyObject *const *args, Py_ssize_t count, PyObject *names)
{
    Py_RETURN_NONE;
}

static PyMethodDef typed_method = {"made", (PyCFunction)(void (*)(void))method_typed,
                                   METH_METHOD | METH_FASTCALL | METH_KEYWORDS, "Does nothing."};

/* The type of an object, read as a member is. */
static PyMemberDef type_member = {"type", T_OBJECT, offsetof(PyObject, ob_type), READONLY, "The type."};

static PyType_Slot spec_slots[] = {{Py_tp_doc, "Made by the harness."}, {0, NULL}};
static PyType_Spec spec = {"owned_verify.Made", 0, 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, spec_slots};
static PyType_Slot bad_slots[] = {{9999, NULL}, {0, NULL}};
static PyType_Spec bad_spec = {"owned_verify.Bad", 0, 0, Py_TPFLAGS_DEFAULT, bad_slots};

static PyStructSequence_Field sequence_fields[] = {{"first", "A field."}, {"second", "Another."}, {NULL, NULL}};
static PyStructSequence_Desc sequence = {"owned_verify.Sequence", "Made by the harness.", sequence_fields, 2};

static PyCompilerFlags compiler_flags = {0, PY_MINOR_VERSION};
static Py_tss_t tss = Py_tss_NEEDS_INIT;
static Py_buffer buffer;
static char buffer_memory[] = "sixteen bytes.. ";

static void destroy_nothing(PyObject *capsule)
{
}

static int visit_nothing(PyObject *object, void *argument)
{
    return 0;
}

static int trace_nothing(PyObject *object, PyFrameObject *frame, int what, PyObject *argument)
{
    return 0;
}

static int pending_nothing(void *argument)
{
    return 0;
}

static void exit_nothing(void)
{
}

static PyObject *init_nothing(void)
{
    return PyModuleDef_Init(&module_def);
}

static PyObject *vectorcall_nothing(PyObject *callable, PyObject *const *args, size_t count, PyObject *names)
{
    Py_RETURN_NONE;
}

static PyObject *wrapped(PyObject *self, PyObject *args, void *function)
{
    Py_RETURN_NONE;
}

static struct wrapperbase wrapper = {"made", 0, NULL, wrapped, "Nothing.", 0, NULL};

static PyObject *make_capsule(PyObject *module, PyObject *name)
{
    static char text[64];
    snprintf(text, sizeof text, "%s", PyBytes_AsString(name));
    return PyCapsule_New(buffer_memory, text, NULL);
}

static PyObject *make_builtin(PyObject *module, PyObject *self)
{
    return PyCFunction_NewEx(functions, self, NULL);
}

static PyObject *make_instancemethod(PyObject *module, PyObject *function)
{
    return PyInstanceMethod_New(function);
}

static PyObject *make_module(PyObject *module, PyObject *spec_object)
{
    return PyModule_FromDefAndSpec(&module_def, spec_object);
}

static PyObject *make_type(PyObject *module, PyObject *unused)
{
    return PyType_FromSpec(&spec);
}

static PyObject *make_type_of(PyObject *module, PyObject *made)
{
    return PyType_FromModuleAndSpec(made, &spec, NULL);
}

/* A type with a getter and a member, whose descriptors are objects. */
static PyObject *make_slots_type(PyObject *module, PyObject *unused)
{
    static PyGetSetDef getters[] = {{"made", get_nothing, NULL, "Nothing.", NULL}, {NULL}};
    static PyType_Slot slots[] = {{Py_tp_getset, getters}, {0, NULL}};
    static PyType_Spec with_slots = {"owned_verify.Slots", 0, 0, Py_TPFLAGS_DEFAULT, slots};
    return PyType_FromSpec(&with_slots);
}

static PyObject *make_sequence_type(PyObject *module, PyObject *unused)
{
    return (PyObject *)PyStructSequence_NewType(&sequence);
}

static PyObject *make_c_method(PyObject *module, PyObject *args)
{
    PyObject *self, *class;
    if (!PyArg_ParseTuple(args, "OO", &self, &class)) {
        return NULL;
    }
    return PyCMethod_New(&typed_method, self, NULL, (PyTypeObject *)class);
}

static PyObject *state_add(PyObject *module, PyObject *made)
{
    return PyState_AddModule(made, &plain_def) < 0 ? NULL : Py_NewRef(Py_None);
}

static PyObject *state_remove(PyObject *module, PyObject *unused)
{
    return PyState_FindModule(&plain_def) != NULL && PyState_RemoveModule(&plain_def) < 0 ? NULL : Py_NewRef(Py_None);
}

static PyObject *plain_module(PyObject *module, PyObject *unused)
{
    return PyModule_Create(&plain_def);
}

static PyMethodDef makers[] = {
    {"capsule", make_capsule, METH_O, NULL},
    {"builtin", make_builtin, METH_O, NULL},
    {"instancemethod", make_instancemethod, METH_O, NULL},
    {"c_module", make_module, METH_O, NULL},
    {"c_type", make_type, METH_NOARGS, NULL},
    {"c_type_of", make_type_of, METH_O, NULL},
    {"c_slots_type", make_slots_type, METH_NOARGS, NULL},
    {"sequence_type", make_sequence_type, METH_NOARGS, NULL},
    {"c_method", make_c_method, METH_VARARGS, NULL},
    {"state_add", state_add, METH_O, NULL},
    {"state_remove", state_remove, METH_NOARGS, NULL},
    {"plain_module", plain_module, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static int add(PyObject *dict, const char *name, void *address)
{
    PyObject *number = PyLong_FromVoidPtr(address);
    int status = number == NULL ? -1 : PyDict_SetItemString(dict, name, number);
    Py_XDECREF(number);
    return status;
}

int verify_natives(PyObject *module)
{
    PyObject *dict = PyDict_New();
    if (dict == NULL || PyModule_AddFunctions(module, makers) < 0 || PyModule_AddFunctions(module, verify_makers) < 0
        || PyModule_AddFunctions(module, verify_newer) < 0 || PyBuffer_FillInfo(&buffer, NULL, buffer_memory, 16, 0, PyBUF_FULL_RO) < 0) {
        return -1;
    }
    int failed = add(dict, "module_def", &module_def) || add(dict, "plain_def", &plain_def)
        || add(dict, "fresh_def", &fresh_def) || add(dict, "functions", functions) || add(dict, "getset", &getset)
        || add(dict, "member", &member) || add(dict, "spec", &spec) || add(dict, "bad_spec", &bad_spec)
        || add(dict, "sequence", &sequence) || add(dict, "compiler_flags", &compiler_flags) || add(dict, "tss", &tss)
        || add(dict, "buffer", &buffer) || add(dict, "memory", buffer_memory)
        || add(dict, "capsule_destructor", (void *)destroy_nothing) || add(dict, "visit", (void *)visit_nothing)
        || add(dict, "trace", (void *)trace_nothing) || add(dict, "pending", (void *)pending_nothing)
        || add(dict, "exit", (void *)exit_nothing) || add(dict, "init", (void *)init_nothing)
        || add(dict, "vectorcall", (void *)vectorcall_nothing) || add(dict, "wrapper", &wrapper)
        || add(dict, "method", &typed_method) || add(dict, "memory_for_member", &place_for_member)
        || add(dict, "writable_member", &writable_member) || add(dict, "type_member", &type_member)
        || add(dict, "thread", PyThreadState_Get()) || add(dict, "interpreter", PyInterpreterState_Get());
    int status = failed ? -1 : PyModule_AddObjectRef(module, "native", dict);
    Py_DECREF(dict);
    return status;
}
