/* Which element lies above which, and what that hides: the z-order, the clouds, the hit test. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* A total order, because no two elements of a canvas share a sequence number. */
static int below(const ink_element *a, const ink_element *b)
{
    if (a->raised != b->raised)
        return a->raised < b->raised;
    if (a->order != b->order)
        return a->order < b->order;
    return a->sequence < b->sequence;
}

static int compare(const void *a, const void *b)
{
    const ink_element *left = *(ink_element *const *)a, *right = *(ink_element *const *)b;
    return below(left, right) ? -1 : below(right, left);
}

static size_t index_of(const ink_canvas *canvas, const ink_element *el)
{
    size_t i = 0;
    while (canvas->elements[i] != el)
        i++;
    return i;
}

void order_insert(ink_canvas *canvas, ink_element *el)
{
    size_t i = canvas->count++;
    for (; i > 0 && below(el, canvas->elements[i - 1]); i--)
        canvas->elements[i] = canvas->elements[i - 1];
    canvas->elements[i] = el;
    canvas->layout++;
}

void order_take(ink_canvas *canvas, ink_element *el)
{
    size_t i = index_of(canvas, el);
    canvas->count--;
    memmove(canvas->elements + i, canvas->elements + i + 1, (canvas->count - i) * sizeof *canvas->elements);
    canvas->layout++;
}

void order_update(ink_element *el)
{
    ink_canvas *canvas = el->canvas;
    size_t before;
    if (canvas == NULL)
        return;
    before = index_of(canvas, el);
    order_take(canvas, el);
    order_insert(canvas, el);
    if (canvas->elements[before] != el)
        element_damage(el);
}

ink_status ink_canvas_bring_to_front(ink_canvas *canvas, ink_element *el)
{
    if (el->canvas != canvas)
        return INK_ERR_DETACHED;
    el->raised = ++canvas->raised;
    order_update(el);
    return INK_OK;
}

void ink_canvas_reset_order(ink_canvas *canvas)
{
    size_t i;
    for (i = 0; i < canvas->count; i++) {
        ink_element *el = canvas->elements[i];
        if (el->raised != 0)
            element_damage(el);
        el->raised = 0;
    }
    if (canvas->count > 1)
        qsort(canvas->elements, canvas->count, sizeof *canvas->elements, compare);
    canvas->layout++;
}

ink_element *ink_canvas_hit(const ink_canvas *canvas, int x, int y)
{
    size_t i = canvas->count;
    while (i-- > 0) {
        ink_element *el = canvas->elements[i];
        if (el->visible && rect_contains(el->rect, x, y))
            return el;
    }
    return NULL;
}

int ink_element_clouded(const ink_element *el, int x, int y)
{
    const ink_canvas *canvas = el->canvas;
    size_t i;
    if (canvas == NULL || !el->visible || !rect_contains(el->rect, x, y))
        return 0;
    for (i = index_of(canvas, el) + 1; i < canvas->count; i++) {
        const ink_element *above = canvas->elements[i];
        if (above->visible && rect_contains(above->rect, x, y))
            return 1;
    }
    return 0;
}

static ink_status add_cloud(ink_element *el, ink_rect cloud)
{
    if (el->cloud_count == el->cloud_capacity) {
        ink_rect *grown = ink_grow(el->clouds, &el->cloud_capacity, sizeof *grown);
        if (grown == NULL)
            return INK_ERR_MEMORY;
        el->clouds = grown;
    }
    el->clouds[el->cloud_count++] = cloud;
    return INK_OK;
}

/* Only for the element that is asked about, and only when the layout has changed: nothing is computed per motion. */
static ink_status update_clouds(ink_element *el)
{
    const ink_canvas *canvas = el->canvas;
    size_t i;
    el->cloud_count = 0;
    el->clouds_layout = 0;
    if (canvas == NULL)
        return INK_OK;
    for (i = index_of(canvas, el) + 1; el->visible && i < canvas->count; i++) {
        const ink_element *above = canvas->elements[i];
        ink_rect cloud = rect_intersect(el->rect, above->rect);
        if (!above->visible || rect_empty(cloud))
            continue;
        if (add_cloud(el, cloud) != INK_OK) {
            el->cloud_count = 0;
            return INK_ERR_MEMORY;
        }
    }
    el->clouds_layout = canvas->layout;
    return INK_OK;
}

ink_status ink_element_cloud_count(ink_element *el, size_t *count)
{
    if (el->canvas == NULL || el->clouds_layout != el->canvas->layout) {
        ink_status status = update_clouds(el);
        if (status != INK_OK)
            return status;
    }
    *count = el->cloud_count;
    return INK_OK;
}

ink_rect ink_element_cloud(const ink_element *el, size_t index)
{
    ink_rect none = {0, 0, 0, 0};
    return index < el->cloud_count ? el->clouds[index] : none;
}
