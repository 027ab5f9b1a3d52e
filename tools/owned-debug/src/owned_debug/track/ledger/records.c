/* What is known of objects: the records, those of which are free, and the table by which they are found. */
#include "ledger.h"

enum { MOST_RECORDS = 1 << 24 };

Record *ledger_records;
Far *ledger_far;
Table ledger_of_objects;
static uint32_t count = 1, room = MOST_RECORDS, first_free;

/* Whether something is freed there stays noted. */
static void set_entry(uint32_t *entry, uint32_t number)
{
    *entry = (*entry & ENTRY_BURIED) | number;
}

static void clear_entry(uintptr_t address, uint32_t number)
{
    uint32_t *entry = ledger_entry_of_object(address);
    if ((*entry & ~ENTRY_BURIED) == number) {
        set_entry(entry, 0);
    }
}

/* Memory for all there can be; -1 without any. */
static int reserve(void)
{
    if (ledger_far == NULL) {
        ledger_far = (Far *)ledger_reserve(sizeof(Far), &room);
    }
    if (ledger_far != NULL && ledger_records == NULL) {
        ledger_records = (Record *)ledger_reserve(sizeof(Record), &room);
    }
    return ledger_records == NULL ? -1 : 0;
}

/* The number of a record of the object, which has none; 0 if there is no memory for it. */
static uint32_t new_record(uintptr_t object)
{
    uint32_t *entry, number = first_free;
    Record *record;
    if (ledger_records == NULL && reserve() < 0) {
        return 0;
    }
    entry = ledger_entry_new(ledger_of_objects, object, sizeof(PyObject));
    if (entry == NULL || (number == 0 && count == room)) {
        return 0;
    }
    if (number == 0) {
        number = count++;
    }
    record = &ledger_records[number];
    first_free = record->next_free;
    record->object = object;
    record->all = record->used = record->flags = 0;
    record->open[0] = (Open){NO_LINE, 0};
    set_entry(entry, number);
    return number;
}

Record *ledger_record_in(Block *block, PyObject *object)
{
    if (block->record != 0) {
        ledger_close(block->record);
    }
    block->record = new_record((uintptr_t)object);
    return block->record == 0 ? NULL : &ledger_records[block->record];
}

Record *ledger_record_new(PyObject *object)
{
    Record *record = ledger_record_of(object);
    Block *block = record != NULL ? NULL : ledger_block_new(ledger_start_of(object));
    /* What was there before is another object now. */
    return block == NULL ? record : ledger_record_in(block, object);
}

int ledger_record_moved(uint32_t number, uintptr_t object)
{
    uint32_t *entry = ledger_entry_new(ledger_of_objects, object, sizeof(PyObject));
    if (entry == NULL) {
        return -1;
    }
    clear_entry(ledger_records[number].object, number);
    set_entry(entry, number);
    ledger_records[number].object = object;
    return 0;
}

void ledger_close(uint32_t number)
{
    Record *record = &ledger_records[number];
    ledger_leave(record);
    clear_entry(record->object, number);
    record->object = 0;
    record->next_free = first_free;
    first_free = number;
}
