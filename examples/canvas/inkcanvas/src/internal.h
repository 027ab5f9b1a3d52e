/* What the files of the library share. Nothing here is visible to users. */
#ifndef INK_INTERNAL_H
#define INK_INTERNAL_H

#include "inkcanvas.h"

/* ---- memory.c ---- */

void *ink_alloc(size_t count, size_t size);                     /* zeroed; NULL on failure or overflow */
void *ink_grow(void *old, size_t *capacity, size_t size);       /* a larger array; NULL leaves the old one */
void ink_release(void *memory);

typedef enum ink_live { LIVE_CANVAS, LIVE_ELEMENT, LIVE_HANDLER, LIVE_RENDERER, LIVE_COUNT } ink_live;
void ink_live_add(ink_live what);
void ink_live_sub(ink_live what);
uint64_t ink_next_id(void);

#ifdef INK_TEST_HOOKS
/* Asked before every allocation; 0 makes it fail. Only in the tests' build, where there is one thread. */
void ink_set_alloc_hook(int (*allow)(void *user, size_t size), void *user);
#endif

/* ---- rect.c ---- */

int rect_empty(ink_rect r);
int rect_contains(ink_rect r, int x, int y);
int rect_equal(ink_rect a, ink_rect b);
ink_rect rect_intersect(ink_rect a, ink_rect b);
ink_status rect_check(ink_rect r);

/* A set of pixels as rectangles that do not overlap. It can always hold at least one, so that adding never fails. */
typedef struct ink_region {
    ink_rect *rects;
    size_t count, capacity;
} ink_region;

ink_status region_init(ink_region *region);
void region_free(ink_region *region);
void region_add(ink_region *region, ink_rect rect);
int region_meets(const ink_region *region, ink_rect rect);

/* ---- slot.c: what the user handed over, counted, so that it outlives the call that is inside it ---- */

typedef struct ink_slot {
    size_t refs;
    ink_handler fn;
    void *user;
    ink_destroy destroy;
} ink_slot;

ink_slot *slot_new(ink_handler fn, void *user, ink_destroy destroy);
int slot_call(ink_slot *slot, void *context, const ink_event *event);
void slot_unref(ink_slot *slot);

typedef struct ink_painter {
    size_t refs;
    ink_renderer table;
    void *data;
} ink_painter;

ink_painter *painter_new(const ink_renderer *table, void *data);
int painter_call(ink_painter *painter, uint32_t *pixels, int w, int h);
void painter_unref(ink_painter *painter);

/* ---- element.c, pixels.c ---- */

struct ink_element {
    size_t refs;
    uint64_t id;
    ink_rect rect;
    int order;
    double opacity;
    int visible;
    ink_slot *slots[INK_KINDS];

    ink_canvas *canvas;    /* not counted: the canvas clears it before it goes */
    uint64_t raised;       /* 0, or the number of the bring_to_front that put it on top */
    uint64_t sequence;     /* the number of its insertion */

    ink_painter *painter;
    uint32_t *pixels;      /* the last rendering, of cached_w * cached_h, or NULL */
    int cached_w, cached_h;
    int stale, failed, rendering;
    uint64_t version;      /* changes with every invalidation: a rendering begun before is out of date */

    ink_rect *clouds;
    size_t cloud_count, cloud_capacity;
    uint64_t clouds_layout; /* the canvas layout that the clouds belong to, 0 for none */
};

/* To be called around whatever changes how the element looks: marks its rectangle if it shows. */
void element_damage(ink_element *el);
/* Renders if it must. The caller holds a reference of its own, since the renderer may release all others. */
ink_status element_render(ink_element *el);

/* ---- order.c ---- */

void order_insert(ink_canvas *canvas, ink_element *el); /* the array has room */
void order_take(ink_canvas *canvas, ink_element *el);
void order_update(ink_element *el);

/* ---- queue.c, timer.c ---- */

typedef struct ink_queued {
    uint64_t at, sequence;
    ink_kind kind; /* INK_TAP, INK_MOUSE_OVER for a motion, INK_KEY */
    int x, y, button;
    uint32_t keysym;
    char *text; /* owned, NULL but for keys */
    size_t text_len;
} ink_queued;

/* A binary heap, the earliest first. */
typedef struct ink_queue {
    ink_queued *events;
    size_t count, capacity;
    uint64_t sequence;
} ink_queue;

ink_queued queue_pop(ink_queue *queue); /* not empty; the text passes to the caller */
void queue_free(ink_queue *queue);

typedef struct ink_timer {
    uint64_t id, period, due;
    ink_slot *slot;
} ink_timer;

typedef struct ink_timers {
    ink_timer *items;
    size_t count, capacity;
} ink_timers;

ink_timer *timers_next(const ink_timers *timers); /* the one due first, NULL when there is none */
uint64_t time_add(uint64_t now, uint64_t delay);
void timers_free(ink_timers *timers);
void timer_fire(ink_canvas *canvas, ink_timer *timer);

/* ---- canvas.c, run.c, dispatch.c ---- */

struct ink_canvas {
    size_t refs;
    int width, height;
    uint32_t *pixels;

    ink_element **elements; /* counted, lowest first */
    size_t count, capacity;
    uint64_t sequence, raised;
    uint64_t layout; /* changes with every move, show, hide and reorder; starts at 1 */

    ink_element *hovered, *focused; /* not counted: cleared when the element is taken off */

    ink_queue queue;
    ink_timers timers;
    uint64_t now;

    void *context;
    int running, stopped, quit;

    ink_region damage, repaint;
    int refreshing;
};

/* Whether the run under way must end. */
int run_ending(const ink_canvas *canvas);
/* Calls the element's handler for event->kind, if any. Returns what it returned, and stops the run if that is not 0. */
int deliver(ink_canvas *canvas, void *context, ink_element *el, ink_event *event);
ink_status dispatch(ink_canvas *canvas, const ink_queued *queued);

/* Some elements of a canvas with a reference to each, to walk while handlers change the canvas. */
typedef struct ink_snapshot {
    ink_element **elements;
    size_t count;
} ink_snapshot;

typedef int (*snapshot_filter)(const ink_canvas *canvas, const ink_element *el);
ink_status snapshot_take(const ink_canvas *canvas, snapshot_filter filter, ink_snapshot *snapshot);
void snapshot_free(ink_snapshot *snapshot);

#endif
