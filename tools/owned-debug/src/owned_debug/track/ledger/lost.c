/* What is lost: objects with more references than pointers, and blocks that nothing points to which can be reached.
 *
 * A reference that somebody will give back is a pointer somewhere. So a reference without one is never given back. A block that
 * cannot be reached is held by such a reference, or by itself: in a cycle that the collector does not see. */
#include "ledger.h"

/* What Python is told of one object, kept while nothing may be made. */
typedef struct {
    PyObject *object;
    uint32_t cycle;
    Py_ssize_t excess;
    Py_ssize_t references;
    int reached;
    uint32_t used;
    Open open[OPEN_LINES];
} Finding;

/* All types that there are, in the order of their addresses. */
static const uintptr_t *types;
static size_t type_count;

static int is_type(uintptr_t address)
{
    size_t low = 0, high = type_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (types[middle] == address) {
            return 1;
        }
        if (types[middle] < address) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return 0;
}

/* The object in a block of which no line has been heard; NULL if there is none. */
static PyObject *object_in(const Block *block)
{
    if (block->flags & BLOCK_COLLECTED) {
        return (PyObject *)(block->start + block->offset);
    }
    for (uintptr_t offset = 0; offset <= 4 * sizeof(void *) && offset + sizeof(PyObject) <= block->size;
         offset += 2 * sizeof(void *)) {
        PyObject *object = (PyObject *)(block->start + offset);
        if (is_type((uintptr_t)Py_TYPE(object)) && Py_REFCNT(object) > 0) {
            return object;
        }
    }
    return NULL;
}

static size_t collect(Finding *findings)
{
    size_t position = 0, count = 0;
    Block *block;
    while ((block = ledger_block_next(&position)) != NULL) {
        Record *record = block->record == 0 ? NULL : &ledger_records[block->record];
        Py_ssize_t excess = ledger_excess_of(block);
        uint32_t cycle = ledger_cycle_of(block);
        int held = block->lost != 0 && !(block->flags & BLOCK_EXPLAINED) && record != NULL && record->all != 0;
        PyObject *object = NULL;
        if (record != NULL && record->object != 0) {
            object = excess != 0 || cycle != 0 || held ? (PyObject *)record->object : NULL;
        } else if (cycle != 0) {
            object = object_in(block); /* It is on the way. */
        }
        if (object != NULL && Py_REFCNT(object) > 0) {
            Finding finding = {object, cycle, excess, Py_REFCNT(object), block->lost == 0, 0, {{0, 0}}};
            for (; record != NULL && finding.used < record->used; finding.used++) {
                finding.open[finding.used] = *ledger_open_at(record, finding.used);
            }
            if (findings != NULL) {
                findings[count] = finding;
            }
            count++;
        }
    }
    return count;
}

static PyObject *told(const Finding *finding)
{
    PyObject *lines = PyList_New(0), *line;
    int collected = PyObject_IS_GC(finding->object);
    for (uint32_t at = 0; lines != NULL && at < finding->used; at++) {
        line = Py_BuildValue("(II)", finding->open[at].line, finding->open[at].count);
        if (line == NULL || PyList_Append(lines, line) < 0) {
            Py_CLEAR(lines);
        }
        Py_XDECREF(line);
    }
    if (lines == NULL) {
        return NULL;
    }
    return Py_BuildValue("(snnIiiN)", Py_TYPE(finding->object)->tp_name, finding->excess, finding->references,
                         finding->cycle, finding->reached, collected, lines);
}

PyObject *ledger_lost(const uintptr_t *all_types, size_t count_of_types)
{
    PyObject *result = NULL, *row;
    size_t count, size;
    Finding *findings;
    if (ledger_reach() < 0 || ledger_sort_out() < 0) {
        return NULL;
    }
    types = all_types;
    type_count = count_of_types;
    count = collect(NULL);
    size = (count + 1) * sizeof(Finding);
    findings = (Finding *)ledger_map(size);
    if (findings != NULL) {
        collect(findings);
        result = PyList_New(0);
        for (size_t at = 0; result != NULL && at < count; at++) {
            row = told(&findings[at]);
            if (row == NULL || PyList_Append(result, row) < 0) {
                Py_CLEAR(result);
            }
            Py_XDECREF(row);
        }
    } else {
        PyErr_NoMemory();
    }
    ledger_sorted_out();
    if (findings != NULL) {
        ledger_unmap(findings, size);
    }
    return result;
}
