/* Tables by address, as sparse as the memory is: a number for each address at which something can begin. What lies beside each
 * other in memory lies beside each other in a table, so what is asked in turn is in the processor's cache. */
#ifndef OWNED_TRACK_TABLES_H
#define OWNED_TRACK_TABLES_H

#include <stddef.h>
#include <stdint.h>

enum { PART_BITS = 28, PARTS = 1 << 20 };

/* In parts, each for as much memory; NULL where there was nothing yet. */
typedef uint32_t *Table[PARTS];

/* The number of an address, which can be changed; NULL if there is none near it. What is in the table begins so many bytes
 * `apart`, or more. Of addresses that no processor has, some share a number: what it stands for has to know its address. */
static inline uint32_t *ledger_entry(Table table, uintptr_t address, size_t apart)
{
    uint32_t *part = table[(address >> PART_BITS) % PARTS];
    return part == NULL ? NULL : &part[address % ((uintptr_t)1 << PART_BITS) / apart];
}
/* Makes the part in which the address lies; -1 without memory. */
int ledger_new_part(Table table, uintptr_t address, size_t apart);

/* The number of an address, which is 0 if it is new; NULL without memory. */
static inline uint32_t *ledger_entry_new(Table table, uintptr_t address, size_t apart)
{
    uint32_t *entry = ledger_entry(table, address, apart);
    return entry != NULL || ledger_new_part(table, address, apart) < 0 ? entry : ledger_entry(table, address, apart);
}

/* Memory for so many things of a size, or for as many as the system lets: it gives what is used. NULL without any. */
void *ledger_reserve(size_t size, uint32_t *count);

#endif
