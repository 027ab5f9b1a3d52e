/* Canvases: their life, and what is on them. */
#include "internal.h"

static void free_parts(ink_canvas *canvas)
{
    region_free(&canvas->damage);
    region_free(&canvas->repaint);
    ink_release(canvas->pixels);
    ink_release(canvas);
}

ink_status ink_canvas_new(int width, int height, ink_canvas **out)
{
    ink_canvas *canvas;
    size_t count, i;
    if (width <= 0 || height <= 0 || width > INK_MAX_SIDE || height > INK_MAX_SIDE ||
        (int64_t)width * height > INK_MAX_PIXELS)
        return INK_ERR_SIZE;
    canvas = ink_alloc(1, sizeof *canvas);
    if (canvas == NULL)
        return INK_ERR_MEMORY;
    count = (size_t)width * (size_t)height;
    canvas->pixels = ink_alloc(count, sizeof *canvas->pixels);
    if (canvas->pixels == NULL || region_init(&canvas->damage) != INK_OK || region_init(&canvas->repaint) != INK_OK) {
        free_parts(canvas);
        return INK_ERR_MEMORY;
    }
    for (i = 0; i < count; i++)
        canvas->pixels[i] = UINT32_C(0xFFFFFFFF);
    canvas->refs = 1;
    canvas->width = width;
    canvas->height = height;
    canvas->layout = 1;
    ink_live_add(LIVE_CANVAS);
    *out = canvas;
    return INK_OK;
}

ink_canvas *ink_canvas_ref(ink_canvas *canvas)
{
    canvas->refs++;
    return canvas;
}

void ink_canvas_unref(ink_canvas *canvas)
{
    ink_element **elements;
    ink_queue queue;
    ink_timers timers;
    size_t count, i;
    if (canvas == NULL || --canvas->refs > 0)
        return;
    /* First nothing leads to the canvas any more and its memory goes, then the user's functions run. */
    elements = canvas->elements;
    count = canvas->count;
    queue = canvas->queue;
    timers = canvas->timers;
    for (i = 0; i < count; i++)
        elements[i]->canvas = NULL;
    free_parts(canvas);
    ink_live_sub(LIVE_CANVAS);
    queue_free(&queue);
    timers_free(&timers);
    for (i = 0; i < count; i++)
        ink_element_unref(elements[i]);
    ink_release(elements);
}

int ink_canvas_width(const ink_canvas *canvas)
{
    return canvas->width;
}

int ink_canvas_height(const ink_canvas *canvas)
{
    return canvas->height;
}

ink_status ink_canvas_add(ink_canvas *canvas, ink_element *el)
{
    if (el->canvas != NULL)
        return INK_ERR_ATTACHED;
    if (canvas->count == canvas->capacity) {
        ink_element **grown = ink_grow(canvas->elements, &canvas->capacity, sizeof *grown);
        if (grown == NULL)
            return INK_ERR_MEMORY;
        canvas->elements = grown;
    }
    el->canvas = canvas;
    el->raised = 0;
    el->sequence = ++canvas->sequence;
    el->clouds_layout = 0;
    order_insert(canvas, ink_element_ref(el));
    element_damage(el);
    return INK_OK;
}

ink_status ink_canvas_remove(ink_canvas *canvas, ink_element *el)
{
    if (el->canvas != canvas)
        return INK_ERR_DETACHED;
    element_damage(el);
    order_take(canvas, el);
    el->canvas = NULL;
    if (canvas->hovered == el)
        canvas->hovered = NULL;
    if (canvas->focused == el)
        canvas->focused = NULL;
    ink_element_unref(el);
    return INK_OK;
}

size_t ink_canvas_element_count(const ink_canvas *canvas)
{
    return canvas->count;
}

ink_element *ink_canvas_element_at(const ink_canvas *canvas, size_t index)
{
    return index < canvas->count ? canvas->elements[index] : NULL;
}

ink_element *ink_canvas_find(const ink_canvas *canvas, uint64_t id)
{
    size_t i;
    for (i = 0; i < canvas->count; i++)
        if (canvas->elements[i]->id == id)
            return canvas->elements[i];
    return NULL;
}

ink_element *ink_canvas_focus(const ink_canvas *canvas)
{
    return canvas->focused;
}

const uint32_t *ink_canvas_pixels(const ink_canvas *canvas)
{
    return canvas->pixels;
}

const char *ink_status_text(ink_status status)
{
    switch (status) {
    case INK_OK: return "success";
    case INK_ERR_SIZE: return "a width, height or area is out of range";
    case INK_ERR_VALUE: return "an argument is out of range";
    case INK_ERR_MEMORY: return "out of memory";
    case INK_ERR_BUSY: return "the canvas or element is busy with the same operation";
    case INK_ERR_ATTACHED: return "the element is already on a canvas";
    case INK_ERR_DETACHED: return "the element is not on this canvas";
    case INK_ERR_RENDER: return "an element could not be rendered";
    case INK_STOPPED: return "a handler stopped the operation";
    }
    return "unknown status";
}
