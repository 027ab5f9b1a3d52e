/* Objects that are freed: each address in its own place, and the latest that belongs there. Its entry in the table of objects is
 * marked as long as nothing else is made there, even if another has its place by then. */
#include "ledger.h"

enum { GRAVES = 1 << 12 };
static uintptr_t graves[GRAVES];

static uintptr_t *grave_of(uintptr_t object)
{
    return &graves[((uint64_t)(object >> 4) * 0x9E3779B97F4A7C15u) >> 52];
}

int ledger_is_buried(uintptr_t address)
{
    const uint32_t *entry = ledger_entry_of_object(address);
    return entry != NULL && *entry & ENTRY_BURIED && *grave_of(address) == address;
}

void ledger_bury(uintptr_t object)
{
    uint32_t *entry = ledger_entry_of_object(object);
    if (entry != NULL) {
        *entry |= ENTRY_BURIED;
        *grave_of(object) = object;
    }
}

static void dig_up(uintptr_t object)
{
    uint32_t *entry = ledger_entry_of_object(object);
    if (entry != NULL && *entry & ENTRY_BURIED) {
        *entry &= ~ENTRY_BURIED;
        if (*grave_of(object) == object) {
            *grave_of(object) = 0;
        }
    }
}

void ledger_something_else(uintptr_t block)
{
    enum { LAST = 4 * sizeof(void *), STEP = 2 * sizeof(void *) };
    const uint32_t *entry = ledger_entry_of_object(block);
    /* All are in one part of the table, but for a block that begins at the end of one. */
    if (block >> PART_BITS == (block + LAST) >> PART_BITS) {
        uint32_t marks = 0;
        for (size_t at = 0; entry != NULL && at <= LAST / sizeof(PyObject); at++) {
            marks |= entry[at];
        }
        if (!(marks & ENTRY_BURIED)) {
            return;
        }
    }
    for (uintptr_t object = block; object <= block + LAST; object += STEP) {
        dig_up(object);
    }
}
