/* Memory that runs out on command: every allocation from the n-th on fails, until it is allowed again.
 *
 * Objects that wait on free lists are made without asking for memory. `verify_memory_exhaust` takes them all off
 * their lists first, and `verify_memory_refill` gives them back.
 */
#include "harness.h"

#define DOMAINS 3

static PyMemAllocatorEx before[DOMAINS];
static long asked;
static long denied;
static long deny_from = -1;

/* Objects that were on free lists. */
static PyObject *held[20000];
static int held_count;

static int refused(void)
{
    long number = asked++;
    if (deny_from >= 0 && number >= deny_from) {
        denied++;
        return 1;
    }
    return 0;
}

static void *hook_malloc(void *context, size_t size)
{
    PyMemAllocatorEx *own = context;
    return refused() ? NULL : own->malloc(own->ctx, size);
}

static void *hook_calloc(void *context, size_t count, size_t size)
{
    PyMemAllocatorEx *own = context;
    return refused() ? NULL : own->calloc(own->ctx, count, size);
}

static void *hook_realloc(void *context, void *memory, size_t size)
{
    PyMemAllocatorEx *own = context;
    return refused() ? NULL : own->realloc(own->ctx, memory, size);
}

static void hook_free(void *context, void *memory)
{
    PyMemAllocatorEx *own = context;
    own->free(own->ctx, memory);
}

int verify_memory_install(void)
{
    static const PyMemAllocatorDomain domains[DOMAINS] = {PYMEM_DOMAIN_RAW, PYMEM_DOMAIN_MEM, PYMEM_DOMAIN_OBJ};
    for (int at = 0; at < DOMAINS; at++) {
        PyMem_GetAllocator(domains[at], &before[at]);
        PyMemAllocatorEx hook = {&before[at], hook_malloc, hook_calloc, hook_realloc, hook_free};
        PyMem_SetAllocator(domains[at], &hook);
    }
    return 0;
}

static PyObject *make(int kind)
{
    switch (kind) {
    case 0:
        return PyList_New(0);
    case 1:
        return PyFloat_FromDouble(0.5);
    case 2:
        return PyContext_New();
    case 3:
        return PySlice_New(NULL, NULL, NULL);
    case 4:
        return PyDict_New();
    case 5:
        return PyLong_FromLong(100000);
    case 6: { /* a dict whose table was on a list as well */
        PyObject *dict = PyDict_New();
        if (dict != NULL && PyDict_SetItem(dict, Py_None, Py_None) < 0) {
            Py_CLEAR(dict);
        }
        return dict;
    }
    default:
        return PyTuple_New(kind - 6); /* of 1 to 20 items */
    }
}

/* Takes every object off the free lists: makes objects until one costs an allocation. */
void verify_memory_exhaust(void)
{
    for (int kind = 0; kind < 27; kind++) {
        for (;;) {
            long start = asked;
            PyObject *object = held_count < 20000 ? make(kind) : NULL;
            if (object == NULL) {
                break;
            }
            held[held_count++] = object;
            if (asked - start >= (kind == 6 ? 2 : 1)) {
                break;
            }
        }
    }
    PyErr_Clear();
}

void verify_memory_refill(void)
{
    while (held_count > 0) {
        Py_DECREF(held[--held_count]);
    }
}

void verify_memory_deny_from(long start)
{
    asked = denied = 0;
    deny_from = start;
}

long verify_memory_allow(void)
{
    deny_from = -1;
    return denied;
}

long verify_memory_asked(void)
{
    return asked;
}
