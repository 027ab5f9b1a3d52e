/* Every block of Python's allocator, by its address: a table with open addresses, in which what is taken out leaves no hole. */
#include "ledger.h"

#include <string.h>

static Block *table;
static size_t mask;
static size_t used;

/* By parts of memory of 64 KiB: whether a block was ever there. Two addresses can share a place, which costs time alone. */
enum { PARTS = 1 << 16 };
static unsigned char parts[PARTS];

static size_t place_of(uintptr_t start)
{
    uint64_t mixed = (uint64_t)(start >> 4) * 0x9E3779B97F4A7C15u;
    return (size_t)(mixed >> 24) & mask;
}

static size_t part_of(uintptr_t address)
{
    return (size_t)(((uint64_t)(address >> 16) * 0x9E3779B97F4A7C15u) >> 48);
}

static int grow(void)
{
    size_t size = table == NULL ? (size_t)1 << 16 : (mask + 1) * 2;
    Block *former = table, *larger = (Block *)ledger_map(size * sizeof(Block));
    size_t former_size = mask + 1;
    if (larger == NULL) {
        return -1;
    }
    table = larger;
    mask = size - 1;
    if (former == NULL) {
        return 0;
    }
    for (size_t at = 0; at < former_size; at++) {
        if (former[at].start != 0) {
            size_t place = place_of(former[at].start);
            while (table[place].start != 0) {
                place = (place + 1) & mask;
            }
            table[place] = former[at];
        }
    }
    ledger_unmap(former, former_size * sizeof(Block));
    return 0;
}

Block *ledger_block(uintptr_t start)
{
    if (table == NULL) {
        return NULL;
    }
    for (size_t place = place_of(start); table[place].start != 0; place = (place + 1) & mask) {
        if (table[place].start == start) {
            return &table[place];
        }
    }
    return NULL;
}

Block *ledger_block_new(uintptr_t start)
{
    size_t place;
    if ((table == NULL || used * 2 > mask) && grow() < 0) {
        return NULL;
    }
    for (place = place_of(start); table[place].start != 0; place = (place + 1) & mask) {
        if (table[place].start == start) {
            return &table[place];
        }
    }
    used++;
    parts[part_of(start)] = 1;
    table[place].start = start;
    return &table[place];
}

void ledger_block_gone(uintptr_t start)
{
    Block *found = ledger_block(start);
    size_t hole, next;
    if (found == NULL) {
        return;
    }
    used--;
    hole = (size_t)(found - table);
    for (next = (hole + 1) & mask; table[next].start != 0; next = (next + 1) & mask) {
        /* What stands further on moves into the hole, unless it would then stand before its own place. */
        if (((next - place_of(table[next].start)) & mask) >= ((next - hole) & mask)) {
            table[hole] = table[next];
            hole = next;
        }
    }
    memset(&table[hole], 0, sizeof(Block));
}

int ledger_block_may_be_near(uintptr_t address)
{
    return parts[part_of(address)] || parts[part_of(address - 32)];
}

Block *ledger_block_next(size_t *position)
{
    for (; table != NULL && *position <= mask; (*position)++) {
        if (table[*position].start != 0) {
            return &table[(*position)++];
        }
    }
    return NULL;
}
