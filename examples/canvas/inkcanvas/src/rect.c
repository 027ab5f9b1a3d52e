/* Rectangles, and sets of pixels made of them. */
#include "internal.h"

/* Beyond this a region costs more than the pixels it saves: it becomes its bounding box. */
#define REGION_MAX 1024

static int min(int a, int b)
{
    return a < b ? a : b;
}

static int max(int a, int b)
{
    return a > b ? a : b;
}

int rect_empty(ink_rect r)
{
    return r.w <= 0 || r.h <= 0;
}

int rect_contains(ink_rect r, int x, int y)
{
    return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
}

int rect_equal(ink_rect a, ink_rect b)
{
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

static ink_rect from_edges(int left, int top, int right, int bottom)
{
    ink_rect r = {left, top, right - left, bottom - top};
    if (rect_empty(r))
        r.w = r.h = 0;
    return r;
}

ink_rect rect_intersect(ink_rect a, ink_rect b)
{
    return from_edges(max(a.x, b.x), max(a.y, b.y), min(a.x + a.w, b.x + b.w), min(a.y + a.h, b.y + b.h));
}

static ink_rect bounding_box(ink_rect a, ink_rect b)
{
    return from_edges(min(a.x, b.x), min(a.y, b.y), max(a.x + a.w, b.x + b.w), max(a.y + a.h, b.y + b.h));
}

ink_status rect_check(ink_rect r)
{
    if (r.x < -INK_MAX_COORDINATE || r.x > INK_MAX_COORDINATE || r.y < -INK_MAX_COORDINATE ||
        r.y > INK_MAX_COORDINATE)
        return INK_ERR_VALUE;
    if (r.w < 0 || r.w > INK_MAX_SIDE || r.h < 0 || r.h > INK_MAX_SIDE || (int64_t)r.w * r.h > INK_MAX_PIXELS)
        return INK_ERR_SIZE;
    return INK_OK;
}

ink_status region_init(ink_region *region)
{
    region->rects = ink_grow(NULL, &region->capacity, sizeof *region->rects);
    return region->rects == NULL ? INK_ERR_MEMORY : INK_OK;
}

void region_free(ink_region *region)
{
    ink_release(region->rects);
}

static int append(ink_region *region, ink_rect rect)
{
    if (region->count == region->capacity) {
        ink_rect *grown = NULL;
        if (region->count < REGION_MAX)
            grown = ink_grow(region->rects, &region->capacity, sizeof *grown);
        if (grown == NULL)
            return 0;
        region->rects = grown;
    }
    region->rects[region->count++] = rect;
    return 1;
}

/* Adds what rects[from..until] do not cover; until is the count before the first piece. Returns 0 without room. */
static int add_piece(ink_region *region, ink_rect r, size_t from, size_t until)
{
    size_t i;
    if (rect_empty(r))
        return 1;
    for (i = from; i < until; i++) {
        ink_rect c = rect_intersect(r, region->rects[i]);
        if (rect_empty(c))
            continue;
        return add_piece(region, from_edges(r.x, r.y, r.x + r.w, c.y), i + 1, until) &&
               add_piece(region, from_edges(r.x, c.y + c.h, r.x + r.w, r.y + r.h), i + 1, until) &&
               add_piece(region, from_edges(r.x, c.y, c.x, c.y + c.h), i + 1, until) &&
               add_piece(region, from_edges(c.x + c.w, c.y, r.x + r.w, c.y + c.h), i + 1, until);
    }
    return append(region, r);
}

void region_add(ink_region *region, ink_rect rect)
{
    size_t i;
    if (add_piece(region, rect, 0, region->count))
        return;
    /* Without room the region becomes its bounding box: too much is repainted, never too little. */
    for (i = 0; i < region->count; i++)
        rect = bounding_box(rect, region->rects[i]);
    region->rects[0] = rect;
    region->count = 1;
}

int region_meets(const ink_region *region, ink_rect rect)
{
    size_t i;
    for (i = 0; i < region->count; i++)
        if (!rect_empty(rect_intersect(region->rects[i], rect)))
            return 1;
    return 0;
}
