/* From the values of a probe to the arguments of C. */
#include "harness.h"

PyObject *verify_null;
PyObject *verify_out;

static int fill_array(Slot *slot, PyObject *value)
{
    PyObject *items = PySequence_Tuple(value);
    if (items == NULL) {
        return -1;
    }
    slot->length = PyTuple_Size(items);
    /* One place before the first, which `PY_VECTORCALL_ARGUMENTS_OFFSET` lets the callee use. */
    PyObject **memory = calloc((size_t)slot->length + 2, sizeof(PyObject *));
    slot->owned = memory;
    slot->array = memory + 1;
    for (Py_ssize_t at = 0; at < slot->length; at++) {
        slot->array[at] = Py_NewRef(PyTuple_GetItem(items, at));
    }
    Py_DECREF(items);
    return 0;
}

/* NULL, an address, memory with these bytes in it, or this text in wide letters. */
static int fill_pointer(Slot *slot, PyObject *value)
{
    if (value == verify_null) {
        return 0;
    }
    if (PyBytes_Check(value)) {
        size_t size = (size_t)PyBytes_Size(value);
        char *memory = calloc(size + 16, 1);
        memcpy(memory, PyBytes_AsString(value), size);
        slot->pointer = slot->owned = memory;
        return 0;
    }
    if (PyUnicode_Check(value)) {
        Py_ssize_t size = PyUnicode_GetLength(value);
        wchar_t *memory = calloc((size_t)size + 4, sizeof(wchar_t));
        slot->pointer = slot->owned = memory;
        return PyUnicode_AsWideChar(value, memory, size) < 0 ? -1 : 0;
    }
    slot->pointer = PyLong_AsVoidPtr(value);
    return PyErr_Occurred() ? -1 : 0;
}

static int fill_integer(Slot *slot, PyObject *value)
{
    slot->integer = PyLong_AsLongLong(value);
    if (slot->integer == -1 && PyErr_ExceptionMatches(PyExc_OverflowError)) {
        PyErr_Clear();
        slot->integer = (long long)PyLong_AsUnsignedLongLong(value);
    }
    return PyErr_Occurred() ? -1 : 0;
}

/* Fills a slot. Each object in it is one reference of the caller's, as a C program would hold. */
int verify_fill(Slot *slot, char kind, PyObject *value)
{
    memset(slot, 0, sizeof *slot);
    slot->kind = kind;
    switch (kind) {
    case 'O':
        slot->object = value == verify_null ? NULL : Py_NewRef(value);
        return 0;
    case 'R':
        slot->object = slot->cell = value == verify_null ? NULL : Py_NewRef(value);
        slot->where = &slot->cell;
        return 0;
    case 'N':
        slot->where = value == verify_null ? NULL : &slot->cell;
        return 0;
    case 'A':
        return value == verify_null ? 0 : fill_array(slot, value);
    case 'I':
        return fill_integer(slot, value);
    case 'D':
        slot->number = PyFloat_AsDouble(value);
        return PyErr_Occurred() ? -1 : 0;
    case 'C':
        slot->complex = PyComplex_AsCComplex(value);
        return PyErr_Occurred() ? -1 : 0;
    default:
        return fill_pointer(slot, value);
    }
}

/* Frees the memory of a slot; its references are somebody else's business. */
void verify_free(Slot *slot)
{
    free(slot->owned);
    slot->owned = NULL;
}
