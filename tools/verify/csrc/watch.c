/* The objects among the arguments of one call, and their counts. */
#include "harness.h"

#define MOST_WATCHED 64

/* Each is guarded by a reference of ours, so that it can be looked at whatever the callee did. */
static PyObject *watched[MOST_WATCHED];
static int watched_slot[MOST_WATCHED], watched_item[MOST_WATCHED];
static Py_ssize_t counted[MOST_WATCHED][2];
static int watched_count;

void verify_watch(PyObject *object, int slot, int item)
{
    if (object != NULL && watched_count < MOST_WATCHED) {
        watched[watched_count] = Py_NewRef(object);
        watched_slot[watched_count] = slot;
        watched_item[watched_count++] = item;
    }
}

void verify_count(int when)
{
    for (int at = 0; at < watched_count; at++) {
        counted[at][when] = Py_REFCNT(watched[at]);
    }
}

int verify_immortal(PyObject *object)
{
#if PY_VERSION_HEX >= 0x030e0000
    return PyUnstable_IsImmortal(object);
#elif PY_VERSION_HEX >= 0x030c0000
    return _Py_IsImmortal(object);
#else
    (void)object;
    return 0;
#endif
}

PyObject *verify_describe(PyObject *object)
{
    if (object == NULL) {
        Py_RETURN_NONE;
    }
    return Py_BuildValue("(NOii)", PyLong_FromVoidPtr(object), (PyObject *)Py_TYPE(object), verify_immortal(object),
                         PyObject_IS_GC(object));
}

/* The list of (slot, item, change of the count, is immortal). */
PyObject *verify_changes(void)
{
    PyObject *list = PyList_New(0);
    for (int at = 0; list != NULL && at < watched_count; at++) {
        PyObject *row = Py_BuildValue("(iini)", watched_slot[at], watched_item[at], counted[at][1] - counted[at][0],
                                      verify_immortal(watched[at]));
        if (row == NULL || PyList_Append(list, row) < 0) {
            Py_CLEAR(list);
        }
        Py_XDECREF(row);
    }
    return list;
}

void verify_watch_nothing(void)
{
    while (watched_count > 0) {
        Py_DECREF(watched[--watched_count]);
    }
}
