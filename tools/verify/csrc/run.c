/* One call and the reference counts around it. Between two readings of a count there is no Python code of ours.
 *
 * The order, which the driver keeps:
 *
 *   load      the arguments; each object in them is one reference of the caller's
 *   fire      the call itself; the counts right before and right after it
 *   settle    what the caller owns by the contract is released: result, exception, arguments; all but the subject
 *   final     the subject's count, when nothing else of the probe is left
 *   finish    lets go of the subject
 *
 * The subject is the object that a run is about: an argument, an item of an array, the result, or what an `out`
 * received. We hold one reference more of it (the guard), so that it is alive to be looked at whatever the callee did.
 */
#include "harness.h"

static const Case *current;
static Slot slots[MOST_SLOTS];
static int slot_count;
static Result result;
static int fired;
static PyObject *error_type, *error_value, *error_trace;

static PyObject *subject;
static int subject_is_argument;
static long sole; /* a bit for each argument of which we must hold the only reference */
static int guard_late;
static PyObject *pending; /* the exception that is set when the callee is called */

/* load(index, values, slot, item, sole, pending): the subject is that argument; -1 if it is to be what the callee gives.
 *
 * sole: a bit for each argument that must have no reference but the one that is passed, since the callee wants to
 * change an object that it shares with nobody. It is not guarded during the call.
 */
static PyObject *run_load(PyObject *module, PyObject *args)
{
    int index, slot, item;
    PyObject *values;
    if (!PyArg_ParseTuple(args, "iO!iilO", &index, &PyList_Type, &values, &slot, &item, &sole, &pending)) {
        return NULL;
    }
    pending = pending == Py_None ? NULL : Py_NewRef(pending);
    current = &verify_cases[index];
    slot_count = (int)strlen(current->kinds);
    fired = 0;
    verify_watch_nothing();
    memset(&result, 0, sizeof result);
    subject = NULL;
    subject_is_argument = slot >= 0;
    guard_late = 0;
    if (PyList_Size(values) != slot_count) {
        return PyErr_Format(PyExc_TypeError, "%s takes %d arguments, the probe has %zd", current->name, slot_count,
                            PyList_Size(values));
    }
    for (int at = 0; at < slot_count; at++) {
        PyObject *value = PyList_GetItem(values, at);
        if (verify_fill(&slots[at], current->kinds[at], value) < 0) {
            return NULL;
        }
    }
    if (slot >= 0 && slots[slot].kind != 'N') {
        subject = slots[slot].kind == 'A' ? slots[slot].array[item] : slots[slot].object;
        guard_late = (sole >> slot) & 1;
        if (!guard_late) {
            Py_XINCREF(subject);
        }
    }
    Py_RETURN_NONE;
}

/* The count's change by a second call that gives the same object; INT_MIN if it gives another or none. */
static Py_ssize_t call_again(int receiver)
{
    PyObject *first = subject;
    Py_ssize_t before = Py_REFCNT(first);
    Result again = {0};
    if (receiver >= 0) {
        slots[receiver].cell = NULL;
    }
    current->call(slots, &again);
    PyErr_Clear();
    PyObject *second = receiver == -1 ? again.object : slots[receiver].cell;
    return second == first ? Py_REFCNT(first) - before : INT_MIN;
}

/* fire(deny_from, receiver, old, twice): what happened, as a dict.
 *
 * receiver: whose content becomes the subject: -1 the result, a slot's number that slot's cell, -2 nothing.
 * old: the address of an object known to be alive, whose count is read before and after; 0 for none.
 * twice: call again at once, to see whether the count of the same result grows.
 */
static PyObject *run_fire(PyObject *module, PyObject *args)
{
    long deny_from;
    int receiver, twice;
    PyObject *old_address;
    if (!PyArg_ParseTuple(args, "liOp", &deny_from, &receiver, &old_address, &twice)) {
        return NULL;
    }
    PyObject *old = PyLong_AsVoidPtr(old_address);
    if (PyErr_Occurred()) {
        return NULL;
    }
    for (int at = 0; at < slot_count; at++) {
        if ((sole >> at) & 1) {
            continue;
        }
        verify_watch(slots[at].object, at, 0);
        for (Py_ssize_t item = 0; item < slots[at].length; item++) {
            verify_watch(slots[at].array[item], at, (int)item);
        }
    }
    if (deny_from >= 0) {
        verify_memory_exhaust();
    }
    errno = 0;
    if (pending != NULL) {
        PyErr_SetObject((PyObject *)Py_TYPE(pending), pending);
        Py_CLEAR(pending);
    }
    Py_ssize_t old_before = old == NULL ? 0 : Py_REFCNT(old);
    verify_count(0);
    verify_frames_watch();
    verify_memory_deny_from(deny_from);
    current->call(slots, &result);
    long denied = verify_memory_allow();
    long asked = verify_memory_asked();
    long frames = verify_frames_seen();
    verify_count(1);
    Py_ssize_t old_after = old == NULL ? 0 : Py_REFCNT(old);
    PyErr_Fetch(&error_type, &error_value, &error_trace);
    fired = 1;
    verify_memory_refill();

    if (receiver == -1) {
        subject = Py_XNewRef(result.object);
    } else if (receiver >= 0) {
        subject = Py_XNewRef(slots[receiver].cell);
    }
    Py_ssize_t growth = twice && subject != NULL && receiver >= -1 ? call_again(receiver) : INT_MIN;
    PyObject *cells = PyList_New(0);
    for (int at = 0; cells != NULL && at < slot_count; at++) {
        PyObject *cell = verify_describe(slots[at].cell);
        if (cell == NULL || PyList_Append(cells, cell) < 0) {
            Py_CLEAR(cells);
        }
        Py_XDECREF(cell);
    }
    return Py_BuildValue("{s:N,s:N,s:N,s:L,s:d,s:i,s:O,s:l,s:l,s:l,s:n,s:n}",
                         "changes", verify_changes(),
                         "cells", cells,
                         "object", verify_describe(result.object),
                         "integer", result.integer,
                         "number", result.number,
                         "pointer", result.pointer != NULL,
                         "error", error_type == NULL ? Py_None : error_type,
                         "frames", frames,
                         "denied", denied,
                         "asked", asked,
                         "old", old_after - old_before,
                         "growth", growth);
}

/* settle(own_result, rules, frees): releases what the caller owns, except what the subject was given as an argument.
 *
 * own_result: whether the result is the caller's to release.
 * frees: whether the result is memory of the caller's.
 * rules: one letter for each argument: `o` ours still, `s` stolen, `c` a cell whose content is ours (also for `out
 * new`), `b` a cell with a borrowed reference.
 *
 * Returns the changes since before the call, with the result and the exception gone and all arguments there.
 */
static PyObject *run_settle(PyObject *module, PyObject *args)
{
    int own_result, frees;
    const char *rules;
    if (!PyArg_ParseTuple(args, "psp", &own_result, &rules, &frees)) {
        return NULL;
    }
    if (frees && fired) {
        PyMem_Free(result.pointer);
    }
    if (guard_late) {
        Py_XINCREF(subject);
    }
    if (own_result) {
        Py_CLEAR(result.object);
    }
    for (int at = 0; at < slot_count; at++) {
        if (fired && rules[at] == 'c' && slots[at].cell != NULL) {
            PyObject *cell = slots[at].cell;
            slots[at].cell = NULL;
            Py_DECREF(cell);
        }
    }
    Py_CLEAR(pending);
    Py_CLEAR(error_type);
    Py_CLEAR(error_value);
    Py_CLEAR(error_trace);
    verify_count(1);
    PyObject *list = verify_changes();
    verify_watch_nothing();
    int kept = !subject_is_argument; /* what the subject was passed with stays, once if it was passed twice */
    for (int at = 0; at < slot_count; at++) {
        Slot *slot = &slots[at];
        if (rules[at] == 'o' || !fired) {
            if (slot->object != NULL && !(slot->object == subject && !kept++)) {
                Py_DECREF(slot->object);
            }
            for (Py_ssize_t item = 0; item < slot->length; item++) {
                if (!(slot->array[item] == subject && !kept++)) {
                    Py_DECREF(slot->array[item]);
                }
            }
        }
        verify_free(slot);
    }
    PyType_ClearCache(); /* it holds names of attributes */
    return list;
}

/* The names of functions that neither the header nor the library has. */
static PyObject *run_missing(PyObject *module, PyObject *unused)
{
    PyObject *list = PyList_New(0);
    for (int at = 0; list != NULL && at < verify_case_count; at++) {
        if (verify_cases[at].symbol != NULL && *verify_cases[at].symbol == NULL) {
            PyObject *name = PyUnicode_FromString(verify_cases[at].name);
            PyList_Append(list, name);
            Py_XDECREF(name);
        }
    }
    return list;
}

/* The subject's count without our guard. */
static PyObject *run_final(PyObject *module, PyObject *unused)
{
    return PyLong_FromSsize_t(subject == NULL ? -1 : Py_REFCNT(subject) - 1);
}

/* How many references to the subject the collector sees in other objects. */
static PyObject *run_seen(PyObject *module, PyObject *referents)
{
    Py_ssize_t seen = 0;
    for (Py_ssize_t at = 0; at < PyList_Size(referents); at++) {
        seen += PyList_GetItem(referents, at) == subject;
    }
    return PyLong_FromSsize_t(seen);
}

/* The subject itself, for the collector's referrers. */
static PyObject *run_subject(PyObject *module, PyObject *unused)
{
    return Py_NewRef(subject == NULL ? Py_None : subject);
}

/* finish(count): lets go of the guard, and of this many references besides. */
static PyObject *run_finish(PyObject *module, PyObject *args)
{
    int count;
    if (!PyArg_ParseTuple(args, "i", &count)) {
        return NULL;
    }
    for (; subject != NULL && count >= 0; count--) {
        Py_DECREF(subject);
    }
    subject = NULL;
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"load", run_load, METH_VARARGS, NULL},       {"fire", run_fire, METH_VARARGS, NULL},
    {"settle", run_settle, METH_VARARGS, NULL},   {"final", run_final, METH_NOARGS, NULL},
    {"seen", run_seen, METH_O, NULL},             {"subject", run_subject, METH_NOARGS, NULL},
    {"finish", run_finish, METH_VARARGS, NULL},   {"missing", run_missing, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "owned_verify_cases", NULL, -1, methods, NULL, NULL,
                                        NULL, NULL};

PyMODINIT_FUNC PyInit_owned_verify_cases(void)
{
    PyObject *module = PyModule_Create(&definition);
    PyObject *made = module == NULL ? NULL : PyDict_New();
    verify_null = made == NULL ? NULL : PyList_New(0);
    verify_out = made == NULL ? NULL : PyList_New(0);
    Py_XDECREF(made);
    if (verify_out == NULL || PyModule_AddObjectRef(module, "NULL", verify_null) < 0
        || PyModule_AddObjectRef(module, "OUT", verify_out) < 0 || verify_natives(module) < 0
        || verify_datetime() < 0 || verify_memory_install() < 0) {
        Py_XDECREF(module);
        return NULL;
    }
    return module;
}
