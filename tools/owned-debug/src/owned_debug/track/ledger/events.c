/* What lines of C do with references.
 *
 * A line that gives a reference up closes one that was acquired: the latest of a line of the same function, or else the
 * latest of all. When there are more open than the object has references, the oldest have been given back by others. */
#include "ledger.h"

#include <string.h>

enum { MOST_CHUNKS = 1 << 12, CHUNK = 1 << 14 };

/* Freed objects, each in its own place: the latest that belongs there. */
enum { GRAVES = 1 << 12 };
static uintptr_t graves[GRAVES];
static int something_buried;

static Line *lines;
static uint32_t line_count = 1, line_room;

static Record *chunks[MOST_CHUNKS];
static uint32_t record_count = 1, free_record;

/* The line that is about to have an instance made, and of which type. */
static uint32_t pending_line;
static PyTypeObject *pending_type;
int ledger_something_pending;

Line *ledger_line(uint32_t number)
{
    return &lines[number];
}

uint32_t ledger_line_count(void)
{
    return line_count;
}

/* Gives the line its number. */
static __attribute__((noinline)) uint32_t first_heard(struct owned_track_site *site)
{
    if (line_count >= line_room) {
        uint32_t room = line_room == 0 ? 1 << 12 : line_room * 2;
        Line *larger = (Line *)ledger_map(room * sizeof(Line));
        if (larger == NULL) {
            return 0;
        }
        if (lines != NULL) {
            memcpy(larger, lines, line_room * sizeof(Line));
            ledger_unmap(lines, line_room * sizeof(Line));
        }
        lines = larger;
        line_room = room;
    }
    lines[line_count].site = site;
    return site->number = line_count++;
}

/* 0 if there is no memory for it. */
static inline uint32_t number_of(struct owned_track_site *site)
{
    return site->number != 0 ? site->number : first_heard(site);
}

Record *ledger_record(uint32_t number)
{
    return &chunks[number / CHUNK][number % CHUNK];
}

uint32_t ledger_record_count(void)
{
    return record_count;
}

/* 0 if there is no memory for it. */
static uint32_t new_record(uintptr_t object)
{
    uint32_t number = free_record;
    if (number != 0) {
        free_record = ledger_record(number)->next_free;
        memset(ledger_record(number), 0, sizeof(Record));
    } else {
        number = record_count;
        if (number / CHUNK >= MOST_CHUNKS) {
            return 0;
        }
        if (chunks[number / CHUNK] == NULL) {
            chunks[number / CHUNK] = (Record *)ledger_map(CHUNK * sizeof(Record));
            if (chunks[number / CHUNK] == NULL) {
                return 0;
            }
        }
        record_count++;
    }
    ledger_record(number)->object = object;
    return number;
}

/* What is open has been given back by others. */
static void leave(Record *record)
{
    for (uint32_t at = 0; at < record->used; at++) {
        lines[record->open[at].line].left += record->open[at].count;
    }
    record->used = 0;
    record->all = 0;
}

void ledger_close(uint32_t number)
{
    Record *record = ledger_record(number);
    leave(record);
    record->object = 0;
    record->next_free = free_record;
    free_record = number;
}

static inline Record *record_of(PyObject *object)
{
    Block *block = ledger_block_new(ledger_start_of(object));
    if (block == NULL) {
        return NULL;
    }
    if (block->record != 0 && ledger_record(block->record)->object != (uintptr_t)object) {
        ledger_close(block->record); /* It was there before, and is another object now. */
        block->record = 0;
    }
    if (block->record == 0) {
        block->record = new_record((uintptr_t)object);
    }
    return block->record == 0 ? NULL : ledger_record(block->record);
}

static void take_out(Record *record, uint32_t at)
{
    memmove(&record->open[at], &record->open[at + 1], (record->used - at - 1) * sizeof(Open));
    record->used--;
}

/* Makes room for one more: a line of which nothing is open is forgotten first, and then the oldest. */
static void make_room(Record *record)
{
    uint32_t at = OPEN_LINES - 1;
    while (at > 0 && record->open[at].count != 0) {
        at--;
    }
    if (record->open[at].count != 0) {
        at = OPEN_LINES - 1;
        record->all -= record->open[at].count;
        lines[record->open[at].line].left += record->open[at].count;
        record->flags |= RECORD_DOUBTFUL;
    }
    take_out(record, at);
}

/* The line is the latest of the object's. */
static inline void open_one(Record *record, uint32_t line)
{
    Open first = {line, 1};
    record->all++;
    for (uint32_t at = 0; at < record->used; at++) {
        if (record->open[at].line == line) {
            first.count += record->open[at].count;
            for (; at > 0; at--) {
                record->open[at] = record->open[at - 1];
            }
            record->open[0] = first;
            return;
        }
    }
    if (record->used == OPEN_LINES) {
        make_room(record);
    }
    for (uint32_t at = record->used++; at > 0; at--) {
        record->open[at] = record->open[at - 1];
    }
    record->open[0] = first;
}

/* Whether the count of an object is one: it is not where it is a constant of the interpreter. */
static int is_counted(Py_ssize_t references)
{
    return references > 0 && references < 100000000;
}

/* There cannot be more open than there are references. */
static inline void drop_oldest(Record *record, Py_ssize_t references)
{
    for (uint32_t at = record->used; at > 0 && is_counted(references) && record->all > (uint64_t)references; at--) {
        Open *oldest = &record->open[at - 1];
        uint64_t more = record->all - (uint64_t)references;
        uint32_t gone = oldest->count < more ? oldest->count : (uint32_t)more;
        oldest->count -= gone;
        record->all -= gone;
        lines[oldest->line].left += gone;
    }
}

static inline uintptr_t *grave_of(uintptr_t object)
{
    return &graves[((uint64_t)(object >> 4) * 0x9E3779B97F4A7C15u) >> 52];
}

/* Whether a line may count references to this: it is set, and is not freed. Otherwise that is noted. */
static inline int usable(uint32_t line, uintptr_t address)
{
    uintptr_t unset;
    memset(&unset, OWNED_TRACK_UNSET, sizeof(unset));
    if (address != unset && *grave_of(address) != address) {
        return 1; /* NULL lies in a grave, too. */
    }
    if (address == unset || address == 0) {
        lines[line].unset++;
    } else {
        lines[line].freed++;
    }
    return 0;
}

/* The line has one of so many references. */
static inline void has(uint32_t line, PyObject *object, Py_ssize_t references)
{
    Record *record = record_of(object);
    lines[line].acquired++;
    if (record != NULL) {
        if (references == 1) {
            leave(record); /* All there was before has been given back, perhaps with an object that was there before. */
            record->flags = RECORD_BORN;
        }
        open_one(record, line);
        drop_oldest(record, references);
    }
}

static void acquired(struct owned_track_site *site, PyObject *object)
{
    uint32_t line = ledger_is_heard() ? number_of(site) : 0;
    if (line != 0) {
        has(line, object, Py_REFCNT(object));
    }
}

/* As often as not of a constant, of which nothing can be seen when it is given back. */
static void returns(struct owned_track_site *site)
{
    uint32_t line = ledger_is_heard() ? number_of(site) : 0;
    if (line != 0) {
        lines[line].acquired++;
        lines[line].left++;
    }
}

static int adds(struct owned_track_site *site, PyObject *object)
{
    uint32_t line = ledger_is_heard() ? number_of(site) : 0;
    if (line == 0) {
        return 1;
    }
    if (!usable(line, (uintptr_t)object)) {
        return 0;
    }
    has(line, object, Py_REFCNT(object) + 1);
    return 1;
}

/* Which line's reference a line of this function gives up: the latest that is open of the same function, or of all. As many
 * as there are lines if none is. */
static inline uint32_t closed_by(const Record *record, const char *function)
{
    uint32_t found = record->used;
    for (uint32_t at = 0; at < record->used; at++) {
        if (record->open[at].count != 0) {
            if (lines[record->open[at].line].site->function == function) {
                return at;
            }
            found = found == record->used ? at : found;
        }
    }
    return found;
}

/* A reference is given up that no line is known to have acquired: there are other ways to acquire one to this constant. */
static void doubt(PyObject *object)
{
    Record *record = ledger_is_constant(object) ? record_of(object) : NULL;
    if (record != NULL) {
        record->flags |= RECORD_DOUBTFUL;
    }
}

int ledger_usable(struct owned_track_site *site, PyObject *object)
{
    uint32_t line = ledger_is_heard() ? number_of(site) : 0;
    return line == 0 || usable(line, (uintptr_t)object);
}

void ledger_borrowed(struct owned_track_site *site)
{
    uint32_t line = number_of(site);
    if (line != 0) {
        lines[line].borrowed++;
    }
}

static int released(struct owned_track_site *site, PyObject *object)
{
    uint32_t line = ledger_is_heard() ? number_of(site) : 0, found;
    Block *block;
    Record *record;
    if (line == 0) {
        return 1;
    }
    if (!usable(line, (uintptr_t)object)) {
        return 0;
    }
    lines[line].released++;
    block = ledger_block(ledger_start_of(object));
    record = block == NULL || block->record == 0 ? NULL : ledger_record(block->record);
    if (record == NULL || record->object != (uintptr_t)object) {
        doubt(object);
        return 1;
    }
    drop_oldest(record, Py_REFCNT(object));
    found = closed_by(record, site->function);
    if (found == record->used) {
        record->flags |= RECORD_DOUBTFUL;
    } else {
        if (lines[record->open[found].line].site->function != site->function) {
            record->flags |= RECORD_CROSSED;
        }
        record->open[found].count--;
        record->all--;
        lines[record->open[found].line].closed++;
    }
    return 1;
}

void ledger_bury(uintptr_t object)
{
    *grave_of(object) = object;
    something_buried = 1;
}

void ledger_something_else(uintptr_t block)
{
    for (uintptr_t object = block; something_buried && object <= block + 4 * sizeof(void *); object += 2 * sizeof(void *)) {
        if (*grave_of(object) == object) {
            *grave_of(object) = 0;
        }
    }
}

static void calls(struct owned_track_site *site)
{
    if (PyErr_Occurred() != NULL && ledger_is_heard()) {
        uint32_t line = number_of(site);
        if (line != 0) {
            lines[line].with_exception++;
        }
    }
}

static void allocates(struct owned_track_site *site, PyTypeObject *type)
{
    pending_line = ledger_is_heard() ? number_of(site) : 0;
    pending_type = type;
    ledger_something_pending = pending_line != 0;
}

void ledger_made(uintptr_t start, size_t size)
{
    uintptr_t before = ledger_before(pending_type);
    Block *block;
    ledger_something_pending = 0;
    block = size < before + (size_t)pending_type->tp_basicsize ? NULL : ledger_block(start);
    if (block == NULL) {
        return;
    }
    block->record = new_record(start + before);
    lines[pending_line].acquired++;
    ledger_note_instance((PyObject *)(start + before), pending_type);
    if (block->record != 0) {
        ledger_record(block->record)->flags = RECORD_BORN;
        open_one(ledger_record(block->record), pending_line);
    }
}

static void type(struct owned_track_site *site, PyTypeObject *made)
{
    if (ledger_is_heard()) {
        ledger_hear_members(site, made);
        ledger_hear_type(site, made);
    }
}

static void instance(PyObject *made)
{
    if (ledger_is_heard()) {
        ledger_note_instance(made, Py_TYPE(made));
    }
}

const struct owned_track_ledger ledger_of_lines = {OWNED_TRACK_ABI, acquired, adds, released, allocates,
                                                   calls,           returns,  type, instance};
