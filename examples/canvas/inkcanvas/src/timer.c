/* Recurring timers in virtual time. There are few of them, so a plain array does. */
#include "internal.h"

#include <string.h>

ink_status ink_canvas_add_timer(ink_canvas *canvas, uint64_t ms, ink_handler fn, void *user, ink_destroy destroy,
                                uint64_t *id)
{
    ink_timers *timers = &canvas->timers;
    ink_timer timer;
    if (ms == 0 || fn == NULL)
        return INK_ERR_VALUE;
    if (timers->count == timers->capacity) {
        ink_timer *grown = ink_grow(timers->items, &timers->capacity, sizeof *grown);
        if (grown == NULL)
            return INK_ERR_MEMORY;
        timers->items = grown;
    }
    timer.slot = slot_new(fn, user, destroy);
    if (timer.slot == NULL)
        return INK_ERR_MEMORY;
    timer.id = ink_next_id();
    timer.period = ms;
    timer.due = time_add(canvas->now, ms);
    timers->items[timers->count++] = timer;
    if (id != NULL)
        *id = timer.id;
    return INK_OK;
}

ink_status ink_canvas_remove_timer(ink_canvas *canvas, uint64_t id)
{
    ink_timers *timers = &canvas->timers;
    size_t i;
    for (i = 0; i < timers->count; i++) {
        if (timers->items[i].id == id) {
            ink_slot *slot = timers->items[i].slot;
            timers->count--;
            memmove(timers->items + i, timers->items + i + 1, (timers->count - i) * sizeof *timers->items);
            slot_unref(slot);
            return INK_OK;
        }
    }
    return INK_ERR_VALUE;
}

size_t ink_canvas_timer_count(const ink_canvas *canvas)
{
    return canvas->timers.count;
}

ink_timer *timers_next(const ink_timers *timers)
{
    ink_timer *next = NULL;
    size_t i;
    /* Those that are due together fire as they were added: a timer that fired stays in its place. */
    for (i = 0; i < timers->count; i++)
        if (next == NULL || timers->items[i].due < next->due)
            next = &timers->items[i];
    return next;
}

void timer_fire(ink_canvas *canvas, ink_timer *timer)
{
    ink_event event = {0};
    event.kind = INK_TIMER;
    event.timer = timer->id;
    event.now = canvas->now;
    event.text = "";
    /* Before the handler, which may remove the timer or grow the array that it lies in. */
    timer->due = time_add(timer->due, timer->period);
    if (slot_call(timer->slot, canvas->context, &event) != 0)
        canvas->stopped = 1;
}

void timers_free(ink_timers *timers)
{
    size_t i;
    for (i = 0; i < timers->count; i++)
        slot_unref(timers->items[i].slot);
    ink_release(timers->items);
}
