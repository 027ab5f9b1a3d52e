/* Every block of Python's allocator, by its address. */
#include "ledger.h"

#include <string.h>

enum { MOST_BLOCKS = 1 << 26 };

Block *ledger_blocks;
Table ledger_of_blocks[2];
/* How many numbers were ever given, how many there are, and the first that is free again. */
static uint32_t count = 1, room = MOST_BLOCKS, first_free;

Block *ledger_block_new(uintptr_t start)
{
    Block *block = ledger_block(start);
    uint32_t *entry, number = first_free;
    if (block != NULL) {
        return block;
    }
    if (ledger_blocks == NULL && (ledger_blocks = (Block *)ledger_reserve(sizeof(Block), &room)) == NULL) {
        return NULL;
    }
    entry = ledger_entry_new(ledger_of_blocks[start / sizeof(void *) % 2], start, 2 * sizeof(void *));
    if (entry == NULL || (number == 0 && count == room)) {
        return NULL;
    }
    if (number == 0) {
        number = count++;
    }
    block = &ledger_blocks[number];
    first_free = block->lost;
    memset(block, 0, sizeof(*block));
    block->start = start;
    *entry = number;
    return block;
}

void ledger_block_gone(Block *block)
{
    uint32_t *entry = ledger_entry_of_block(block->start), number = (uint32_t)(block - ledger_blocks);
    if (*entry == number) {
        *entry = 0;
    }
    block->start = 0;
    block->lost = first_free;
    first_free = number;
}

Block *ledger_block_next(size_t *position)
{
    while (++*position < count) {
        if (ledger_blocks[*position].start != 0) {
            return &ledger_blocks[*position];
        }
    }
    return NULL;
}
