/* Elements: their life, their properties and their handlers. */
#include "internal.h"

#include <string.h>

ink_status ink_element_new(ink_rect rect, int order, const ink_renderer *renderer, void *data, ink_element **out)
{
    ink_element *el;
    ink_status status = rect_check(rect);
    if (status != INK_OK)
        return status;
    el = ink_alloc(1, sizeof *el);
    if (el == NULL)
        return INK_ERR_MEMORY;
    if (renderer != NULL) {
        el->painter = painter_new(renderer, data);
        if (el->painter == NULL) {
            ink_release(el);
            return INK_ERR_MEMORY;
        }
    }
    el->refs = 1;
    el->id = ink_next_id();
    el->rect = rect;
    el->order = order;
    el->opacity = 1.0;
    el->visible = 1;
    el->stale = 1;
    ink_live_add(LIVE_ELEMENT);
    *out = el;
    return INK_OK;
}

ink_element *ink_element_ref(ink_element *el)
{
    el->refs++;
    return el;
}

void ink_element_unref(ink_element *el)
{
    ink_slot *slots[INK_KINDS];
    ink_painter *painter;
    int kind;
    if (el == NULL || --el->refs > 0)
        return;
    /* It is on no canvas, since that would hold a reference. First the memory goes, then the user's functions run. */
    memcpy(slots, el->slots, sizeof slots);
    painter = el->painter;
    ink_release(el->clouds);
    ink_release(el->pixels);
    ink_release(el);
    ink_live_sub(LIVE_ELEMENT);
    for (kind = 0; kind < INK_KINDS; kind++)
        slot_unref(slots[kind]);
    painter_unref(painter);
}

uint64_t ink_element_id(const ink_element *el)
{
    return el->id;
}

ink_rect ink_element_rect(const ink_element *el)
{
    return el->rect;
}

int ink_element_order(const ink_element *el)
{
    return el->order;
}

double ink_element_opacity(const ink_element *el)
{
    return el->opacity;
}

int ink_element_visible(const ink_element *el)
{
    return el->visible;
}

ink_canvas *ink_element_canvas(const ink_element *el)
{
    return el->canvas;
}

void element_damage(ink_element *el)
{
    if (el->canvas != NULL && el->visible)
        ink_canvas_damage(el->canvas, &el->rect);
}

static void layout_changed(ink_element *el)
{
    if (el->canvas != NULL)
        el->canvas->layout++;
}

ink_status ink_element_move(ink_element *el, int x, int y)
{
    ink_rect rect = {x, y, el->rect.w, el->rect.h};
    return ink_element_set_rect(el, rect);
}

ink_status ink_element_set_rect(ink_element *el, ink_rect rect)
{
    ink_status status = rect_check(rect);
    int resized = rect.w != el->rect.w || rect.h != el->rect.h;
    if (status != INK_OK || rect_equal(rect, el->rect))
        return status;
    element_damage(el);
    el->rect = rect;
    layout_changed(el);
    if (resized)
        ink_element_invalidate(el);
    else
        element_damage(el);
    return INK_OK;
}

ink_status ink_element_set_order(ink_element *el, int order)
{
    if (order == el->order)
        return INK_OK;
    el->order = order;
    order_update(el);
    return INK_OK;
}

ink_status ink_element_set_opacity(ink_element *el, double opacity)
{
    /* Written so that NaN fails. */
    if (!(opacity >= 0.0 && opacity <= 1.0))
        return INK_ERR_VALUE;
    if (opacity < el->opacity || opacity > el->opacity) {
        el->opacity = opacity;
        element_damage(el);
    }
    return INK_OK;
}

void ink_element_set_visible(ink_element *el, int visible)
{
    visible = visible != 0;
    if (visible == el->visible)
        return;
    /* Damage counts only while the element shows: before hiding, after showing. */
    element_damage(el);
    el->visible = visible;
    element_damage(el);
    layout_changed(el);
}

/* Puts a handler, or none, in place. The old one goes last: its destroy function may change the element again. */
static void replace(ink_element *el, ink_kind kind, ink_slot *slot)
{
    ink_slot *old = el->slots[kind];
    el->slots[kind] = slot;
    slot_unref(old);
}

static int listenable(ink_kind kind)
{
    return (int)kind >= 0 && kind < INK_KINDS;
}

ink_status ink_element_listen(ink_element *el, ink_kind kind, ink_handler fn, void *user, ink_destroy destroy)
{
    ink_slot *slot;
    if (!listenable(kind) || fn == NULL)
        return INK_ERR_VALUE;
    slot = slot_new(fn, user, destroy);
    if (slot == NULL)
        return INK_ERR_MEMORY;
    replace(el, kind, slot);
    return INK_OK;
}

ink_status ink_element_unlisten(ink_element *el, ink_kind kind)
{
    if (!listenable(kind))
        return INK_ERR_VALUE;
    replace(el, kind, NULL);
    return INK_OK;
}

int ink_element_listens(const ink_element *el, ink_kind kind)
{
    return listenable(kind) && el->slots[kind] != NULL;
}

int ink_element_occupies(const ink_element *el, int x, int y)
{
    return rect_contains(el->rect, x, y);
}
