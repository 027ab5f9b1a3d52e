/*
 * Handlers and renderers. Each is counted: one reference for the place that names it, one for every call that is inside
 * it. So the user's destroy function runs once, when it was replaced and no call is inside it any more.
 */
#include "internal.h"

ink_slot *slot_new(ink_handler fn, void *user, ink_destroy destroy)
{
    ink_slot *slot = ink_alloc(1, sizeof *slot);
    if (slot == NULL)
        return NULL;
    slot->refs = 1;
    slot->fn = fn;
    slot->user = user;
    slot->destroy = destroy;
    ink_live_add(LIVE_HANDLER);
    return slot;
}

int slot_call(ink_slot *slot, void *context, const ink_event *event)
{
    int result;
    slot->refs++;
    result = slot->fn(context, slot->user, event);
    slot_unref(slot);
    return result;
}

void slot_unref(ink_slot *slot)
{
    ink_slot last;
    if (slot == NULL || --slot->refs > 0)
        return;
    /* The destroy function may call anything, so the slot is gone before it runs. */
    last = *slot;
    ink_release(slot);
    ink_live_sub(LIVE_HANDLER);
    if (last.destroy != NULL)
        last.destroy(last.user);
}

ink_painter *painter_new(const ink_renderer *table, void *data)
{
    ink_painter *painter = ink_alloc(1, sizeof *painter);
    if (painter == NULL)
        return NULL;
    painter->refs = 1;
    painter->table = *table;
    painter->data = data;
    ink_live_add(LIVE_RENDERER);
    return painter;
}

int painter_call(ink_painter *painter, uint32_t *pixels, int w, int h)
{
    int result;
    painter->refs++;
    result = painter->table.render(painter->data, pixels, w, h, w);
    painter_unref(painter);
    return result;
}

void painter_unref(ink_painter *painter)
{
    ink_painter last;
    if (painter == NULL || --painter->refs > 0)
        return;
    last = *painter;
    ink_release(painter);
    ink_live_sub(LIVE_RENDERER);
    if (last.table.destroy != NULL)
        last.table.destroy(last.data);
}
