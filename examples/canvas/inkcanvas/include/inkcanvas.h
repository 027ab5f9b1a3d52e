/*
 * inkcanvas: rectangles with pictures on a canvas, and the events they receive.
 *
 * A canvas owns a framebuffer and holds elements. Elements are stacked, receive injected input through handlers, and
 * are painted by a renderer that the user supplies. There is no window and no clock: input is posted, time is virtual.
 *
 * Ownership. Canvases and elements are reference counted. A function named `_new` gives the caller one reference. A
 * pointer that another function returns is borrowed: it stays valid while the library or the caller keeps a reference,
 * at the longest until the next call that could change it. A `user` or `data` pointer that comes with a destroy function
 * belongs to the library from the moment the call returns INK_OK, and destroy is then called on it exactly once. When the
 * call returns anything else, the pointer still belongs to the caller and destroy is not called.
 *
 * Re-entrancy. Any function may be called from a handler, a renderer or a destroy function, on any canvas or element
 * that the caller has a right to name; what cannot be done from there returns INK_ERR_BUSY. Destroy functions run after
 * the library has let go of what is being destroyed, so that such calls cannot find it.
 *
 * Threads. A canvas, the elements on it and whatever they refer to may be used by one thread at a time; there are no
 * locks. Canvases that share no element are independent. The live counts and the element ids are atomic. A worker calls
 * from a thread of its own.
 */
#ifndef INKCANVAS_H
#define INKCANVAS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The longest side, and the largest area in pixels, of a canvas or an element. */
#define INK_MAX_SIDE 16384
#define INK_MAX_PIXELS ((int64_t)64 * 1024 * 1024)
/* Coordinates lie in [-INK_MAX_COORDINATE, INK_MAX_COORDINATE], so that no sum of two of them overflows an int. */
#define INK_MAX_COORDINATE (1 << 29)

typedef enum ink_status {
    INK_OK = 0,
    INK_ERR_SIZE,     /* a width, height or area out of range */
    INK_ERR_VALUE,    /* another argument out of range */
    INK_ERR_MEMORY,   /* an allocation failed; nothing has changed */
    INK_ERR_BUSY,     /* the canvas already runs or repaints, or the element is being rendered */
    INK_ERR_ATTACHED, /* the element is already on a canvas */
    INK_ERR_DETACHED, /* the element is not on this canvas */
    INK_ERR_RENDER,   /* a renderer reported failure */
    INK_STOPPED       /* a draw handler returned non-zero during a repaint */
} ink_status;

typedef struct ink_canvas ink_canvas;
typedef struct ink_element ink_element;

typedef struct ink_rect {
    int x, y, w, h;
} ink_rect;

/* The kinds below INK_KINDS are what an element can listen for; INK_TIMER reaches only a timer's own handler. */
typedef enum ink_kind {
    INK_DRAW = 0,
    INK_TAP,
    INK_ENTER,
    INK_LEAVE,
    INK_KEY,
    INK_LEFT_CLICK,
    INK_RIGHT_CLICK,
    INK_MOUSE_OVER,
    INK_GAIN_FOCUS,
    INK_LOSE_FOCUS,
    INK_KINDS,
    INK_TIMER = INK_KINDS
} ink_kind;

#define INK_BUTTON_LEFT 1
#define INK_BUTTON_MIDDLE 2
#define INK_BUTTON_RIGHT 3

/* Everything in an event, `text` included, is borrowed for the duration of the handler's call. */
typedef struct ink_event {
    ink_kind kind;
    uint64_t element; /* id of the element that receives it, 0 for a timer */
    uint64_t timer;   /* id of the timer, 0 for an element */
    uint64_t now;     /* virtual time in milliseconds */
    int x, y;         /* pointer position: taps, clicks, motion and the focus changes they cause */
    int button;       /* taps, clicks and the focus changes they cause */
    uint32_t keysym;  /* keys */
    const char *text; /* keys: UTF-8 as posted, terminated by a NUL; otherwise "" */
    size_t text_len;  /* bytes in text, without the NUL */
} ink_event;

/* `context` is what was given to the running ink_canvas_run or ink_canvas_refresh. Non-zero stops that run. */
typedef int (*ink_handler)(void *context, void *user, const ink_event *event);
typedef void (*ink_destroy)(void *user);

/*
 * Draws an element. `pixels` are w * h premultiplied ARGB32 values (0xAARRGGBB), cleared to 0 beforehand, `stride`
 * pixels from one row to the next; they are lent for the duration of the call. Returns 0, or non-zero for failure.
 * `destroy` may be NULL. A renderer that has failed is not asked again until the element is invalidated.
 */
typedef struct ink_renderer {
    int (*render)(void *data, uint32_t *pixels, int w, int h, int stride);
    void (*destroy)(void *data);
} ink_renderer;

/* A sentence for a status, static. */
const char *ink_status_text(ink_status status);

/* ---- Elements ---- */

/*
 * A new element, visible and opaque, on no canvas; *out receives the caller's reference. The renderer table is copied,
 * `data` belongs to the element (see Ownership). `renderer` may be NULL: such an element is transparent, `data` unused.
 * A side may be 0: such an element is never painted and occupies no point.
 */
ink_status ink_element_new(ink_rect rect, int order, const ink_renderer *renderer, void *data, ink_element **out);
/* Adds a reference and returns `el`, for the caller to release. */
ink_element *ink_element_ref(ink_element *el);
/* Releases a reference of the caller's; the last one frees the element, its handlers and its renderer. NULL is ignored. */
void ink_element_unref(ink_element *el);

/* Never 0, never used twice in a process. */
uint64_t ink_element_id(const ink_element *el);
ink_rect ink_element_rect(const ink_element *el);
int ink_element_order(const ink_element *el);
double ink_element_opacity(const ink_element *el);
int ink_element_visible(const ink_element *el);
/* Borrowed, NULL when the element is on no canvas. */
ink_canvas *ink_element_canvas(const ink_element *el);

ink_status ink_element_move(ink_element *el, int x, int y);
/* A new width or height also invalidates. */
ink_status ink_element_set_rect(ink_element *el, ink_rect rect);
ink_status ink_element_set_order(ink_element *el, int order);
/* From 0 to 1; anything else, NaN included, is INK_ERR_VALUE. An element of opacity 0 still covers what lies below. */
ink_status ink_element_set_opacity(ink_element *el, double opacity);
void ink_element_set_visible(ink_element *el, int visible);
/* Replaces the renderer and invalidates; ownership as in ink_element_new. */
ink_status ink_element_set_renderer(ink_element *el, const ink_renderer *renderer, void *data);
/* The next repaint, or the next call of ink_element_pixels, renders anew. */
void ink_element_invalidate(ink_element *el);
/*
 * The element's own pixels, w * h without padding, rendered now if they must be. Borrowed until the element is changed,
 * invalidated, repainted or freed; *pixels is NULL for an element with a side of 0. INK_ERR_BUSY from within its own
 * renderer, or when that renderer changed the element.
 */
ink_status ink_element_pixels(ink_element *el, const uint32_t **pixels);

/*
 * Sets the handler of a kind, in place of the one before. `destroy` may be NULL. The handler that is replaced gets its
 * destroy call before this returns, or, when it is executing, as soon as it has returned. The same holds for
 * ink_element_unlisten and for the end of the element.
 */
ink_status ink_element_listen(ink_element *el, ink_kind kind, ink_handler fn, void *user, ink_destroy destroy);
/* INK_OK also when there is no such handler. */
ink_status ink_element_unlisten(ink_element *el, ink_kind kind);
int ink_element_listens(const ink_element *el, ink_kind kind);

/* Whether the point lies in the element's rectangle. */
int ink_element_occupies(const ink_element *el, int x, int y);
/*
 * Whether the point lies under one of the element's clouds. A cloud is the rectangle where a visible element that is
 * higher on the same canvas covers this one; an element that is hidden or on no canvas has none. Under a cloud an
 * element receives no pointer event.
 */
int ink_element_clouded(const ink_element *el, int x, int y);
/* Brings the clouds up to date and counts them, lowest coverer first. */
ink_status ink_element_cloud_count(ink_element *el, size_t *count);
/* A cloud in canvas coordinates, as of the last ink_element_cloud_count; an empty rectangle beyond the end. */
ink_rect ink_element_cloud(const ink_element *el, size_t index);

/* ---- Canvases ---- */

/* A new white canvas; *out receives the caller's reference. */
ink_status ink_canvas_new(int width, int height, ink_canvas **out);
ink_canvas *ink_canvas_ref(ink_canvas *canvas);
/* The last reference frees the canvas and releases its elements, timers and queued events. NULL is ignored. */
void ink_canvas_unref(ink_canvas *canvas);
int ink_canvas_width(const ink_canvas *canvas);
int ink_canvas_height(const ink_canvas *canvas);

/* Puts an element on the canvas, which takes a reference of its own; the caller keeps his. */
ink_status ink_canvas_add(ink_canvas *canvas, ink_element *el);
/* Takes an element off and releases the canvas's reference, which may have been the last. It receives no more events. */
ink_status ink_canvas_remove(ink_canvas *canvas, ink_element *el);
/*
 * The elements from the lowest to the highest. They lie by order, and with equal orders as they were added; those that
 * were brought to the front lie above all others, the latest on top. What is returned is borrowed, NULL beyond the end.
 */
size_t ink_canvas_element_count(const ink_canvas *canvas);
ink_element *ink_canvas_element_at(const ink_canvas *canvas, size_t index);
/* Borrowed; NULL when no element with this id is on the canvas. */
ink_element *ink_canvas_find(const ink_canvas *canvas, uint64_t id);
/* The topmost visible element at a point, which is the one element there that is not clouded. Borrowed, or NULL. */
ink_element *ink_canvas_hit(const ink_canvas *canvas, int x, int y);
ink_status ink_canvas_bring_to_front(ink_canvas *canvas, ink_element *el);
/* Undoes every ink_canvas_bring_to_front. */
void ink_canvas_reset_order(ink_canvas *canvas);

/* ---- Events and time ---- */

/*
 * These queue an event for `delay` ms of virtual time from now; events that are due together come in the order in which
 * they were posted. A tap reaches the element that ink_canvas_hit names: first the focus moves to it if it listens for
 * keys (INK_LOSE_FOCUS, INK_GAIN_FOCUS), then INK_TAP, then INK_LEFT_CLICK or INK_RIGHT_CLICK by the button. A motion
 * gives INK_LEAVE to the element that it leaves (wherever that lies by now, as long as it is on the canvas), INK_ENTER
 * to the one that it enters, and INK_MOUSE_OVER to the one that it is over. A key reaches the element in focus if it is
 * visible and listens, otherwise every visible element that listens, the topmost first. The text, `len` bytes, is copied.
 */
ink_status ink_canvas_post_tap(ink_canvas *canvas, uint64_t delay, int x, int y, int button);
ink_status ink_canvas_post_motion(ink_canvas *canvas, uint64_t delay, int x, int y);
ink_status ink_canvas_post_key(ink_canvas *canvas, uint64_t delay, const char *text, size_t len, uint32_t keysym);
size_t ink_canvas_queued(const ink_canvas *canvas);
/* Forgets what is queued. */
void ink_canvas_clear_events(ink_canvas *canvas);

/*
 * A recurring timer, first due `ms` from now; 0 ms is INK_ERR_VALUE. `user` belongs to the timer (see Ownership), and
 * *id, unless NULL, receives a number that is not 0 and not used twice. `destroy` is deferred as for an element's handler.
 */
ink_status ink_canvas_add_timer(ink_canvas *canvas, uint64_t ms, ink_handler fn, void *user, ink_destroy destroy,
                                uint64_t *id);
/* INK_ERR_VALUE when there is no such timer. */
ink_status ink_canvas_remove_timer(ink_canvas *canvas, uint64_t id);
size_t ink_canvas_timer_count(const ink_canvas *canvas);
/* Virtual milliseconds since the canvas was made; it stands still outside ink_canvas_run. */
uint64_t ink_canvas_now(const ink_canvas *canvas);

typedef enum ink_run_end {
    INK_END_IDLE = 0, /* no event and no timer was left */
    INK_END_STOPPED,  /* a handler returned non-zero */
    INK_END_QUIT      /* ink_canvas_quit */
} ink_run_end;

/*
 * Delivers events and timers in the order of their times, events first; the clock jumps to the next one due. When
 * nothing more is due at the present time, damage is repainted as by ink_canvas_refresh. The canvas holds a reference to
 * itself meanwhile; `context` is lent for the duration of the call. A repaint that fails ends the run with its status.
 * Events that are still queued at the end stay there. INK_ERR_BUSY when the canvas already runs or repaints. An event
 * whose delivery returns INK_ERR_MEMORY is lost. `end` may be NULL and is written only with INK_OK.
 */
ink_status ink_canvas_run(ink_canvas *canvas, void *context, ink_run_end *end);
/* Ends the run after the handler that is executing; nothing outside a run. */
void ink_canvas_quit(ink_canvas *canvas);
int ink_canvas_running(const ink_canvas *canvas);
/* The element that has the focus, borrowed, or NULL. */
ink_element *ink_canvas_focus(const ink_canvas *canvas);

/* ---- Painting ---- */

/*
 * Repaints what was damaged since the last repaint, and nothing else. First the INK_DRAW handlers of the visible
 * elements that meet the damage are called, the lowest first; what they change is repainted too. `context` is lent to
 * them; NULL stands for the context of the run that is under way. When one of them returns non-zero the others are not
 * called, the damage is repainted, and the status is INK_STOPPED. INK_ERR_RENDER: an element could not be rendered and
 * was left out. INK_ERR_BUSY from within a repaint of the same canvas.
 */
ink_status ink_canvas_refresh(ink_canvas *canvas, void *context);
/* Marks a part of the canvas for the next repaint, or all of it with NULL or a rectangle that is out of range. */
void ink_canvas_damage(ink_canvas *canvas, const ink_rect *rect);
int ink_canvas_damaged(const ink_canvas *canvas);
/* What the last repaint touched: rectangles that do not overlap, and their area in pixels. */
size_t ink_canvas_repaint_count(const ink_canvas *canvas);
ink_rect ink_canvas_repaint_rect(const ink_canvas *canvas, size_t index);
uint64_t ink_canvas_repaint_pixels(const ink_canvas *canvas);
/* The framebuffer, width * height without padding, ARGB32, opaque. Borrowed while the canvas lives. */
const uint32_t *ink_canvas_pixels(const ink_canvas *canvas);

/* ---- A worker: a thread of the library's own ---- */

typedef struct ink_worker ink_worker;
/* Called on the worker's thread, for each round from 0 on. Non-zero ends the worker. */
typedef int (*ink_work)(void *user, uint64_t round);

/*
 * Starts a thread that calls `work` for so many rounds. `user` belongs to the worker (see Ownership); `destroy` may be
 * NULL and is called by the thread as its last act. *out receives the worker, for the caller to finish.
 */
ink_status ink_worker_start(uint64_t rounds, ink_work work, void *user, ink_destroy destroy, ink_worker **out);
/* Has the thread end after the round that it is at. From any thread. */
void ink_worker_stop(ink_worker *worker);
/* Waits until the thread has ended and frees the worker; not from `work` or `destroy`. Returns how many rounds were done. */
uint64_t ink_worker_finish(ink_worker *worker);

/* ---- Live counts, for leak tests; from any thread ---- */

size_t ink_live_canvases(void);
size_t ink_live_elements(void);
size_t ink_live_handlers(void);
size_t ink_live_renderers(void);

#ifdef __cplusplus
}
#endif
#endif
