/* What lines do with references.
 *
 * Of most events the line and the object are known, and neither is looked for: the site has the number of the one, and a table by
 * address that of the other. All else is done in full. */
#include "ledger.h"

#include <string.h>

/* The line that is about to have an instance made, and of which type. */
static uint32_t pending_line;
static PyTypeObject *pending_type;
int ledger_something_pending;

/* Whether a line may count references to this: it is set, and is not freed. Otherwise that is noted. */
static int usable(uint32_t line, uintptr_t address)
{
    uintptr_t unset;
    memset(&unset, OWNED_TRACK_UNSET, sizeof(unset));
    if (address == unset || address == 0) {
        ledger_lines[line].unset++;
    } else if (ledger_is_buried(address)) {
        ledger_lines[line].freed++;
    } else {
        return 1;
    }
    return 0;
}

int ledger_usable(struct owned_track_site *site, PyObject *object)
{
    uint32_t line = ledger_heard(site);
    return line == 0 || usable(line, (uintptr_t)object);
}

/* The record of an object, unless something is freed there; or NULL. */
static inline Record *usual(PyObject *object)
{
    const uint32_t *entry = ledger_entry_of_object((uintptr_t)object);
    Record *record;
    if (entry == NULL || *entry & ENTRY_BURIED) {
        return NULL;
    }
    record = &ledger_records[*entry];
    return record->object == (uintptr_t)object ? record : NULL;
}

/* The line has one more of so many references; 1. */
static __attribute__((noinline)) int has_first(uint32_t line, Record *record, Py_ssize_t references)
{
    ledger_lines[line].acquired++;
    ledger_open(record, line);
    ledger_drop_oldest(record, references);
    return 1;
}

/* The same, of a line which as often as not is the latest already. */
static inline int has(uint32_t line, Record *record, Py_ssize_t references)
{
    if (record->open[0].line != line || record->all >= (uint64_t)references) {
        return has_first(line, record, references);
    }
    ledger_lines[line].acquired++;
    record->open[0].count++;
    record->all++;
    return 1;
}

/* The same of an object that there may be no record of, or of another that was there before. */
static void has_perhaps_first(uint32_t line, PyObject *object, Py_ssize_t references)
{
    Record *record = ledger_record_new(object);
    if (record == NULL) {
        ledger_lines[line].acquired++;
        return;
    }
    if (references == 1) {
        ledger_leave(record); /* All there was before has been given back, perhaps with an object that was there before. */
        record->flags = RECORD_BORN;
    }
    has_first(line, record, references);
}

static __attribute__((noinline)) void acquired_in_full(struct owned_track_site *site, PyObject *object)
{
    uint32_t line = ledger_heard(site);
    if (line != 0) {
        has_perhaps_first(line, object, Py_REFCNT(object));
    }
}

static void acquired(struct owned_track_site *site, PyObject *object)
{
    Record *record = usual(object);
    if (record == NULL || site->number == 0 || Py_REFCNT(object) == 1) {
        acquired_in_full(site, object);
    } else {
        has(site->number, record, Py_REFCNT(object));
    }
}

/* As often as not of a constant, of which nothing can be seen when it is given back. */
static void returns(struct owned_track_site *site)
{
    uint32_t line = ledger_heard(site);
    if (line != 0) {
        ledger_lines[line].acquired++;
        ledger_lines[line].left++;
    }
}

static __attribute__((noinline)) int adds_in_full(struct owned_track_site *site, PyObject *object)
{
    uint32_t line = ledger_heard(site);
    if (line == 0) {
        return 1;
    }
    if (!usable(line, (uintptr_t)object)) {
        return 0;
    }
    has_perhaps_first(line, object, Py_REFCNT(object) + 1);
    return 1;
}

static int adds(struct owned_track_site *site, PyObject *object)
{
    Record *record = usual(object);
    if (record == NULL || site->number == 0 || Py_REFCNT(object) == 0) {
        return adds_in_full(site, object);
    }
    return has(site->number, record, Py_REFCNT(object) + 1);
}

/* A reference is given up that no line is known to have acquired: there are other ways to acquire one to this constant. */
static void doubt(PyObject *object)
{
    Record *record = ledger_is_constant(object) ? ledger_record_new(object) : NULL;
    if (record != NULL) {
        record->flags |= RECORD_DOUBTFUL;
    }
}

/* The line gives up one of so many references; 1. */
static __attribute__((noinline)) int gives_up_any(const struct owned_track_site *site, Record *record, Py_ssize_t references)
{
    ledger_lines[site->number].released++;
    ledger_drop_oldest(record, references);
    ledger_give_up(record, site->function);
    return 1;
}

/* The same, where as often as not it is one of the latest line's. */
static inline int gives_up(const struct owned_track_site *site, Record *record, Py_ssize_t references)
{
    Line *latest = &ledger_lines[record->open[0].line];
    if (record->open[0].count == 0 || record->all > (uint64_t)references) {
        return gives_up_any(site, record, references);
    }
    if (latest->function != site->function) {
        if (record->all != record->open[0].count && *ledger_function_opens(site->function)) {
            return gives_up_any(site, record, references); /* One before the latest may be of this function. */
        }
        record->flags |= RECORD_CROSSED;
    }
    ledger_lines[site->number].released++;
    record->open[0].count--;
    record->all--;
    latest->closed++;
    return 1;
}

static __attribute__((noinline)) int released_in_full(struct owned_track_site *site, PyObject *object)
{
    uint32_t line = ledger_heard(site);
    Record *record;
    if (line == 0) {
        return 1;
    }
    if (!usable(line, (uintptr_t)object)) {
        return 0;
    }
    record = ledger_record_of(object);
    if (record != NULL) {
        return gives_up_any(site, record, Py_REFCNT(object));
    }
    ledger_lines[line].released++;
    doubt(object);
    return 1;
}

static int released(struct owned_track_site *site, PyObject *object)
{
    Record *record = usual(object);
    if (record == NULL || site->number == 0) {
        return released_in_full(site, object);
    }
    return gives_up(site, record, Py_REFCNT(object));
}

static void calls(struct owned_track_site *site)
{
    if (PyErr_Occurred() != NULL) {
        uint32_t line = ledger_heard(site);
        if (line != 0) {
            ledger_lines[line].with_exception++;
        }
    }
}

static void allocates(struct owned_track_site *site, PyTypeObject *type)
{
    pending_line = ledger_heard(site);
    pending_type = type;
    ledger_something_pending = pending_line != 0;
}

void ledger_made(uintptr_t start, size_t size)
{
    uintptr_t before = ledger_before(pending_type);
    Block *block;
    Record *record;
    ledger_something_pending = 0;
    block = size < before + (size_t)pending_type->tp_basicsize ? NULL : ledger_block(start);
    if (block == NULL) {
        return;
    }
    record = ledger_record_in(block, (PyObject *)(start + before));
    ledger_lines[pending_line].acquired++;
    ledger_note_instance((PyObject *)(start + before), pending_type);
    if (record != NULL) {
        record->flags = RECORD_BORN;
        ledger_open(record, pending_line);
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

/* Until there is another interpreter, every thread that has the GIL runs the one that is listened to. */
struct owned_track_ledger ledger_of_lines = {OWNED_TRACK_ABI, acquired, adds, released, allocates,
                                             calls,           returns,  type, instance};

void ledger_beside_others(void)
{
    ledger_of_lines.acquired = acquired_in_full;
    ledger_of_lines.adds = adds_in_full;
    ledger_of_lines.released = released_in_full;
}
