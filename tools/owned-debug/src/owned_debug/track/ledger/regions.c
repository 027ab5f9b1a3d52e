/* The memory of the process that can hold pointers: everything that can be written, but for the ledger's own, what is not
 * there (pages that nobody touched), and the stack beyond this function. */
#include "ledger.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PAGES = 512 };

/* Of frames that have ended, values are left beyond those that run. */
static void clean_frames(void)
{
    PyThreadState *thread = PyInterpreterState_ThreadHead(PyInterpreterState_Get());
    for (; thread != NULL; thread = PyThreadState_Next(thread)) {
        if (thread->datastack_top != NULL && thread->datastack_limit > thread->datastack_top) {
            memset(thread->datastack_top, 0, (char *)thread->datastack_limit - (char *)thread->datastack_top);
        }
    }
}

/* Those pages of a piece that are there. */
static void present(int pagemap, uintptr_t start, uintptr_t end, void (*f)(uintptr_t, uintptr_t))
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), run = 0;
    uint64_t entries[PAGES];
    for (uintptr_t at = start & ~(page - 1); at < end; at += PAGES * page) {
        ssize_t got = pread(pagemap, entries, sizeof(entries), (off_t)(at / page * sizeof(uint64_t)));
        for (size_t each = 0; each < PAGES && at + each * page < end; each++) {
            uintptr_t here = at + each * page;
            /* In memory, or swapped out. Where the system does not say, it may be there. */
            int there = got < (ssize_t)((each + 1) * sizeof(uint64_t)) || (entries[each] >> 62) != 0;
            if (there && run == 0) {
                run = here < start ? start : here;
            } else if (!there && run != 0) {
                f(run, here);
                run = 0;
            }
        }
    }
    if (run != 0) {
        f(run, end);
    }
}

static void piece(int pagemap, uintptr_t start, uintptr_t end, void (*f)(uintptr_t, uintptr_t))
{
    uintptr_t stack = (uintptr_t)__builtin_frame_address(0);
    if (start <= stack && stack < end) {
        start = stack & ~(uintptr_t)7;
    }
    /* The system may have put a table beside other memory, as one piece. */
    for (uintptr_t at = start; at < end;) {
        uintptr_t next = ledger_own_begin(at), own = ledger_own_end(at);
        if (own != 0) {
            at = own;
            continue;
        }
        next = next == 0 || next > end ? end : next;
        present(pagemap, at, next, f);
        at = next;
    }
}

int ledger_regions(void (*f)(uintptr_t, uintptr_t))
{
    char line[4096];
    int pagemap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
    FILE *maps = fopen("/proc/self/maps", "re");
    if (maps == NULL || pagemap < 0) {
        PyErr_SetFromErrnoWithFilename(PyExc_OSError, maps == NULL ? "/proc/self/maps" : "/proc/self/pagemap");
        if (maps != NULL) {
            fclose(maps);
        }
        if (pagemap >= 0) {
            close(pagemap);
        }
        return -1;
    }
    clean_frames();
    while (fgets(line, sizeof(line), maps) != NULL) {
        unsigned long start, end;
        char access[5];
        if (sscanf(line, "%lx-%lx %4s", &start, &end, access) == 3 && access[0] == 'r' && access[1] == 'w') {
            piece(pagemap, start, end, f);
        }
    }
    fclose(maps);
    close(pagemap);
    return 0;
}
