/* The event loop: what comes next, until nothing does. */
#include "internal.h"

/* Delivers the next thing that is due, which must exist, and sets the clock to it. */
static ink_status advance(ink_canvas *canvas, ink_timer *timer)
{
    ink_queue *queue = &canvas->queue;
    ink_queued event;
    ink_status status;
    if (queue->count == 0 || (timer != NULL && timer->due < queue->events[0].at)) {
        canvas->now = timer->due;
        timer_fire(canvas, timer);
        return INK_OK;
    }
    event = queue_pop(queue);
    /* An event can be overdue when the last run ended before it. */
    if (event.at > canvas->now)
        canvas->now = event.at;
    status = dispatch(canvas, &event);
    ink_release(event.text);
    return status;
}

/* Whether something is to be delivered before the clock moves on. */
static int due_now(const ink_canvas *canvas, const ink_timer *timer)
{
    return (canvas->queue.count > 0 && canvas->queue.events[0].at <= canvas->now) ||
           (timer != NULL && timer->due <= canvas->now);
}

static ink_status loop(ink_canvas *canvas)
{
    int painted = 0;
    while (!run_ending(canvas)) {
        ink_timer *timer = timers_next(&canvas->timers);
        ink_status status = INK_OK;
        /* Once for every time that the loop falls idle: a draw handler that damages anew must not hold the clock. */
        if (!painted && !due_now(canvas, timer) && ink_canvas_damaged(canvas)) {
            painted = 1;
            status = ink_canvas_refresh(canvas, canvas->context);
            if (status == INK_STOPPED)
                status = INK_OK; /* deliver has noted it */
        } else if (timer == NULL && canvas->queue.count == 0) {
            break;
        } else {
            painted = 0;
            status = advance(canvas, timer);
        }
        if (status != INK_OK)
            return status;
    }
    return INK_OK;
}

ink_status ink_canvas_run(ink_canvas *canvas, void *context, ink_run_end *end)
{
    ink_run_end how = INK_END_IDLE;
    ink_status status;
    if (canvas->running || canvas->refreshing)
        return INK_ERR_BUSY;
    ink_canvas_ref(canvas);
    canvas->running = 1;
    canvas->context = context;
    canvas->stopped = canvas->quit = 0;
    status = loop(canvas);
    if (canvas->stopped)
        how = INK_END_STOPPED;
    else if (canvas->quit)
        how = INK_END_QUIT;
    canvas->running = 0;
    canvas->context = NULL;
    ink_canvas_unref(canvas);
    if (status == INK_OK && end != NULL)
        *end = how;
    return status;
}

void ink_canvas_quit(ink_canvas *canvas)
{
    if (canvas->running)
        canvas->quit = 1;
}

int ink_canvas_running(const ink_canvas *canvas)
{
    return canvas->running;
}

uint64_t ink_canvas_now(const ink_canvas *canvas)
{
    return canvas->now;
}
