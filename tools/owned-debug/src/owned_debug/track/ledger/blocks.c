/* Every block of Python's allocator, by its address: a table with open addresses, in which what is taken out leaves no hole. */
#include "ledger.h"

#include <string.h>

Block *ledger_blocks;
size_t ledger_blocks_mask;
static size_t used;

/* By parts of memory of 64 KiB: whether a block was ever there. Two addresses can share a place, which costs time alone. */
enum { PARTS = 1 << 16 };
static unsigned char parts[PARTS];

static size_t part_of(uintptr_t address)
{
    return (size_t)(((uint64_t)(address >> 16) * 0x9E3779B97F4A7C15u) >> 48);
}

static int grow(void)
{
    size_t size = ledger_blocks == NULL ? (size_t)1 << 16 : (ledger_blocks_mask + 1) * 2;
    Block *former = ledger_blocks, *larger = (Block *)ledger_map(size * sizeof(Block));
    size_t former_size = ledger_blocks_mask + 1;
    if (larger == NULL) {
        return -1;
    }
    ledger_blocks = larger;
    ledger_blocks_mask = size - 1;
    if (former == NULL) {
        return 0;
    }
    for (size_t at = 0; at < former_size; at++) {
        if (former[at].start != 0) {
            size_t place = ledger_place_of(former[at].start);
            while (ledger_blocks[place].start != 0) {
                place = (place + 1) & ledger_blocks_mask;
            }
            ledger_blocks[place] = former[at];
        }
    }
    ledger_unmap(former, former_size * sizeof(Block));
    return 0;
}

Block *ledger_block_new(uintptr_t start)
{
    size_t place;
    if ((ledger_blocks == NULL || used * 2 > ledger_blocks_mask) && grow() < 0) {
        return NULL;
    }
    for (place = ledger_place_of(start); ledger_blocks[place].start != 0; place = (place + 1) & ledger_blocks_mask) {
        if (ledger_blocks[place].start == start) {
            return &ledger_blocks[place];
        }
    }
    used++;
    parts[part_of(start)] = 1;
    ledger_blocks[place].start = start;
    return &ledger_blocks[place];
}

void ledger_block_gone(uintptr_t start)
{
    Block *found = ledger_block(start);
    size_t hole, next;
    if (found == NULL) {
        return;
    }
    used--;
    hole = (size_t)(found - ledger_blocks);
    for (next = (hole + 1) & ledger_blocks_mask; ledger_blocks[next].start != 0; next = (next + 1) & ledger_blocks_mask) {
        /* What stands further on moves into the hole, unless it would then stand before its own place. */
        if (((next - ledger_place_of(ledger_blocks[next].start)) & ledger_blocks_mask) >= ((next - hole) & ledger_blocks_mask)) {
            ledger_blocks[hole] = ledger_blocks[next];
            hole = next;
        }
    }
    memset(&ledger_blocks[hole], 0, sizeof(Block));
}

int ledger_block_may_be_near(uintptr_t address)
{
    return parts[part_of(address)] || parts[part_of(address - 32)];
}

Block *ledger_block_next(size_t *position)
{
    for (; ledger_blocks != NULL && *position <= ledger_blocks_mask; (*position)++) {
        if (ledger_blocks[*position].start != 0) {
            return &ledger_blocks[(*position)++];
        }
    }
    return NULL;
}
