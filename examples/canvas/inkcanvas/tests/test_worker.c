/* The worker: calls from a thread of its own, and lets go of what it was given there. */
#include "harness.h"

#include <pthread.h>

typedef struct record {
    uint64_t calls;
    uint64_t fail_at;
    int destroyed;
    pthread_t worker;
    pthread_t destroyer;
} record;

static int work(void *user, uint64_t round)
{
    record *l = user;
    l->calls++;
    l->worker = pthread_self();
    return round == l->fail_at;
}

static void destroy(void *user)
{
    record *l = user;
    l->destroyed++;
    l->destroyer = pthread_self();
}

static void all_rounds(void)
{
    record l = {0};
    ink_worker *worker = NULL;
    l.fail_at = 100;
    CHECK(ink_worker_start(5, work, &l, destroy, &worker) == INK_OK);
    CHECK(ink_worker_finish(worker) == 5);
    CHECK(l.calls == 5 && l.destroyed == 1);
    CHECK(pthread_equal(l.worker, l.destroyer) && !pthread_equal(l.worker, pthread_self()));
}

static void ends_early(void)
{
    record l = {0};
    ink_worker *worker = NULL;
    l.fail_at = 2;
    CHECK(ink_worker_start(5, work, &l, destroy, &worker) == INK_OK);
    CHECK(ink_worker_finish(worker) == 2);
    CHECK(l.calls == 3 && l.destroyed == 1);
    l.fail_at = UINT64_MAX;
    CHECK(ink_worker_start(UINT64_MAX, work, &l, NULL, &worker) == INK_OK);
    ink_worker_stop(worker);
    ink_worker_finish(worker);
    CHECK(l.destroyed == 1);
}

void test_worker(void)
{
    all_rounds();
    ends_early();
}
