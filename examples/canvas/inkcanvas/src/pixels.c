/* An element's own pixels: rendered when they are asked for, kept until they are invalidated. */
#include "internal.h"

static void drop_cache(ink_element *el)
{
    ink_release(el->pixels);
    el->pixels = NULL;
    el->cached_w = el->cached_h = 0;
}

void ink_element_invalidate(ink_element *el)
{
    el->stale = 1;
    el->failed = 0;
    el->version++;
    element_damage(el);
}

ink_status ink_element_set_renderer(ink_element *el, const ink_renderer *renderer, void *data)
{
    ink_painter *old = el->painter, *painter = NULL;
    if (renderer != NULL) {
        painter = painter_new(renderer, data);
        if (painter == NULL)
            return INK_ERR_MEMORY;
    }
    el->painter = painter;
    ink_element_invalidate(el);
    painter_unref(old);
    return INK_OK;
}

/* No colour above its alpha, whatever the renderer wrote: blending relies on it, or channels would spill over. */
static void premultiplied(uint32_t *pixels, size_t count)
{
    size_t i;
    int shift;
    for (i = 0; i < count; i++) {
        uint32_t pixel = pixels[i], alpha = pixel >> 24;
        if (alpha == 255)
            continue;
        for (shift = 0; shift < 24; shift += 8)
            if ((pixel >> shift & 255) > alpha)
                pixel = (pixel & ~(UINT32_C(255) << shift)) | alpha << shift;
        pixels[i] = pixel;
    }
}

static ink_status failed(ink_element *el)
{
    drop_cache(el);
    el->failed = 1;
    el->stale = 0;
    return INK_ERR_RENDER;
}

/* Renders into a buffer that nobody else knows, since the renderer may change, invalidate or release the element. */
static ink_status render_into(ink_element *el, uint32_t *pixels, size_t count)
{
    uint64_t version = el->version;
    ink_rect rect = el->rect;
    int result = 0;
    if (el->painter != NULL) {
        el->rendering = 1;
        result = painter_call(el->painter, pixels, rect.w, rect.h);
        el->rendering = 0;
    }
    if (el->version != version)
        return INK_ERR_BUSY;
    if (result != 0)
        return failed(el);
    premultiplied(pixels, count);
    drop_cache(el);
    el->pixels = pixels;
    el->cached_w = rect.w;
    el->cached_h = rect.h;
    el->stale = 0;
    return INK_OK;
}

ink_status element_render(ink_element *el)
{
    size_t count = (size_t)el->rect.w * (size_t)el->rect.h;
    uint32_t *pixels;
    ink_status status;
    if (el->rendering)
        return INK_ERR_BUSY;
    if (!el->stale)
        return el->failed ? INK_ERR_RENDER : INK_OK;
    if (count == 0) {
        drop_cache(el);
        el->stale = 0;
        return INK_OK;
    }
    pixels = ink_alloc(count, sizeof *pixels);
    if (pixels == NULL)
        return INK_ERR_MEMORY;
    status = render_into(el, pixels, count);
    if (status != INK_OK)
        ink_release(pixels);
    return status;
}

ink_status ink_element_pixels(ink_element *el, const uint32_t **pixels)
{
    ink_status status;
    ink_element_ref(el);
    status = element_render(el);
    /* When the renderer released what kept the element alive, the pixels go with it below. */
    if (status == INK_OK && el->refs == 1)
        status = INK_ERR_BUSY;
    if (status == INK_OK)
        *pixels = el->pixels;
    ink_element_unref(el);
    return status;
}
