/* Allocation, live counts and ids: the only state of the process. */
#include "internal.h"

#include <stdlib.h>

#ifdef INK_TEST_HOOKS
static int (*hook)(void *user, size_t size);
static void *hook_user;

void ink_set_alloc_hook(int (*allow)(void *user, size_t size), void *user)
{
    hook = allow;
    hook_user = user;
}

static int allowed(size_t size)
{
    return hook == NULL || hook(hook_user, size);
}
#else
static int allowed(size_t size)
{
    (void)size;
    return 1;
}
#endif

void *ink_alloc(size_t count, size_t size)
{
    if (!allowed(size))
        return NULL;
    /* calloc checks the product; a count of 0 must not look like a failure. */
    return calloc(count == 0 ? 1 : count, size);
}

void *ink_grow(void *old, size_t *capacity, size_t size)
{
    size_t wanted = *capacity < 8 ? 8 : *capacity * 2;
    void *grown;
    if (wanted < *capacity || wanted > SIZE_MAX / size || !allowed(wanted * size))
        return NULL;
    grown = realloc(old, wanted * size);
    if (grown != NULL)
        *capacity = wanted;
    return grown;
}

void ink_release(void *memory)
{
    free(memory);
}

/* The builtins of GCC and Clang, because C99 has no atomics. Nothing is published through these: relaxed is enough. */
static size_t live[LIVE_COUNT];
static uint64_t last_id;

void ink_live_add(ink_live what)
{
    __atomic_fetch_add(&live[what], 1, __ATOMIC_RELAXED);
}

void ink_live_sub(ink_live what)
{
    __atomic_fetch_sub(&live[what], 1, __ATOMIC_RELAXED);
}

uint64_t ink_next_id(void)
{
    return __atomic_add_fetch(&last_id, 1, __ATOMIC_RELAXED);
}

size_t ink_live_canvases(void)
{
    return __atomic_load_n(&live[LIVE_CANVAS], __ATOMIC_RELAXED);
}

size_t ink_live_elements(void)
{
    return __atomic_load_n(&live[LIVE_ELEMENT], __ATOMIC_RELAXED);
}

size_t ink_live_handlers(void)
{
    return __atomic_load_n(&live[LIVE_HANDLER], __ATOMIC_RELAXED);
}

size_t ink_live_renderers(void)
{
    return __atomic_load_n(&live[LIVE_RENDERER], __ATOMIC_RELAXED);
}
