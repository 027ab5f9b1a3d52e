/* Blocks that cannot be reached: which of them an object with too many references takes with it, and which keep themselves
 * alive, on a cycle that the collector does not see. */
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
static size_t node_room;

Py_ssize_t ledger_excess_of(const Block *block)
{
    const Record *record = block->record == 0 ? NULL : &ledger_records[block->record];
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

static int list_all(void)
{
    size_t position = 0, count = 1;
    Block *block;
    while ((block = ledger_block_next(&position)) != NULL) {
        count += block->size != 0 && !(block->flags & BLOCK_REACHED);
    }
    node_room = count + 1;
    nodes = (Node *)ledger_map(node_room * sizeof(Node));
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
        if (ledger_excess_of(nodes[each].block) > 0) {
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

uint32_t ledger_cycle_of(const Block *block)
{
    return block->lost != 0 ? nodes[block->lost].cycle : 0;
}

void ledger_sorted_out(void)
{
    ledger_unmap(nodes, node_room * sizeof(Node));
    nodes = NULL;
}

int ledger_sort_out(void)
{
    uint32_t *stack;
    if (list_all() < 0) {
        return -1;
    }
    stack = (uint32_t *)ledger_map(node_room * sizeof(uint32_t));
    if (stack == NULL) {
        ledger_sorted_out();
        PyErr_NoMemory();
        return -1;
    }
    count_pointers();
    explain_by_excess();
    find_cycles(stack);
    explain_by_cycles();
    ledger_unmap(stack, node_room * sizeof(uint32_t));
    return 0;
}
