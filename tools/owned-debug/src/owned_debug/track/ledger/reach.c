/* Which blocks can be reached from memory that is none of Python's, and how many pointers there are to each object.
 *
 * A word is taken for a pointer to an object if it is its address, but for bits that no address has. Weak references point to
 * nothing, and neither do the collector's lists. What Python's allocator gave before the ledger listened counts as reached. */
#include "ledger.h"

#include <stdlib.h>

/* The collector's list in front of an object. */
enum { LINKS = 2 * sizeof(void *) };

/* Blocks in the order of their addresses, and those that are reached and not yet gone through. */
static Block **sorted, **found;
static size_t block_count, found_count;

Block *ledger_target(uintptr_t word)
{
    uintptr_t address = word & ~(uintptr_t)7;
    if (address < 4096) {
        return NULL;
    }
    /* Before 3.13 the values of an instance begin 8, 16, 24 or 32 bytes into their block, and are pointed to there. */
    for (uintptr_t offset = 0; offset <= 2 * LINKS; offset += sizeof(uintptr_t)) {
        Block *block = ledger_block(address - offset);
        if (block == NULL) {
            continue;
        }
        if (block->size == 0) { /* Only its object is known. */
            if (block->record != 0 && ledger_records[block->record].object == address) {
                return block;
            }
        } else if (block->flags & BLOCK_COLLECTED ? block->offset == offset : offset < block->size) {
            return block;
        }
    }
    return NULL;
}

uintptr_t ledger_next_word(const Block *block, size_t *position)
{
    const size_t weak = block->offset + sizeof(PyObject);
    for (; *position + sizeof(uintptr_t) <= block->size; *position += sizeof(uintptr_t)) {
        if (block->flags & BLOCK_COLLECTED) {
            if (*position >= block->offset - (size_t)LINKS && *position < block->offset) {
                continue;
            }
            if ((block->flags & BLOCK_WEAK) && *position == weak) {
                continue;
            }
        }
        uintptr_t word = *(const uintptr_t *)(block->start + *position);
        if (word >= 4096) {
            *position += sizeof(uintptr_t);
            return word;
        }
    }
    return 0;
}

static void see(uintptr_t word)
{
    Block *block = ledger_target(word);
    if (block == NULL) {
        return;
    }
    block->pointers++;
    if (!(block->flags & BLOCK_REACHED)) {
        block->flags |= BLOCK_REACHED;
        if (block->size != 0) {
            found[found_count++] = block;
        }
    }
}

/* Memory that is none of Python's, but for the blocks of Python's that lie in it. */
static void root(uintptr_t start, uintptr_t end, const uintptr_t *words)
{
    size_t low = 0, high = block_count;
    while (low < high) { /* The first block that ends after the start. */
        size_t middle = (low + high) / 2;
        if (sorted[middle]->start + sorted[middle]->size <= start) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (uintptr_t at = (start + 7) & ~(uintptr_t)7; at + sizeof(uintptr_t) <= end;) {
        if (low < block_count && at >= sorted[low]->start) {
            /* What allocators give more than was asked for is what somebody else has left there. */
            at = (sorted[low]->start + sorted[low]->size + 15) & ~(uintptr_t)15;
            low++;
            continue;
        }
        see(words[(at - start) / sizeof(uintptr_t)]);
        at += sizeof(uintptr_t);
    }
}

static int by_address(const void *left, const void *right)
{
    uintptr_t one = (*(Block *const *)left)->start, other = (*(Block *const *)right)->start;
    return one < other ? -1 : one > other;
}

/* What the collector knows says where objects begin. */
static int ask_collector(void)
{
    PyObject *collector = PyImport_ImportModule("gc"), *objects;
    if (collector == NULL) {
        return -1;
    }
    objects = PyObject_CallMethod(collector, "get_objects", NULL);
    Py_DECREF(collector);
    if (objects == NULL) {
        return -1;
    }
    for (Py_ssize_t at = 0; at < PyList_GET_SIZE(objects); at++) {
        PyObject *object = PyList_GET_ITEM(objects, at);
        Block *block = ledger_block(ledger_start_of(object));
        if (block != NULL && block->size != 0) {
            block->flags |= BLOCK_COLLECTED | (PyWeakref_Check(object) ? BLOCK_WEAK : 0);
            block->offset = (uint16_t)((uintptr_t)object - block->start);
        }
    }
    Py_DECREF(objects); /* What it points to would be reached by it. */
    return 0;
}

/* The interpreter keeps some objects that are free in arrays, and what it takes out of one stays written there. Others are put
 * in its place. */
static int overwrite_kept(void)
{
    enum { MORE_THAN_ARE_KEPT = 256 };
    PyObject *lists = PyList_New(0), *one = NULL;
    int status = lists == NULL ? -1 : 0;
    for (int each = 0; status == 0 && each < MORE_THAN_ARE_KEPT; each++) {
        one = Py_BuildValue("[i{sisisisisi}]", each, "a", 0, "b", 1, "c", 2, "d", 3, "e", 4);
        status = one == NULL ? -1 : PyList_Append(lists, one);
        Py_XDECREF(one);
    }
    Py_XDECREF(lists);
    return status;
}

int ledger_reach(void)
{
    size_t position = 0, count = 0, bytes;
    Block *block;
    int status;
    if (overwrite_kept() < 0) {
        return -1;
    }
    while ((block = ledger_block_next(&position)) != NULL) {
        block->flags = block->offset = 0;
        block->pointers = block->lost = 0;
    }
    if (ask_collector() < 0) {
        return -1;
    }
    /* From here on nothing of Python's is made, until all is known. */
    for (position = 0; ledger_block_next(&position) != NULL;) {
        count++;
    }
    bytes = (count + 1) * sizeof(Block *);
    sorted = (Block **)ledger_map(bytes);
    found = (Block **)ledger_map(bytes);
    if (sorted == NULL || found == NULL) {
        if (sorted != NULL) {
            ledger_unmap(sorted, bytes);
        }
        if (found != NULL) {
            ledger_unmap(found, bytes);
        }
        PyErr_NoMemory();
        return -1;
    }
    block_count = found_count = 0;
    for (position = 0; (block = ledger_block_next(&position)) != NULL;) {
        if (block->size != 0) {
            sorted[block_count++] = block;
        }
    }
    qsort(sorted, block_count, sizeof(Block *), by_address);
    ledger_clear_free();
    status = ledger_regions(root);
    for (size_t next = 0; status == 0 && next < found_count; next++) {
        size_t from = 0;
        for (uintptr_t word; (word = ledger_next_word(found[next], &from)) != 0;) {
            see(word);
        }
    }
    ledger_unmap(sorted, bytes);
    ledger_unmap(found, bytes);
    return status;
}
