/* What each event needs: the line that tells of it, and what is known of its object. Both are found without a search. */
#ifndef OWNED_TRACK_RECORDS_H
#define OWNED_TRACK_RECORDS_H

#include <Python.h>
#include <stdint.h>

#include "../include/owned_track/core.h"
#include "tables.h"

/* ---- lines.c ---- */

/* A line of C that acquires or releases references: one line of the processor's cache. */
typedef struct {
    struct owned_track_site *site;
    /* The site's. */
    const char *function;
    uint64_t acquired;
    /* References that the line acquired and a line of C gave up. */
    uint64_t closed;
    /* References that the line acquired, and that were given back by somebody else: returned to Python, or stored in what
     * has died since. */
    uint64_t left;
    /* References that the line gave up. */
    uint64_t released;
    /* How often it counted a reference to what was never set, and to what was freed; and called Python with an exception set. */
    uint32_t unset;
    uint32_t freed;
    uint32_t with_exception;
    /* Of a member of a type: how often it held what nobody had taken a reference to. */
    uint32_t borrowed;
} Line;

/* By their numbers, from 1. */
extern Line *ledger_lines;
uint32_t ledger_line_count(void);
/* The number of a line, which is new or not; 0 if there is no memory for it, or this thread is not listened to. */
uint32_t ledger_heard(struct owned_track_site *site);

/* ---- records.c ---- */

/* References to one object that a line acquired, and that no line of C has given up. A line stays in the list when there are
 * none left: where two acquired and one gave up, it may have been the other's. */
typedef struct {
    uint32_t line;
    uint32_t count;
} Open;

/* How many lines are kept of one object, the latest first. What is open of more of them is not told apart from what was
 * acquired elsewhere. */
enum { OPEN_LINES = 12 };

/* A line made the object, and nobody else had a reference then; lines gave up more references than they are known to have
 * had, or some are not told apart any more; a line gave up what another function had acquired. */
enum { RECORD_BORN = 1, RECORD_DOUBTFUL = 2, RECORD_CROSSED = 4 };

/* So many of them are in the record itself. */
enum { NEAR_LINES = 5 };

/* What is known of an object, in one line of the processor's cache. */
typedef struct __attribute__((aligned(64))) {
    uintptr_t object;
    /* How many references of all lines are open. */
    uint64_t all;
    /* How many lines are kept. */
    uint16_t used;
    uint16_t flags;
    uint32_t next_free;
    /* The first acquired one last; it is NO_LINE with none open where no line is kept. */
    Open open[NEAR_LINES];
} Record;

#define NO_LINE UINT32_MAX

/* The lines of an object that its record has no room for. */
typedef struct {
    Open open[OPEN_LINES - NEAR_LINES];
} Far;

/* By their numbers, from 1. */
extern Record *ledger_records;
extern Far *ledger_far;

/* A line of the record, 0 for the latest. */
static inline Open *ledger_open_at(Record *record, uint32_t at)
{
    return at < NEAR_LINES ? &record->open[at] : &ledger_far[record - ledger_records].open[at - NEAR_LINES];
}

/* The number of the record of the object at each address, or 0; with this bit if what was there is freed, since when nothing
 * else is known to be there. */
#define ENTRY_BURIED ((uint32_t)1 << 31)
extern Table ledger_of_objects;

static inline uint32_t *ledger_entry_of_object(uintptr_t address)
{
    return ledger_entry(ledger_of_objects, address, sizeof(PyObject));
}

/* The record of the object, or NULL. */
static inline Record *ledger_record_of(PyObject *object)
{
    const uint32_t *entry = ledger_entry_of_object((uintptr_t)object);
    Record *record = entry == NULL ? NULL : &ledger_records[*entry & ~ENTRY_BURIED];
    return record != NULL && record->object == (uintptr_t)object ? record : NULL;
}
/* The same, which is made if it is not there; NULL without memory. */
Record *ledger_record_new(PyObject *object);
/* The object of the record has moved. -1 without memory. */
int ledger_record_moved(uint32_t record, uintptr_t object);
/* The object of the record is no more: what was open of it has been given back by others. */
void ledger_close(uint32_t record);

/* ---- open.c ---- */

/* What is open of the object has been given back by others. */
void ledger_leave(Record *record);
/* The line has one more open, and is the latest of the object's. */
void ledger_open(Record *record, uint32_t line);
/* There cannot be more open than there are references: the oldest have been given back by others. */
void ledger_drop_oldest(Record *record, Py_ssize_t references);
/* Gives up the reference that a line of this function gives up, if one is known. */
void ledger_give_up(Record *record, const char *function);

/* By functions: whether a line of it ever opened one. Two can share a place, which costs time alone. */
enum { FUNCTION_PLACES = 1 << 12 };
extern unsigned char ledger_functions_open[FUNCTION_PLACES];

static inline unsigned char *ledger_function_opens(const char *function)
{
    return &ledger_functions_open[((uint64_t)(uintptr_t)function * 0x9E3779B97F4A7C15u) >> 52];
}

/* ---- graves.c ---- */

/* Objects that are freed are known by their address, until there is something else. */
void ledger_bury(uintptr_t object);
void ledger_something_else(uintptr_t block);
/* Whether this is one of them. */
int ledger_is_buried(uintptr_t address);

#endif
