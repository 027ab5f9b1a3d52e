/* What the generated cases, and the parts of the harness, know of each other. */
#ifndef OWNED_VERIFY_HARNESS_H
#define OWNED_VERIFY_HARNESS_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <datetime.h>
#include <frameobject.h>
#include <marshal.h>
#include <structmember.h>

/* One argument, as the callee gets it. Which fields count is said by its kind, a letter of `Case.kinds`:
 *
 *   O  an object                       object
 *   R  an object, in and out           object (what went in), cell, where
 *   A  an array of objects             array, length
 *   N  receives an object              cell, where
 *   I  an integer, D a double, C a complex number, P any other pointer
 */
typedef struct {
    char kind;
    PyObject *object;
    PyObject *cell;
    PyObject **where; /* &cell, or NULL where NULL is passed instead of a place */
    PyObject **array;
    Py_ssize_t length;
    long long integer;
    double number;
    Py_complex complex;
    void *pointer;
    void *owned; /* memory to free when the call is over */
} Slot;

/* What the callee returned. */
typedef struct {
    PyObject *object;
    long long integer;
    double number;
    void *pointer;
} Result;

/* One function. `call` is NULL where this version lacks it. */
typedef struct {
    const char *name;
    const char *kinds;
    char result; /* O, I, D, P, or V for void */
    void (*call)(Slot *a, Result *r);
    void *const *symbol; /* where its address is, if the header does not declare it */
} Case;

#define MOST_SLOTS 20

/* Written by the generator. */
extern const Case verify_cases[];
extern const int verify_case_count;
int verify_datetime(void);

/* slots.c */
extern PyObject *verify_null; /* stands for NULL among the arguments of a probe */
extern PyObject *verify_out;  /* stands for a place that receives an object */
int verify_fill(Slot *slot, char kind, PyObject *value);
void verify_free(Slot *slot);

/* watch.c */
void verify_watch(PyObject *object, int slot, int item);
void verify_watch_nothing(void);
void verify_count(int when);         /* 0 before the call, 1 after it */
PyObject *verify_changes(void);      /* list of (slot, item, change of the count, is immortal) */
PyObject *verify_describe(PyObject *object); /* None, or (address, type, is immortal, has the collector's header) */
int verify_immortal(PyObject *object);

/* memory.c */
int verify_memory_install(void);
void verify_memory_exhaust(void);
void verify_memory_refill(void);
void verify_memory_deny_from(long start);
long verify_memory_allow(void); /* how many were denied */
long verify_memory_asked(void);

/* frames.c */
void verify_frames_watch(void);
long verify_frames_seen(void); /* and watch no more */

/* natives.c */
int verify_natives(PyObject *module);

/* makers.c, newer.c */
extern PyMethodDef verify_makers[];
extern PyMethodDef verify_newer[];

#endif
