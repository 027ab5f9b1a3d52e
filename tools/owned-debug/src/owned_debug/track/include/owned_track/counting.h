/* Counting references by hand: of what was never set, and of what is freed, nothing is counted, which would crash. What CPython builds on these (`Py_CLEAR`, `Py_SETREF`) is told by them. */
#ifndef OWNED_TRACK_COUNTING_H
#define OWNED_TRACK_COUNTING_H

#pragma GCC system_header

static inline void owned_track_incref(struct owned_track_site *site, PyObject *object)
{
    const struct owned_track_ledger *ledger = owned_track_ledger();
    if (ledger == NULL || ledger->adds(site, object)) {
        Py_INCREF(object);
    }
}

static inline void owned_track_xincref(struct owned_track_site *site, PyObject *object)
{
    if (object != NULL) {
        owned_track_incref(site, object);
    }
}

static inline void owned_track_decref(struct owned_track_site *site, PyObject *object)
{
    const struct owned_track_ledger *ledger = owned_track_ledger();
    if (ledger == NULL || ledger->released(site, object)) {
        Py_DECREF(object);
    }
}

static inline void owned_track_xdecref(struct owned_track_site *site, PyObject *object)
{
    if (object != NULL) {
        owned_track_decref(site, object);
    }
}

static inline PyObject *owned_track_returned(struct owned_track_site *site, PyObject *constant)
{
    const struct owned_track_ledger *ledger = owned_track_ledger();
    if (ledger != NULL) {
        ledger->returns(site);
    }
    Py_INCREF(constant);
    return constant;
}

#undef Py_RETURN_NONE
#define Py_RETURN_NONE return owned_track_returned(OWNED_TRACK_SITE("Py_RETURN_NONE"), Py_None)
#undef Py_RETURN_TRUE
#define Py_RETURN_TRUE return owned_track_returned(OWNED_TRACK_SITE("Py_RETURN_TRUE"), Py_True)
#undef Py_RETURN_FALSE
#define Py_RETURN_FALSE return owned_track_returned(OWNED_TRACK_SITE("Py_RETURN_FALSE"), Py_False)
#undef Py_RETURN_NOTIMPLEMENTED
#define Py_RETURN_NOTIMPLEMENTED                                                                                       \
    return owned_track_returned(OWNED_TRACK_SITE("Py_RETURN_NOTIMPLEMENTED"), Py_NotImplemented)

#undef Py_INCREF
#define Py_INCREF(op) owned_track_incref(OWNED_TRACK_SITE("Py_INCREF"), (PyObject *)(op))
#undef Py_XINCREF
#define Py_XINCREF(op) owned_track_xincref(OWNED_TRACK_SITE("Py_XINCREF"), (PyObject *)(op))
#undef Py_DECREF
#define Py_DECREF(op) owned_track_decref(OWNED_TRACK_SITE("Py_DECREF"), (PyObject *)(op))
#undef Py_XDECREF
#define Py_XDECREF(op) owned_track_xdecref(OWNED_TRACK_SITE("Py_XDECREF"), (PyObject *)(op))

#undef Py_IncRef
#define Py_IncRef(op) owned_track_xincref(OWNED_TRACK_SITE("Py_IncRef"), (PyObject *)(op))
#undef Py_DecRef
#define Py_DecRef(op) owned_track_xdecref(OWNED_TRACK_SITE("Py_DecRef"), (PyObject *)(op))

#undef Py_NewRef
#define Py_NewRef(op) OWNED_TRACK_NEW("Py_NewRef", Py_NewRef((PyObject *)(op)))
#undef Py_XNewRef
#define Py_XNewRef(op) OWNED_TRACK_NEW("Py_XNewRef", Py_XNewRef((PyObject *)(op)))

#endif
