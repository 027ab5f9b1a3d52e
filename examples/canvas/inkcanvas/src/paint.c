/* From damage to pixels. Handlers and renderers run first; the composition itself calls nobody. */
#include "internal.h"

void ink_canvas_damage(ink_canvas *canvas, const ink_rect *rect)
{
    ink_rect all = {0, 0, canvas->width, canvas->height};
    if (rect != NULL && rect_check(*rect) == INK_OK)
        all = rect_intersect(all, *rect);
    region_add(&canvas->damage, all);
}

int ink_canvas_damaged(const ink_canvas *canvas)
{
    return canvas->damage.count > 0;
}

static int shows_damage(const ink_canvas *canvas, const ink_element *el)
{
    return el->canvas == canvas && el->visible && region_meets(&canvas->damage, el->rect);
}

static int wants_draw(const ink_canvas *canvas, const ink_element *el)
{
    return el->slots[INK_DRAW] != NULL && shows_damage(canvas, el);
}

static ink_status call_draw_handlers(ink_canvas *canvas, void *context)
{
    ink_snapshot listeners;
    ink_status status = snapshot_take(canvas, wants_draw, &listeners);
    size_t i;
    if (status != INK_OK)
        return status;
    for (i = 0; i < listeners.count && status == INK_OK; i++) {
        ink_element *el = listeners.elements[i];
        ink_event event = {0};
        event.kind = INK_DRAW;
        event.text = "";
        if (canvas->running && run_ending(canvas))
            break;
        if (el->canvas == canvas && el->visible && deliver(canvas, context, el, &event) != 0)
            status = INK_STOPPED;
    }
    snapshot_free(&listeners);
    return status;
}

/* A renderer that invalidated its own element leaves it stale, and compose keeps it damaged: that is no failure. */
static ink_status render_elements(ink_canvas *canvas)
{
    ink_snapshot shown;
    ink_status status = snapshot_take(canvas, shows_damage, &shown);
    size_t i;
    if (status != INK_OK)
        return status;
    for (i = 0; i < shown.count; i++) {
        ink_element *el = shown.elements[i];
        if (el->canvas == canvas && el->stale) {
            ink_status rendered = element_render(el);
            if (rendered != INK_OK && rendered != INK_ERR_BUSY)
                status = rendered;
        }
    }
    snapshot_free(&shown);
    return status;
}

/* x * a / 255, rounded, for both in 0..255. */
static uint32_t scale(uint32_t x, uint32_t a)
{
    uint32_t t = x * a + 128;
    return (t + (t >> 8)) >> 8;
}

static uint32_t scale_pixel(uint32_t pixel, uint32_t a)
{
    return scale(pixel >> 24, a) << 24 | scale(pixel >> 16 & 255, a) << 16 | scale(pixel >> 8 & 255, a) << 8 |
           scale(pixel & 255, a);
}

/* Premultiplied source-over. No channel overflows, because no colour of the source exceeds its alpha. */
static void blend(ink_canvas *canvas, const ink_element *el, ink_rect area)
{
    uint32_t opacity = (uint32_t)(el->opacity * 255.0 + 0.5);
    int x, y;
    for (y = area.y; y < area.y + area.h; y++) {
        uint32_t *to = canvas->pixels + (size_t)y * (size_t)canvas->width + area.x;
        const uint32_t *from = el->pixels + (size_t)(y - el->rect.y) * (size_t)el->cached_w + (area.x - el->rect.x);
        for (x = 0; x < area.w; x++) {
            uint32_t source = opacity == 255 ? from[x] : scale_pixel(from[x], opacity);
            if (source >> 24 == 255)
                to[x] = source;
            else if (source != 0)
                to[x] = source + scale_pixel(to[x], 255 - (source >> 24));
        }
    }
}

static void compose_rect(ink_canvas *canvas, ink_rect rect)
{
    size_t i;
    int x, y;
    for (y = rect.y; y < rect.y + rect.h; y++) {
        uint32_t *row = canvas->pixels + (size_t)y * (size_t)canvas->width;
        for (x = rect.x; x < rect.x + rect.w; x++)
            row[x] = UINT32_C(0xFFFFFFFF);
    }
    for (i = 0; i < canvas->count; i++) {
        const ink_element *el = canvas->elements[i];
        ink_rect area = rect_intersect(el->rect, rect);
        /* An old rendering of another size would be read out of bounds. */
        if (el->visible && el->pixels != NULL && el->cached_w == el->rect.w && el->cached_h == el->rect.h &&
            !rect_empty(area))
            blend(canvas, el, area);
    }
}

static void compose(ink_canvas *canvas)
{
    ink_region painting = canvas->damage;
    size_t i;
    canvas->damage = canvas->repaint;
    canvas->damage.count = 0;
    canvas->repaint = painting;
    for (i = 0; i < painting.count; i++)
        compose_rect(canvas, painting.rects[i]);
    for (i = 0; i < canvas->count; i++) {
        ink_element *el = canvas->elements[i];
        if (el->stale && el->visible && region_meets(&painting, el->rect))
            element_damage(el);
    }
}

ink_status ink_canvas_refresh(ink_canvas *canvas, void *context)
{
    ink_status drawn, rendered = INK_OK;
    if (canvas->refreshing)
        return INK_ERR_BUSY;
    if (canvas->damage.count == 0) {
        canvas->repaint.count = 0;
        return INK_OK;
    }
    ink_canvas_ref(canvas);
    canvas->refreshing = 1;
    drawn = call_draw_handlers(canvas, context != NULL ? context : canvas->context);
    if (drawn != INK_ERR_MEMORY)
        rendered = render_elements(canvas);
    if (drawn != INK_ERR_MEMORY && rendered != INK_ERR_MEMORY)
        compose(canvas);
    canvas->refreshing = 0;
    ink_canvas_unref(canvas);
    return rendered != INK_OK ? rendered : drawn;
}

size_t ink_canvas_repaint_count(const ink_canvas *canvas)
{
    return canvas->repaint.count;
}

ink_rect ink_canvas_repaint_rect(const ink_canvas *canvas, size_t index)
{
    ink_rect none = {0, 0, 0, 0};
    return index < canvas->repaint.count ? canvas->repaint.rects[index] : none;
}

uint64_t ink_canvas_repaint_pixels(const ink_canvas *canvas)
{
    uint64_t area = 0;
    size_t i;
    for (i = 0; i < canvas->repaint.count; i++)
        area += (uint64_t)canvas->repaint.rects[i].w * (uint64_t)canvas->repaint.rects[i].h;
    return area;
}
