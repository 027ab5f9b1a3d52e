/* Posted events, in a heap by the virtual time at which they are due. */
#include "internal.h"

#include <string.h>

/* Saturates: an event posted beyond the end of time is due at its end. */
uint64_t time_add(uint64_t now, uint64_t delay)
{
    return delay > UINT64_MAX - now ? UINT64_MAX : now + delay;
}

static int earlier(const ink_queued *a, const ink_queued *b)
{
    return a->at != b->at ? a->at < b->at : a->sequence < b->sequence;
}

static ink_status push(ink_canvas *canvas, uint64_t delay, ink_queued event)
{
    ink_queue *queue = &canvas->queue;
    size_t i;
    if (queue->count == queue->capacity) {
        ink_queued *grown = ink_grow(queue->events, &queue->capacity, sizeof *grown);
        if (grown == NULL)
            return INK_ERR_MEMORY;
        queue->events = grown;
    }
    event.at = time_add(canvas->now, delay);
    event.sequence = queue->sequence++;
    i = queue->count++;
    while (i > 0 && earlier(&event, &queue->events[(i - 1) / 2])) {
        queue->events[i] = queue->events[(i - 1) / 2];
        i = (i - 1) / 2;
    }
    queue->events[i] = event;
    return INK_OK;
}

ink_queued queue_pop(ink_queue *queue)
{
    ink_queued first = queue->events[0], last = queue->events[--queue->count];
    size_t i = 0, child;
    while ((child = 2 * i + 1) < queue->count) {
        if (child + 1 < queue->count && earlier(&queue->events[child + 1], &queue->events[child]))
            child++;
        if (!earlier(&queue->events[child], &last))
            break;
        queue->events[i] = queue->events[child];
        i = child;
    }
    queue->events[i] = last;
    return first;
}

static void clear(ink_queue *queue)
{
    while (queue->count > 0)
        ink_release(queue->events[--queue->count].text);
}

void queue_free(ink_queue *queue)
{
    clear(queue);
    ink_release(queue->events);
}

/* So that a point can be compared with every rectangle without overflow. */
static int in_range(int x, int y)
{
    return x >= -INK_MAX_COORDINATE && x <= INK_MAX_COORDINATE && y >= -INK_MAX_COORDINATE &&
           y <= INK_MAX_COORDINATE;
}

ink_status ink_canvas_post_tap(ink_canvas *canvas, uint64_t delay, int x, int y, int button)
{
    ink_queued event = {0};
    if (!in_range(x, y) || button < INK_BUTTON_LEFT)
        return INK_ERR_VALUE;
    event.kind = INK_TAP;
    event.x = x;
    event.y = y;
    event.button = button;
    return push(canvas, delay, event);
}

ink_status ink_canvas_post_motion(ink_canvas *canvas, uint64_t delay, int x, int y)
{
    ink_queued event = {0};
    if (!in_range(x, y))
        return INK_ERR_VALUE;
    event.kind = INK_MOUSE_OVER;
    event.x = x;
    event.y = y;
    return push(canvas, delay, event);
}

ink_status ink_canvas_post_key(ink_canvas *canvas, uint64_t delay, const char *text, size_t len, uint32_t keysym)
{
    ink_queued event = {0};
    ink_status status;
    if (len == SIZE_MAX)
        return INK_ERR_VALUE;
    event.kind = INK_KEY;
    event.keysym = keysym;
    event.text_len = len;
    event.text = ink_alloc(len + 1, 1);
    if (event.text == NULL)
        return INK_ERR_MEMORY;
    if (len > 0)
        memcpy(event.text, text, len);
    status = push(canvas, delay, event);
    if (status != INK_OK)
        ink_release(event.text);
    return status;
}

size_t ink_canvas_queued(const ink_canvas *canvas)
{
    return canvas->queue.count;
}

void ink_canvas_clear_events(ink_canvas *canvas)
{
    clear(&canvas->queue);
}
