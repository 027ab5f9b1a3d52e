/* The lines of C that are heard of: each has a number, which its site keeps. */
#include "ledger.h"

#include <string.h>

Line *ledger_lines;
static uint32_t count = 1, room;

uint32_t ledger_line_count(void)
{
    return count;
}

static int grow(void)
{
    uint32_t larger = room == 0 ? 1 << 12 : room * 2;
    Line *lines = (Line *)ledger_map(larger * sizeof(Line));
    if (lines == NULL) {
        return -1;
    }
    if (ledger_lines != NULL) {
        memcpy(lines, ledger_lines, room * sizeof(Line));
        ledger_unmap(ledger_lines, room * sizeof(Line));
    }
    ledger_lines = lines;
    room = larger;
    return 0;
}

uint32_t ledger_heard(struct owned_track_site *site)
{
    if (!ledger_is_heard()) {
        return 0;
    }
    if (site->number != 0) {
        return site->number;
    }
    if (count >= room && grow() < 0) {
        return 0;
    }
    ledger_lines[count].site = site;
    ledger_lines[count].function = site->function;
    return site->number = count++;
}
