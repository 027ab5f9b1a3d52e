/* A thread of the library's own. */
#include "internal.h"

#include <pthread.h>

struct ink_worker {
    pthread_t thread;
    ink_work work;
    void *user;
    ink_destroy destroy;
    uint64_t rounds;
    uint64_t done;
    int stop; /* atomic */
};

static void *run(void *argument)
{
    ink_worker *worker = argument;
    uint64_t round;
    for (round = 0; round < worker->rounds; round++) {
        if (__atomic_load_n(&worker->stop, __ATOMIC_RELAXED) || worker->work(worker->user, round) != 0)
            break;
        worker->done++;
    }
    if (worker->destroy != NULL)
        worker->destroy(worker->user);
    return NULL;
}

ink_status ink_worker_start(uint64_t rounds, ink_work work, void *user, ink_destroy destroy, ink_worker **out)
{
    ink_worker *worker = ink_alloc(1, sizeof *worker);
    if (worker == NULL)
        return INK_ERR_MEMORY;
    worker->work = work;
    worker->user = user;
    worker->destroy = destroy;
    worker->rounds = rounds;
    if (pthread_create(&worker->thread, NULL, run, worker) != 0) {
        ink_release(worker);
        return INK_ERR_MEMORY;
    }
    *out = worker;
    return INK_OK;
}

void ink_worker_stop(ink_worker *worker)
{
    __atomic_store_n(&worker->stop, 1, __ATOMIC_RELAXED);
}

uint64_t ink_worker_finish(ink_worker *worker)
{
    uint64_t done;
    pthread_join(worker->thread, NULL);
    done = worker->done;
    ink_release(worker);
    return done;
}
