/* Makers that want a newer version than 3.11: watchers, writers, places behind code objects. */
#include "harness.h"

#if PY_VERSION_HEX >= 0x030c0000
static int dict_watched(PyDict_WatchEvent event, PyObject *dict, PyObject *key, PyObject *value)
{
    return 0;
}

static int type_watched(PyTypeObject *type)
{
    return 0;
}

/* One watcher for all: an interpreter has few places for them. */
static PyObject *dict_watcher(PyObject *module, PyObject *unused)
{
    static int id = -1;
    id = id < 0 ? PyDict_AddWatcher(dict_watched) : id;
    return id < 0 ? NULL : PyLong_FromLong(id);
}

static PyObject *type_watcher(PyObject *module, PyObject *unused)
{
    static int id = -1;
    id = id < 0 ? PyType_AddWatcher(type_watched) : id;
    return id < 0 ? NULL : PyLong_FromLong(id);
}

static PyObject *watched_dict(PyObject *module, PyObject *dict)
{
    PyObject *id = dict_watcher(NULL, NULL);
    int status = id == NULL ? -1 : PyDict_Watch((int)PyLong_AsLong(id), dict);
    Py_XDECREF(id);
    return status < 0 ? NULL : Py_NewRef(dict);
}

static PyObject *watched_type(PyObject *module, PyObject *type)
{
    PyObject *id = type_watcher(NULL, NULL);
    int status = id == NULL ? -1 : PyType_Watch((int)PyLong_AsLong(id), type);
    Py_XDECREF(id);
    return status < 0 ? NULL : Py_NewRef(type);
}

static PyObject *extra_index(PyObject *module, PyObject *unused)
{
    static Py_ssize_t index = -1;
    index = index < 0 ? PyUnstable_Eval_RequestCodeExtraIndex(NULL) : index;
    return PyLong_FromSsize_t(index);
}

/* A type whose instances have items behind them. */
static PyObject *items_type(PyObject *module, PyObject *unused)
{
    static PyType_Slot slots[] = {{0, NULL}};
    static PyType_Spec spec = {"owned_verify.Items", 0, 1, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_ITEMS_AT_END, slots};
    PyObject *bases = PyTuple_Pack(1, &PyType_Type);
    PyObject *type = bases == NULL ? NULL : PyType_FromSpecWithBases(&spec, bases);
    Py_XDECREF(bases);
    return type;
}
#endif

#if PY_VERSION_HEX >= 0x030e0000
static PyObject *text_writer(PyObject *module, PyObject *unused)
{
    PyUnicodeWriter *writer = PyUnicodeWriter_Create(0);
    return writer == NULL || PyUnicodeWriter_WriteUTF8(writer, "some text", 9) < 0 ? NULL : PyLong_FromVoidPtr(writer);
}

static PyObject *int_writer(PyObject *module, PyObject *unused)
{
    void *digits;
    PyLongWriter *writer = PyLongWriter_Create(0, 3, &digits);
    if (writer == NULL) {
        return NULL;
    }
    memset(digits, 1, 3 * PyLong_GetNativeLayout()->digit_size);
    return PyLong_FromVoidPtr(writer);
}
#endif

#if PY_VERSION_HEX >= 0x030f0000
static PyObject *bytes_writer(PyObject *module, PyObject *unused)
{
    PyBytesWriter *writer = PyBytesWriter_Create(0);
    return writer == NULL || PyBytesWriter_WriteBytes(writer, "some data", 9) < 0 ? NULL : PyLong_FromVoidPtr(writer);
}
#endif

PyMethodDef verify_newer[] = {
#if PY_VERSION_HEX >= 0x030c0000
    {"dict_watcher", dict_watcher, METH_NOARGS, NULL},
    {"type_watcher", type_watcher, METH_NOARGS, NULL},
    {"watched_dict", watched_dict, METH_O, NULL},
    {"watched_type", watched_type, METH_O, NULL},
    {"extra_index", extra_index, METH_NOARGS, NULL},
    {"items_type", items_type, METH_NOARGS, NULL},
#endif
#if PY_VERSION_HEX >= 0x030e0000
    {"text_writer", text_writer, METH_NOARGS, NULL},
    {"int_writer", int_writer, METH_NOARGS, NULL},
#endif
#if PY_VERSION_HEX >= 0x030f0000
    {"bytes_writer", bytes_writer, METH_NOARGS, NULL},
#endif
    {NULL, NULL, 0, NULL},
};
