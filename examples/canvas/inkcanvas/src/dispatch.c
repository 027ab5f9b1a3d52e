/*
 * From a posted event to the handlers that it reaches. Every handler may change everything, so between two of them
 * nothing is taken for granted but the references held here: who is still on the canvas is looked at each time.
 */
#include "internal.h"

int run_ending(const ink_canvas *canvas)
{
    return canvas->stopped || canvas->quit;
}

int deliver(ink_canvas *canvas, void *context, ink_element *el, ink_event *event)
{
    ink_slot *slot = el->slots[event->kind];
    int result;
    if (slot == NULL)
        return 0;
    event->element = el->id;
    event->now = canvas->now;
    result = slot_call(slot, context, event);
    if (result != 0 && canvas->running)
        canvas->stopped = 1;
    return result;
}

/* One more step of an event, unless the run is ending or the element was taken off. The caller holds a reference. */
static void step(ink_canvas *canvas, ink_element *el, ink_kind kind, ink_event *event)
{
    if (run_ending(canvas) || el->canvas != canvas)
        return;
    event->kind = kind;
    deliver(canvas, canvas->context, el, event);
}

static void move_focus(ink_canvas *canvas, ink_element *el, ink_event *event)
{
    ink_element *old = canvas->focused;
    if (old == el || !ink_element_listens(el, INK_KEY))
        return;
    canvas->focused = el;
    if (old != NULL) {
        ink_element_ref(old);
        step(canvas, old, INK_LOSE_FOCUS, event);
        ink_element_unref(old);
    }
    if (canvas->focused == el)
        step(canvas, el, INK_GAIN_FOCUS, event);
}

static void tap(ink_canvas *canvas, ink_event *event)
{
    ink_element *el = ink_canvas_hit(canvas, event->x, event->y);
    if (el == NULL)
        return;
    ink_element_ref(el);
    move_focus(canvas, el, event);
    step(canvas, el, INK_TAP, event);
    if (event->button == INK_BUTTON_LEFT)
        step(canvas, el, INK_LEFT_CLICK, event);
    else if (event->button == INK_BUTTON_RIGHT)
        step(canvas, el, INK_RIGHT_CLICK, event);
    ink_element_unref(el);
}

static void motion(ink_canvas *canvas, ink_event *event)
{
    ink_element *old = canvas->hovered, *el = ink_canvas_hit(canvas, event->x, event->y);
    if (el != NULL)
        ink_element_ref(el);
    if (el != old) {
        canvas->hovered = el;
        if (old != NULL) {
            ink_element_ref(old);
            step(canvas, old, INK_LEAVE, event);
            ink_element_unref(old);
        }
        /* A handler may take the element off, even put it back: then it waits for the next motion to be entered. */
        if (el != NULL && canvas->hovered == el)
            step(canvas, el, INK_ENTER, event);
    }
    if (el != NULL && canvas->hovered == el)
        step(canvas, el, INK_MOUSE_OVER, event);
    ink_element_unref(el);
}

static int takes_keys(const ink_canvas *canvas, const ink_element *el)
{
    return el->canvas == canvas && el->visible && el->slots[INK_KEY] != NULL;
}

static ink_status key(ink_canvas *canvas, ink_event *event)
{
    ink_element *focused = canvas->focused;
    ink_snapshot listeners;
    ink_status status;
    size_t i;
    if (focused != NULL && takes_keys(canvas, focused)) {
        ink_element_ref(focused);
        step(canvas, focused, INK_KEY, event);
        ink_element_unref(focused);
        return INK_OK;
    }
    status = snapshot_take(canvas, takes_keys, &listeners);
    if (status != INK_OK)
        return status;
    for (i = listeners.count; i-- > 0;)
        if (takes_keys(canvas, listeners.elements[i]))
            step(canvas, listeners.elements[i], INK_KEY, event);
    snapshot_free(&listeners);
    return INK_OK;
}

ink_status dispatch(ink_canvas *canvas, const ink_queued *queued)
{
    ink_event event = {0};
    event.x = queued->x;
    event.y = queued->y;
    event.button = queued->button;
    event.keysym = queued->keysym;
    event.text = queued->text == NULL ? "" : queued->text;
    event.text_len = queued->text_len;
    if (queued->kind == INK_KEY)
        return key(canvas, &event);
    if (queued->kind == INK_TAP)
        tap(canvas, &event);
    else
        motion(canvas, &event);
    return INK_OK;
}

ink_status snapshot_take(const ink_canvas *canvas, snapshot_filter filter, ink_snapshot *snapshot)
{
    size_t i;
    snapshot->count = 0;
    snapshot->elements = ink_alloc(canvas->count, sizeof *snapshot->elements);
    if (snapshot->elements == NULL)
        return INK_ERR_MEMORY;
    for (i = 0; i < canvas->count; i++)
        if (filter(canvas, canvas->elements[i]))
            snapshot->elements[snapshot->count++] = ink_element_ref(canvas->elements[i]);
    return INK_OK;
}

void snapshot_free(ink_snapshot *snapshot)
{
    size_t i;
    for (i = 0; i < snapshot->count; i++)
        ink_element_unref(snapshot->elements[i]);
    ink_release(snapshot->elements);
}
