/* Which lines have references to an object open, the latest first.
 *
 * A line that gives a reference up closes one that was acquired: the latest of a line of the same function, or else the
 * latest of all. When there are more open than the object has references, the oldest have been given back by others. */
#include "ledger.h"

unsigned char ledger_functions_open[FUNCTION_PLACES];

void ledger_leave(Record *record)
{
    for (uint32_t at = 0; at < record->used; at++) {
        const Open *open = ledger_open_at(record, at);
        ledger_lines[open->line].left += open->count;
    }
    record->used = 0;
    record->all = 0;
    record->open[0] = (Open){NO_LINE, 0};
}

/* Makes room for one more: a line of which nothing is open is forgotten first, and then the oldest. */
static void make_room(Record *record)
{
    uint32_t at = OPEN_LINES - 1;
    while (at > 0 && ledger_open_at(record, at)->count != 0) {
        at--;
    }
    if (ledger_open_at(record, at)->count != 0) {
        const Open *oldest = ledger_open_at(record, at = OPEN_LINES - 1);
        record->all -= oldest->count;
        ledger_lines[oldest->line].left += oldest->count;
        record->flags |= RECORD_DOUBTFUL;
    }
    record->used--;
    for (; at < record->used; at++) {
        *ledger_open_at(record, at) = *ledger_open_at(record, at + 1);
    }
}

static int is_kept(Record *record, uint32_t line)
{
    for (uint32_t at = 0; at < record->used; at++) {
        if (ledger_open_at(record, at)->line == line) {
            return 1;
        }
    }
    return 0;
}

void ledger_open(Record *record, uint32_t line)
{
    Open moved;
    uint32_t at = 1;
    if (record->used == OPEN_LINES && !is_kept(record, line)) {
        make_room(record);
    }
    moved = record->open[0];
    record->all++;
    record->open[0] = (Open){line, 1};
    for (; at < record->used && moved.line != line; at++) {
        Open *here = ledger_open_at(record, at), next = *here;
        *here = moved; /* Each moves back by one, to where the line was. */
        moved = next;
    }
    if (moved.line == line) {
        record->open[0].count += moved.count;
        return;
    }
    if (record->used != 0) {
        *ledger_open_at(record, at) = moved;
    }
    record->used++;
    *ledger_function_opens(ledger_lines[line].function) = 1;
}

/* Whether the count of an object is one: it is not where it is a constant of the interpreter. */
static int is_counted(Py_ssize_t references)
{
    return references > 0 && references < 100000000;
}

void ledger_drop_oldest(Record *record, Py_ssize_t references)
{
    if (!is_counted(references)) {
        return;
    }
    for (uint32_t at = record->used; at > 0 && record->all > (uint64_t)references; at--) {
        Open *oldest = ledger_open_at(record, at - 1);
        uint64_t more = record->all - (uint64_t)references;
        uint32_t gone = oldest->count < more ? oldest->count : (uint32_t)more;
        oldest->count -= gone;
        record->all -= gone;
        ledger_lines[oldest->line].left += gone;
    }
}

/* The line whose reference a line of this function gives up; NULL if none is open. */
static Open *closed_by(Record *record, const char *function)
{
    Open *found = NULL;
    for (uint32_t at = 0; at < record->used; at++) {
        Open *open = ledger_open_at(record, at);
        if (open->count != 0) {
            if (ledger_lines[open->line].function == function) {
                return open;
            }
            found = found == NULL ? open : found;
        }
    }
    return found;
}

void ledger_give_up(Record *record, const char *function)
{
    Open *open = closed_by(record, function);
    if (open == NULL) {
        record->flags |= RECORD_DOUBTFUL;
        return;
    }
    if (ledger_lines[open->line].function != function) {
        record->flags |= RECORD_CROSSED;
    }
    open->count--;
    record->all--;
    ledger_lines[open->line].closed++;
}
