/* Hears of each block of memory that Python's allocators make and give back, as `tracemalloc` does; and clears what is free,
 * so that nothing points anywhere from there. */
#include "ledger.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Up to here Python's own allocator gives blocks; and of larger ones, which the C library gives, this much is overwritten. */
enum { NEW = 0xCD, LARGEST = 512, OVERWRITTEN = 128 * 1024 };

static PyMemAllocatorEx below[2];
/* Others can have a GIL, and a memory, of their own: what they do is not heard. */
static PyInterpreterState *listened_to;

int ledger_is_heard(void)
{
#if PY_VERSION_HEX >= 0x030D0000
    PyThreadState *thread = PyThreadState_GetUnchecked();
#else
    PyThreadState *thread = _PyThreadState_UncheckedGet();
#endif
    if (thread == NULL || thread->interp == listened_to) {
        return thread != NULL;
    }
    ledger_beside_others(); /* It makes blocks before its code counts references. */
    return 0;
}

/* What was there before is no pointer of what is made there, as long as that has not written there: it is overwritten, with
 * what CPython's own debug allocator writes. */
static void overwrite(char *start, size_t size)
{
    if (size <= LARGEST) {
        memset(start, NEW, size);
    }
}

static void made(void *memory, size_t size)
{
    Block *block;
    if (memory == NULL || !ledger_is_heard()) {
        return;
    }
    ledger_something_else((uintptr_t)memory);
    block = ledger_block_new((uintptr_t)memory);
    if (block != NULL) {
        block->size = size == 0 ? 1 : size;
        if (ledger_something_pending) {
            ledger_made((uintptr_t)memory, size);
        }
    }
}

/* The object in a block is no more, and neither is the block. */
static void gone(Block *block)
{
    if (block->size >= sizeof(PyTypeObject)) {
        ledger_type_gone(block->start, block->size);
    }
    if (block->record != 0) {
        ledger_bury(ledger_records[block->record].object);
        ledger_close(block->record);
    }
    ledger_block_gone(block);
}

static void *hear_malloc(void *context, size_t size)
{
    PyMemAllocatorEx *allocator = (PyMemAllocatorEx *)context;
    void *memory = allocator->malloc(allocator->ctx, size);
    if (memory != NULL) {
        overwrite((char *)memory, size);
    }
    made(memory, size);
    return memory;
}

static void *hear_calloc(void *context, size_t count, size_t size)
{
    PyMemAllocatorEx *allocator = (PyMemAllocatorEx *)context;
    void *memory = allocator->calloc(allocator->ctx, count, size);
    made(memory, count * size);
    return memory;
}

static void *hear_realloc(void *context, void *memory, size_t size)
{
    PyMemAllocatorEx *allocator = (PyMemAllocatorEx *)context;
    Block *block = memory == NULL || !ledger_is_heard() ? NULL : ledger_block((uintptr_t)memory);
    size_t former_size = memory == NULL ? 0 : block == NULL ? size : block->size;
    void *moved = allocator->realloc(allocator->ctx, memory, size);
    if (moved == NULL) {
        return NULL;
    }
    if (former_size < size) {
        overwrite((char *)moved + former_size, size - former_size);
    }
    if (block == NULL) {
        made(moved, size);
    } else if (moved == memory) {
        block->size = size == 0 ? 1 : size;
    } else {
        Block former = *block, *now;
        uintptr_t object = former.record == 0 ? 0 : ledger_records[former.record].object;
        if (former.record != 0) {
            ledger_bury(object);
        }
        ledger_block_gone(block);
        ledger_something_else((uintptr_t)moved);
        now = ledger_block_new((uintptr_t)moved);
        if (now != NULL) {
            now->size = size == 0 ? 1 : size;
        }
        if (former.record != 0) {
            if (now != NULL && ledger_record_moved(former.record, object + ((uintptr_t)moved - former.start)) == 0) {
                now->record = former.record;
            } else {
                ledger_close(former.record);
            }
        }
    }
    return moved;
}

static void hear_free(void *context, void *memory)
{
    PyMemAllocatorEx *allocator = (PyMemAllocatorEx *)context;
    Block *block = memory == NULL || !ledger_is_heard() ? NULL : ledger_block((uintptr_t)memory);
    if (block != NULL) {
        if (block->size > LARGEST) {
            memset(memory, 0, block->size < OVERWRITTEN ? block->size : OVERWRITTEN);
        }
        gone(block);
    }
    allocator->free(allocator->ctx, memory);
}

static void hear(PyMemAllocatorDomain domain, PyMemAllocatorEx *former)
{
    PyMemAllocatorEx ours = {former, hear_malloc, hear_calloc, hear_realloc, hear_free};
    PyMem_GetAllocator(domain, former);
    PyMem_SetAllocator(domain, &ours);
}

#ifdef __GLIBC__
/* Takes a block of the C library's, clears it, and puts it in front of those that were taken. */
static int take(size_t size, void ***taken)
{
    void **block = (void **)malloc(size);
    if (block == NULL) {
        return -1;
    }
    explicit_bzero(block, size); /* Nobody reads what is cleared, so a compiler would leave `memset` out. */
    *block = *taken;
    *taken = block;
    return 0;
}
#endif

/* Takes what the C library has free, clears it, and gives it back: until its memory grows, or much was taken. What is left at
 * the end of it goes back to the system. */
static void clear_c_library(void)
{
#ifdef __GLIBC__
    enum { LARGEST_FIRST = 65536, LEAST = 32, MOST = 256 << 20 };
    /* Of each of these sizes a thread keeps a few for itself, which are given for no other. */
    enum { KEPT_FROM = 24, KEPT_TO = 1032, KEPT_STEP = 16, KEPT = 7 };
    void **taken = NULL;
    size_t all = 0;
    for (size_t size = KEPT_FROM; size <= KEPT_TO; size += KEPT_STEP) {
        for (int each = 0; each < KEPT; each++) {
            take(size, &taken);
        }
    }
    for (size_t size = LARGEST_FIRST; size >= LEAST; size /= 2) {
        void *end = sbrk(0);
        while (all < MOST && sbrk(0) == end && take(size, &taken) == 0) {
            all += size;
        }
    }
    while (taken != NULL) {
        void **next = (void **)*taken;
        free(taken);
        taken = next;
    }
    malloc_trim(0);
#endif
}

void ledger_listen(void)
{
    listened_to = PyInterpreterState_Get();
    if (PyInterpreterState_Next(PyInterpreterState_Head()) != NULL) {
        ledger_beside_others();
    }
    clear_c_library();
    hear(PYMEM_DOMAIN_MEM, &below[0]);
    hear(PYMEM_DOMAIN_OBJ, &below[1]);
}

static int asked_for_more;

static void *no_more(void *context, size_t size)
{
    (void)context, (void)size;
    asked_for_more = 1;
    return NULL;
}

/* How much of the C library's memory is in use, where it says so. */
static size_t of_c_library(void)
{
#if defined(__GLIBC_PREREQ) && __GLIBC_PREREQ(2, 33)
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
#else
    return 0;
#endif
}

/* Takes blocks of one size until there are no more, and puts them in front of those that were taken. */
static void **take_all(size_t size, void **taken)
{
    enum { ROUND = 4096 };
    size_t before = of_c_library();
    asked_for_more = 0;
    for (size_t count = 1; !asked_for_more; count++) {
        void **block = (void **)below[1].malloc(below[1].ctx, size);
        if (block == NULL) {
            break;
        }
        memset(block, 0, size);
        *block = taken;
        taken = block;
        /* With what debugging adds to it, a size may be none of Python's allocator's. */
        if (count % ROUND == 0) {
            size_t now = of_c_library();
            if (now == 0 || now >= before + ROUND * size / 2) {
                break;
            }
            before = now;
        }
    }
    return taken;
}

void ledger_clear_free(void)
{
    enum { STEP = 16 };
    PyObjectArenaAllocator former, none;
    void **taken = NULL;
    PyObject_GetArenaAllocator(&former);
    none = former;
    none.alloc = no_more;
    PyObject_SetArenaAllocator(&none);
    /* The smallest first: they take whole pools that are free, and leave what is free among blocks of other sizes. */
    for (size_t size = STEP; size <= LARGEST; size += STEP) {
        taken = take_all(size, taken);
    }
    PyObject_SetArenaAllocator(&former);
    while (taken != NULL) {
        void **next = (void **)*taken;
        below[1].free(below[1].ctx, taken);
        taken = next;
    }
    clear_c_library();
}
