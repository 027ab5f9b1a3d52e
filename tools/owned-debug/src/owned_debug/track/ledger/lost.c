/* What is lost: objects with more references than pointers, and blocks that nothing points to which can be reached.
 *
 * A reference that somebody will give back is a pointer somewhere. So a reference without one is never given back. A block that
 * cannot be reached is held by such a reference, or by itself: in a cycle that the collector does not see. */
#include "ledger.h"

/* Blocks that cannot be reached, from 1; and of each what the search for cycles keeps. */
typedef struct {
    Block *block;
    size_t position;
    uint32_t order;
    uint32_t lowest;
    uint32_t below;
    uint32_t cycle;
} Node;

static Node *nodes;
static uint32_t node_count;

/* More references than pointers, of an object whose references are counted. */
static Py_ssize_t excess_of(const Block *block)
{
    const Record *record = block->record == 0 ? NULL : ledger_record(block->record);
    Py_ssize_t references;
    if (record == NULL || record->object == 0 || record->all == 0) {
        return 0;
    }
    references = Py_REFCNT((PyObject *)record->object);
    if (references <= 0 || references >= 100000000 || references <= (Py_ssize_t)block->pointers) {
        return 0;
    }
    if (PyType_Check((PyObject *)record->object) &&
        !PyType_HasFeature((PyTypeObject *)record->object, Py_TPFLAGS_HEAPTYPE)) {
        return 0; /* It is part of a library, and never freed. */
    }
    return references - (Py_ssize_t)block->pointers;
}

static int list_lost(size_t *bytes)
{
    size_t position = 0, count = 1;
    Block *block;
    while ((block = ledger_block_next(&position)) != NULL) {
        count += block->size != 0 && !(block->flags & BLOCK_REACHED);
    }
    *bytes = (count + 1) * sizeof(Node);
    nodes = (Node *)ledger_map(*bytes);
    if (nodes == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    node_count = 1;
    for (position = 0; (block = ledger_block_next(&position)) != NULL && node_count < count;) {
        if (block->size != 0 && !(block->flags & BLOCK_REACHED)) {
            block->lost = node_count;
            nodes[node_count++].block = block;
        }
    }
    return 0;
}

/* Pointers from what is lost count too. */
static void count_pointers(void)
{
    for (uint32_t each = 1; each < node_count; each++) {
        size_t position = 0;
        for (uintptr_t word; (word = ledger_next_word(nodes[each].block, &position)) != 0;) {
            Block *target = ledger_target(word);
            if (target != NULL) {
                target->pointers++;
            }
        }
    }
}

/* What is lost with these blocks, by the way from them. They are a stack, linked by `below`. */
static void explain_from(uint32_t top)
{
    while (top != 0) {
        uint32_t each = top;
        size_t position = 0;
        top = nodes[each].below;
        for (uintptr_t word; (word = ledger_next_word(nodes[each].block, &position)) != 0;) {
            Block *target = ledger_target(word);
            if (target != NULL && target->lost != 0 && !(target->flags & BLOCK_EXPLAINED)) {
                target->flags |= BLOCK_EXPLAINED;
                nodes[target->lost].below = top;
                top = target->lost;
            }
        }
    }
}

/* What is lost with an object that has too many references. */
static void explain_by_excess(void)
{
    uint32_t top = 0;
    for (uint32_t each = 1; each < node_count; each++) {
        if (excess_of(nodes[each].block) > 0) {
            nodes[each].below = top;
            nodes[each].block->flags |= BLOCK_EXPLAINED;
            top = each;
        }
    }
    explain_from(top);
}

/* What is lost with a cycle, and is not on it: what its members hold beside each other. */
static void explain_by_cycles(void)
{
    uint32_t top = 0;
    for (uint32_t each = 1; each < node_count; each++) {
        if (nodes[each].cycle != 0) {
            nodes[each].below = top;
            nodes[each].block->flags |= BLOCK_EXPLAINED;
            top = each;
        }
    }
    explain_from(top);
}

/* The next lost block that one points to and that is not explained; 0 if there is none. */
static uint32_t next_of(Node *node)
{
    for (uintptr_t word; (word = ledger_next_word(node->block, &node->position)) != 0;) {
        Block *target = ledger_target(word);
        if (target != NULL && target->lost != 0 && !(target->flags & BLOCK_EXPLAINED)) {
            return target->lost;
        }
    }
    return 0;
}

/* Tarjan's search, without recursion: which blocks lie on a cycle together. `below` is the path, `stack` the members. */
static void find_cycles(uint32_t *stack)
{
    uint32_t order = 0, cycle = 0, height = 0;
    for (uint32_t first = 1; first < node_count; first++) {
        uint32_t at = first;
        if (nodes[first].order != 0 || nodes[first].block->flags & BLOCK_EXPLAINED) {
            continue;
        }
        nodes[first].below = 0;
        while (at != 0) {
            Node *node = &nodes[at];
            uint32_t next;
            if (node->order == 0) {
                node->order = node->lowest = ++order;
                node->position = 0;
                stack[height++] = at;
            }
            next = next_of(node);
            if (next == at) {
                node->cycle = UINT32_MAX; /* It holds itself. */
            } else if (next != 0 && nodes[next].order == 0) {
                nodes[next].below = at;
                at = next;
            } else if (next != 0) {
                /* One that belongs to a cycle, or to none, already has left the stack: its order is the highest. */
                if (nodes[next].order < node->lowest) {
                    node->lowest = nodes[next].order;
                }
            } else {
                if (node->lowest == node->order) {
                    int alone = stack[height - 1] == at && node->cycle == 0;
                    uint32_t member, number = alone ? 0 : ++cycle;
                    do {
                        member = stack[--height];
                        nodes[member].cycle = number;
                        nodes[member].order = UINT32_MAX;
                    } while (member != at);
                } else if (node->below != 0 && node->lowest < nodes[node->below].lowest) {
                    nodes[node->below].lowest = node->lowest;
                }
                at = node->below;
            }
        }
    }
}

/* What Python is told of one object, kept while nothing may be made. */
typedef struct {
    PyObject *object;
    uint32_t record;
    uint32_t cycle;
    Py_ssize_t excess;
    Py_ssize_t references;
    int reached;
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
        const Record *record = block->record == 0 ? NULL : ledger_record(block->record);
        Py_ssize_t excess = excess_of(block);
        uint32_t cycle = block->lost != 0 ? nodes[block->lost].cycle : 0;
        int held = block->lost != 0 && !(block->flags & BLOCK_EXPLAINED) && record != NULL && record->all != 0;
        PyObject *object = NULL;
        if (record != NULL && record->object != 0) {
            object = excess != 0 || cycle != 0 || held ? (PyObject *)record->object : NULL;
        } else if (cycle != 0) {
            object = object_in(block); /* It is on the way. */
        }
        if (object != NULL && Py_REFCNT(object) > 0) {
            Finding finding = {object, block->record, cycle, excess, Py_REFCNT(object), block->lost == 0};
            if (findings != NULL) {
                findings[count] = finding;
            }
            count++;
        }
    }
    return count;
}

static PyObject *told(const Finding *finding, const Open *open, uint32_t used)
{
    PyObject *lines = PyList_New(0), *line;
    int collected = PyObject_IS_GC(finding->object);
    for (uint32_t at = 0; lines != NULL && at < used; at++) {
        line = Py_BuildValue("(II)", open[at].line, open[at].count);
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
    size_t bytes = 0, count, size, copies;
    uint32_t *stack;
    Finding *findings;
    Record *records;
    if (ledger_reach() < 0 || list_lost(&bytes) < 0) {
        return NULL;
    }
    types = all_types;
    type_count = count_of_types;
    count_pointers();
    explain_by_excess();
    stack = (uint32_t *)ledger_map((node_count + 1) * sizeof(uint32_t));
    if (stack == NULL) {
        ledger_unmap(nodes, bytes);
        return PyErr_NoMemory();
    }
    find_cycles(stack);
    explain_by_cycles();
    count = collect(NULL);
    size = (count + 1) * sizeof(Finding);
    copies = (count + 1) * sizeof(Record);
    findings = (Finding *)ledger_map(size);
    records = (Record *)ledger_map(copies);
    if (findings != NULL && records != NULL) {
        collect(findings);
        for (size_t at = 0; at < count; at++) {
            if (findings[at].record != 0) {
                records[at] = *ledger_record(findings[at].record); /* They change as soon as something is made. */
            }
        }
        result = PyList_New(0);
        for (size_t at = 0; result != NULL && at < count; at++) {
            row = told(&findings[at], records[at].open, records[at].used);
            if (row == NULL || PyList_Append(result, row) < 0) {
                Py_CLEAR(result);
            }
            Py_XDECREF(row);
        }
    } else {
        PyErr_NoMemory();
    }
    ledger_unmap(stack, (node_count + 1) * sizeof(uint32_t));
    ledger_unmap(nodes, bytes);
    if (findings != NULL) {
        ledger_unmap(findings, size);
    }
    if (records != NULL) {
        ledger_unmap(records, copies);
    }
    return result;
}
