/* Memory for the ledger's tables, straight from the system: what is searched for pointers must not hold these, and what
 * listens to an allocator must not ask it. */
#include "ledger.h"

#include <sys/mman.h>

enum { MOST = 1024, LEAST = 1 << 16 };

static struct {
    uintptr_t start;
    uintptr_t end;
} own[MOST];
static int count;

void *ledger_map(size_t size)
{
    void *memory;
    int at = 0;
    while (at < count && own[at].start != 0) {
        at++;
    }
    if (at == MOST) {
        return NULL;
    }
    memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) {
        return NULL;
    }
    own[at].start = (uintptr_t)memory;
    own[at].end = (uintptr_t)memory + size;
    count += at == count;
    return memory;
}

void *ledger_reserve(size_t size, uint32_t *number)
{
    void *memory;
    while ((memory = ledger_map(*number * size)) == NULL && *number > LEAST) {
        *number /= 2;
    }
    return memory;
}

int ledger_new_part(Table table, uintptr_t address, size_t apart)
{
    uint32_t **part = &table[(address >> PART_BITS) % PARTS];
    *part = (uint32_t *)ledger_map(((size_t)1 << PART_BITS) / apart * sizeof(uint32_t));
    return *part == NULL ? -1 : 0;
}

void ledger_unmap(void *start, size_t size)
{
    for (int at = 0; at < count; at++) {
        if (own[at].start == (uintptr_t)start) {
            own[at].start = own[at].end = 0;
        }
    }
    munmap(start, size);
}

uintptr_t ledger_own_end(uintptr_t address)
{
    for (int at = 0; at < count; at++) {
        if (own[at].start <= address && address < own[at].end) {
            return own[at].end;
        }
    }
    return 0;
}

uintptr_t ledger_own_begin(uintptr_t address)
{
    uintptr_t first = 0;
    for (int at = 0; at < count; at++) {
        if (own[at].start >= address && own[at].start != 0 && (first == 0 || own[at].start < first)) {
            first = own[at].start;
        }
    }
    return first;
}
