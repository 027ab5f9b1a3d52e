/* A watcher of one file: owns `user` until it is freed. */
#include <stdlib.h>

typedef struct {
    void (*on_change)(void *user, unsigned revision);
    void (*destroy)(void *user);
    void *user;
    unsigned revision;
} watch;

watch *file_watch_bug_new(void (*on_change)(void *, unsigned), void *user, void (*destroy)(void *))
{
    watch *made = calloc(1, sizeof *made);
    if (made) {
        made->on_change = on_change;
        made->destroy = destroy;
        made->user = user;
    }
    return made;
}

void file_watch_bug_touch(watch *watched)
{
    watched->on_change(watched->user, ++watched->revision);
}

void file_watch_bug_free(watch *watched)
{
    watched->destroy(watched->user);
    free(watched);
}
