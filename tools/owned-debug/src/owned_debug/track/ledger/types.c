/* The types of code that is tracked, of which slots are called with an operand of another type (`probe.c`); and when.
 *
 * That is when an instance is there, and the main thread is between two instructions of Python's. The first instance may be half
 * made then, so it is done again for a later one or two, and at the end with what is alive. */
#include "ledger.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { MOST_TYPES = 256, MOST_CASTS = 256, MOST_SLOTS = 64, MOST_PROBES = 400, DONE = 64 };

/* An instance of so many is probed. */
static const uint32_t WHEN[] = {1, 8, 64};
enum { TIMES = sizeof(WHEN) / sizeof(WHEN[0]) };

typedef struct {
    PyTypeObject *type;
    const struct owned_track_site *site;
    uint32_t made;
    uint32_t times;
    /* The instance that is to be probed next, if it is alive then; where its memory begins, and its own type. */
    PyObject *candidate;
    uintptr_t start;
    PyTypeObject *own_type;
    /* The slots that are the type's own. */
    char marked[MOST_SLOTS];
} Probed;

static Probed probed[MOST_TYPES];
static size_t probed_count;
static Cast casts[MOST_CASTS];
static size_t cast_count;
static int is_on, is_scheduled, probes;
/* Types of which nothing is to be probed any more. */
static PyTypeObject *done[DONE];

void ledger_probe_types(int on)
{
    is_on = on;
}

const Cast *ledger_cast(size_t number)
{
    return number < cast_count ? &casts[number] : NULL;
}

static Probed *probed_of(PyTypeObject *type)
{
    for (size_t at = 0; at < probed_count; at++) {
        if (probed[at].type == type) {
            return &probed[at];
        }
    }
    return NULL;
}

static void keep(const Probed *of, const Cast *cast)
{
    for (size_t at = 0; at < cast_count; at++) {
        if (casts[at].site == of->site && casts[at].slot == cast->slot && strcmp(casts[at].type, cast->type) == 0) {
            return; /* The type was made anew. */
        }
    }
    if (cast_count < MOST_CASTS) {
        casts[cast_count] = *cast;
        casts[cast_count++].site = of->site;
    }
}

/* Whether it could be done. */
static int probe(Probed *of, PyObject *instance)
{
    static Cast found[MOST_SLOTS];
    char is_found[MOST_SLOTS] = {0};
    if (probes >= MOST_PROBES || ledger_probe(of->type, instance, of->marked, found, is_found) < 0) {
        return 0;
    }
    probes++;
    for (size_t slot = 0; slot < ledger_slot_count(); slot++) {
        if (is_found[slot]) {
            snprintf(found[slot].type, sizeof(found[slot].type), "%s", of->type->tp_name);
            keep(of, &found[slot]);
            of->marked[slot] = 0;
        }
    }
    return 1;
}

static int is_alive(PyObject *instance, uintptr_t start, PyTypeObject *own_type)
{
    const Block *block = ledger_block(start);
    size_t size = (uintptr_t)instance - start + sizeof(PyObject);
    return block != NULL && block->size >= size && Py_TYPE(instance) == own_type && Py_REFCNT(instance) > 0;
}

/* Between two instructions, in the main thread. */
static int when_it_is_safe(void *ignored)
{
    (void)ignored;
    is_scheduled = 0;
    for (size_t at = 0; at < probed_count; at++) {
        Probed *of = &probed[at];
        PyObject *instance = of->candidate;
        of->candidate = NULL;
        if (of->type != NULL && instance != NULL && is_alive(instance, of->start, of->own_type)) {
            of->times += probe(of, instance);
        }
    }
    return 0;
}

static PyTypeObject **done_of(PyTypeObject *type)
{
    return &done[((uint64_t)((uintptr_t)type >> 4) * 0x9E3779B97F4A7C15u) >> 58];
}

void ledger_note_instance(PyObject *instance, PyTypeObject *type)
{
    int more = 0;
    if (probed_count == 0 || *done_of(type) == type) {
        return;
    }
    for (PyTypeObject *each = type; each != NULL; each = each->tp_base) {
        Probed *of = probed_of(each);
        if (of == NULL || of->times >= TIMES) {
            continue;
        }
        more = 1;
        if (++of->made >= WHEN[of->times]) {
            of->candidate = instance;
            of->start = (uintptr_t)instance - ledger_before(type);
            of->own_type = type;
            if (!is_scheduled) {
                is_scheduled = Py_AddPendingCall(when_it_is_safe, NULL) == 0;
            }
        }
    }
    if (!more) {
        *done_of(type) = type;
    }
}

/* CPython's own, and what it makes is noted. */
static PyObject *noting_alloc(PyTypeObject *type, Py_ssize_t count)
{
    PyObject *instance = PyType_GenericAlloc(type, count);
    if (instance != NULL && ledger_is_heard()) {
        ledger_note_instance(instance, type);
    }
    return instance;
}

/* The same of what makes an instance of a class of Python's below the type, which has CPython's allocation. */
static PyObject *noting_new(PyTypeObject *type, PyObject *args, PyObject *kwds)
{
    PyObject *instance = PyType_GenericNew(type, args, kwds);
    if (instance != NULL && ledger_is_heard()) {
        ledger_note_instance(instance, type);
    }
    return instance;
}

void ledger_hear_type(struct owned_track_site *site, PyTypeObject *type)
{
    Probed fresh = {.type = type, .site = site}, *place;
    size_t own = 0;
    if (!is_on || probed_of(type) != NULL) {
        return;
    }
    for (size_t slot = 0; slot < ledger_slot_count() && slot < MOST_SLOTS; slot++) {
        void *function = ledger_slot_of(type, slot);
        fresh.marked[slot] =
            function != NULL && (type->tp_base == NULL || ledger_slot_of(type->tp_base, slot) != function);
        own += fresh.marked[slot] != 0;
    }
    place = probed_of(NULL);
    if (own != 0 && (place != NULL || probed_count < MOST_TYPES)) {
        *(place != NULL ? place : &probed[probed_count++]) = fresh;
        memset(done, 0, sizeof(done));
    }
    /* An instance is also one of the types above. */
    if (type->tp_alloc == PyType_GenericAlloc) {
        type->tp_alloc = noting_alloc;
    }
    if (type->tp_new == PyType_GenericNew) {
        type->tp_new = noting_new;
    }
}

void ledger_type_gone(uintptr_t block, size_t size)
{
    for (size_t at = 0; at < probed_count; at++) {
        if ((uintptr_t)probed[at].type >= block && (uintptr_t)probed[at].type < block + size) {
            probed[at].type = NULL;
        }
    }
}

/* An instance of the type itself. The collector's list would be a second pointer to each of its objects, some of them lost. */
static PyObject *in_blocks(PyTypeObject *type)
{
    size_t position = 0;
    const Block *block;
    uintptr_t before = ledger_before(type);
    while ((block = ledger_block_next(&position)) != NULL) {
        PyObject *object = (PyObject *)(block->start + before);
        if (block->size >= before + (size_t)type->tp_basicsize && Py_TYPE(object) == type && Py_REFCNT(object) > 0) {
            return object;
        }
    }
    return NULL;
}

/* An instance of the type, or of one below it. */
static PyObject *alive(PyTypeObject *type)
{
    PyObject *found = in_blocks(type), *below = NULL;
    if (found == NULL) {
        below = PyObject_CallMethod((PyObject *)&PyType_Type, "__subclasses__", "O", type);
    }
    for (Py_ssize_t at = 0; below != NULL && found == NULL && at < PyList_GET_SIZE(below); at++) {
        found = alive((PyTypeObject *)PyList_GET_ITEM(below, at));
    }
    Py_XDECREF(below);
    PyErr_Clear();
    return found;
}

void ledger_probe_alive(void)
{
    const struct timespec moment = {0, 1000000};
    /* A thread that was joined takes a moment to end. */
    for (int times = 0; times < 20 && probed_count != 0 && !ledger_is_alone(); times++) {
        nanosleep(&moment, NULL);
    }
    for (size_t at = 0; at < probed_count; at++) {
        Probed *of = &probed[at];
        if (of->type != NULL && memchr(of->marked, 1, sizeof(of->marked)) != NULL) {
            PyObject *instance = alive(of->type);
            if (instance != NULL) {
                probe(of, instance);
            }
        }
    }
}
