/* The ledger of a program that is tracked: what lines of C acquired and released, by object, and at the end which references
 * nobody can give back any more.
 *
 * memory.c     tables, in memory of their own, which is not searched for pointers
 * blocks.c     every block of Python's allocator, by its address
 * lines.c      the lines of C, by their numbers
 * records.c    what is known of objects, by their addresses
 * open.c       which lines have references to an object open
 * graves.c     objects that are freed
 * events.c     what lines do: called by the code that is tracked
 * allocator.c  hears of each block that is made and given back
 * members.c    members of types, which CPython writes by itself
 * types.c      the types of code that is tracked, and when one of them is probed
 * slots.c      the slots that take an operand of any type
 * probe.c      starts a process in which they are called
 * confined.c   calls them there, with an operand that has nothing but a header
 * regions.c    the memory of the process that can hold pointers
 * reach.c      which blocks can be reached, and how many pointers there are to each object
 * unreached.c  what is lost with what, and which cycles keep themselves alive
 * lost.c       what Python is told of it
 * module.c     what Python sees
 *
 * Everything runs with the GIL held. */
#ifndef OWNED_TRACK_LEDGER_H
#define OWNED_TRACK_LEDGER_H

#include <Python.h>
#include <stdint.h>

#include "../include/owned_track/core.h"
#include "records.h"

/* ---- memory.c ---- */

/* Memory that is all zeros, or NULL. */
void *ledger_map(size_t size);
void ledger_unmap(void *start, size_t size);
/* If the address lies in memory of the ledger's: where that ends. Otherwise 0. */
uintptr_t ledger_own_end(uintptr_t address);
/* Where the next memory of the ledger's begins, from this address on; 0 if there is none. */
uintptr_t ledger_own_begin(uintptr_t address);

/* ---- events.c ---- */

extern struct owned_track_ledger ledger_of_lines;
/* There is another interpreter now: from here on each event is asked which thread it is of. */
void ledger_beside_others(void);

/* The first block of this size, or more, that is made next is an instance that a line makes. */
void ledger_made(uintptr_t block, size_t size);
extern int ledger_something_pending;
/* Whether the object is one: it may never have been set, or be freed, which is then noted. */
int ledger_usable(struct owned_track_site *site, PyObject *object);
/* Each is one object as long as the process lives, and C code has it by name. */
static inline int ledger_is_constant(PyObject *object)
{
    return object == Py_None || object == Py_True || object == Py_False || object == Py_Ellipsis ||
           object == Py_NotImplemented;
}

/* ---- members.c ---- */

/* From now on the type's members that hold objects tell what becomes of these. */
void ledger_hear_members(const struct owned_track_site *site, PyTypeObject *type);

/* ---- types.c ---- */

/* A slot that read fields of an operand which may be of any type. */
typedef struct {
    char type[128];
    const char *slot;
    /* The file that the slot was loaded from, and where in it the operand was read; empty where it is not known. */
    char module[512];
    uintptr_t offset;
    const struct owned_track_site *site;
} Cast;

/* A line has made the type. */
void ledger_hear_type(struct owned_track_site *site, PyTypeObject *type);
/* An instance of the type, or of one below it, is being made there. */
void ledger_note_instance(PyObject *instance, PyTypeObject *type);
/* Memory in which there was room for a type is given back. */
void ledger_type_gone(uintptr_t block, size_t size);
void ledger_probe_types(int on);
/* Probes those of which an instance is alive. */
void ledger_probe_alive(void);
const Cast *ledger_cast(size_t number);

/* ---- probe.c ---- */

/* Whether no other thread runs. */
int ledger_is_alone(void);
/* How many slots there are; the function of a type, or NULL. */
size_t ledger_slot_count(void);
void *ledger_slot_of(PyTypeObject *type, size_t slot);
/* Calls the slots of the type that are marked, in another process. Those that read behind a header are marked in `found`, with
 * where they did. -1 if there can be no such process now. */
int ledger_probe(PyTypeObject *type, PyObject *instance, const char *marked, Cast *found, char *is_found);

/* ---- blocks.c ---- */

/* The collector knows the object in it; something that can be reached points to it; it is a weak reference; what it is
 * lost with is told elsewhere. */
enum { BLOCK_COLLECTED = 1, BLOCK_REACHED = 2, BLOCK_WEAK = 4, BLOCK_EXPLAINED = 8 };

/* A block of Python's allocator; or, with no size, an object that is in none that is known. */
typedef struct {
    uintptr_t start;
    size_t size;
    /* Of the object in it; 0 if there is none. */
    uint32_t record;
    uint16_t flags;
    /* Where its object begins, if the collector knows it. */
    uint16_t offset;
    /* While it is searched: pointers to its object, and which of the lost blocks it is, from 1. Of a block that is no more: the
     * next that is none. */
    uint32_t pointers;
    uint32_t lost;
} Block;

/* By their numbers, from 1. They stay where they are. */
extern Block *ledger_blocks;
/* Those that allocators made begin at every second word, in the first table. Others are taken to begin in front of an object, of
 * which is not known whether it has anything in front. */
extern Table ledger_of_blocks[2];

static inline uint32_t *ledger_entry_of_block(uintptr_t start)
{
    return ledger_entry(ledger_of_blocks[start / sizeof(void *) % 2], start, 2 * sizeof(void *));
}

/* The block that begins there, or NULL. */
static inline Block *ledger_block(uintptr_t start)
{
    const uint32_t *entry = ledger_entry_of_block(start);
    Block *block = entry == NULL ? NULL : &ledger_blocks[*entry];
    return block != NULL && block->start == start ? block : NULL;
}
/* The same, which is made if it is not there; NULL without memory. */
Block *ledger_block_new(uintptr_t start);
void ledger_block_gone(Block *block);
/* The record of the object in the block, in place of that of what was in it before; NULL without memory. */
Record *ledger_record_in(Block *block, PyObject *object);
/* Each block in turn: begins with 0; NULL at the end. */
Block *ledger_block_next(size_t *position);

/* ---- allocator.c ---- */

/* Whether this thread runs the interpreter that is listened to. */
int ledger_is_heard(void);
void ledger_listen(void);
/* Takes all memory that Python's allocator has free, clears it, and gives it back. */
void ledger_clear_free(void);

/* ---- regions.c ---- */

/* Calls `f` with each piece of memory that can hold pointers, and is in use, and what is in it. -1 with an exception where
 * that cannot be known. */
int ledger_regions(void (*f)(uintptr_t start, uintptr_t end, const uintptr_t *words));

/* ---- reach.c ---- */

/* What lies in front of the instances of a type: the collector's links, and what the interpreter manages for the class. */
static inline uintptr_t ledger_before(PyTypeObject *type)
{
    uintptr_t links = 2 * sizeof(void *), before = PyType_IS_GC(type) ? links : 0;
#if PY_VERSION_HEX >= 0x030C0000
    before += PyType_HasFeature(type, Py_TPFLAGS_MANAGED_WEAKREF | Py_TPFLAGS_MANAGED_DICT) ? links : 0;
#else
    before += PyType_HasFeature(type, 1UL << 4) ? links : 0; /* Py_TPFLAGS_MANAGED_DICT */
#endif
    return before;
}

/* Where the memory of an object begins. */
static inline uintptr_t ledger_start_of(PyObject *object)
{
    return (uintptr_t)object - ledger_before(Py_TYPE(object));
}
/* The block of the object, or of the memory, that the word points to; NULL if to none. */
Block *ledger_target(uintptr_t word);
/* Calls `f` with each word of a block that may be a pointer. `from` is where it begins, and then goes on. */
uintptr_t ledger_next_word(const Block *block, size_t *position);
/* Marks what can be reached, and counts the pointers to each object. -1 with an exception. */
int ledger_reach(void);

/* ---- unreached.c ---- */

/* More references than pointers, of an object whose references are counted. */
Py_ssize_t ledger_excess_of(const Block *block);
/* Sorts out what cannot be reached, when that is marked. -1 with an exception. */
int ledger_sort_out(void);
/* The number of the cycle that the block is on, or 0: until the next call. */
uint32_t ledger_cycle_of(const Block *block);
void ledger_sorted_out(void);

/* ---- lost.c ---- */

/* What can be reached no more, or has more references than pointers: a list of tuples, or NULL with an exception. What type an
 * object is of that no line has been heard of is known by the addresses of all types, in order. */
PyObject *ledger_lost(const uintptr_t *all_types, size_t count_of_types);

#endif
