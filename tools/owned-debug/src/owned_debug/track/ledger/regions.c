/* The memory of the process that can hold pointers: everything of its own that can be written, but for the ledger's, what is
 * not there (pages that nobody touched), and the stack beyond this function.
 *
 * It is read as a file is, in pieces: threads that do not need the GIL can give memory back to the system meanwhile. */
#include "ledger.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PAGES = 512, PIECE = 1 << 18 };

static uintptr_t copy[PIECE / sizeof(uintptr_t)];

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

typedef void (*Reader)(uintptr_t start, uintptr_t end, const uintptr_t *words);

/* What the files of the system are called by here. */
typedef struct {
    int pagemap;
    int memory;
} Files;

static void read_all(const Files *files, uintptr_t start, uintptr_t end, Reader f)
{
    for (uintptr_t at = start; at < end; at += PIECE) {
        size_t size = end - at < PIECE ? end - at : PIECE;
        ssize_t got = pread(files->memory, copy, size, (off_t)at);
        if (got > 0) {
            f(at, at + (size_t)got, copy);
        }
    }
}

/* Those pages of a piece that are there. */
static void present(const Files *files, uintptr_t start, uintptr_t end, Reader f)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), run = 0;
    uint64_t entries[PAGES];
    for (uintptr_t at = start & ~(page - 1); at < end; at += PAGES * page) {
        ssize_t got = pread(files->pagemap, entries, sizeof(entries), (off_t)(at / page * sizeof(uint64_t)));
        for (size_t each = 0; each < PAGES && at + each * page < end; each++) {
            uintptr_t here = at + each * page;
            /* In memory, or swapped out. Where the system does not say, it may be there. */
            int there = got < (ssize_t)((each + 1) * sizeof(uint64_t)) || (entries[each] >> 62) != 0;
            if (there && run == 0) {
                run = here < start ? start : here;
            } else if (!there && run != 0) {
                read_all(files, run, here, f);
                run = 0;
            }
        }
    }
    if (run != 0) {
        read_all(files, run, end, f);
    }
}

static __attribute__((noinline)) void piece(const Files *files, uintptr_t start, uintptr_t end, Reader f)
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
        present(files, at, next, f);
        at = next;
    }
}

static int opened(const char *name)
{
    int file = open(name, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        PyErr_SetFromErrnoWithFilename(PyExc_OSError, name);
    }
    return file;
}

__attribute__((noinline)) int ledger_regions(void (*f)(uintptr_t, uintptr_t, const uintptr_t *))
{
    char line[4096];
    Files files = {opened("/proc/self/pagemap"), -1};
    FILE *maps = NULL;
    int status = -1;
    __builtin_unwind_init(); /* What callers have in registers is put on the stack, before `piece` looks where that is. */
    if (files.pagemap >= 0 && (files.memory = opened("/proc/self/mem")) >= 0 &&
        (maps = fopen("/proc/self/maps", "re")) == NULL) {
        PyErr_SetFromErrnoWithFilename(PyExc_OSError, "/proc/self/maps");
    }
    if (maps != NULL) {
        clean_frames();
        while (fgets(line, sizeof(line), maps) != NULL) {
            unsigned long start, end;
            char access[5];
            if (sscanf(line, "%lx-%lx %4s", &start, &end, access) == 3 && access[0] == 'r' && access[1] == 'w' &&
                access[3] == 'p') {
                piece(&files, start, end, f);
            }
        }
        fclose(maps);
        status = 0;
    }
    if (files.memory >= 0) {
        close(files.memory);
    }
    if (files.pagemap >= 0) {
        close(files.pagemap);
    }
    return status;
}
