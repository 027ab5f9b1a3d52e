/* Handlers, renderers and destroy functions that change what they are called from. The sanitizers are the judges. */
#include "harness.h"

static void take_off(subject *self, void *context, const ink_event *event)
{
    (void)context;
    (void)event;
    CHECK_OK(ink_canvas_remove(self->canvas, self->one)); /* the canvas held the last reference */
    CHECK(self->destroyed == 0);                          /* not while it executes */
}

static void silence(subject *self, void *context, const ink_event *event)
{
    (void)context;
    CHECK_OK(ink_element_unlisten(self->one, event->kind));
    CHECK(self->destroyed == 0);
}

static subject successor;
static void succeed(subject *self, void *context, const ink_event *event)
{
    (void)context;
    listen_as(self->one, event->kind, &successor);
    CHECK(self->destroyed == 0);
}

static void drop_canvas(subject *self, void *context, const ink_event *event)
{
    (void)context;
    (void)event;
    ink_canvas_unref(self->canvas);
    self->canvas = NULL;
    CHECK(self->destroyed == 0);
}

static void quit(subject *self, void *context, const ink_event *event)
{
    (void)context;
    (void)event;
    CHECK(ink_canvas_running(self->canvas));
    ink_canvas_quit(self->canvas);
}

static void run_again(subject *self, void *context, const ink_event *event)
{
    (void)event;
    CHECK(ink_canvas_run(self->canvas, context, NULL) == INK_ERR_BUSY);
}

static void post_all(ink_canvas *canvas)
{
    CHECK_OK(ink_canvas_post_motion(canvas, 0, 5, 5));
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 5, 5, INK_BUTTON_LEFT));
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 5, 5, INK_BUTTON_RIGHT));
    CHECK_OK(ink_canvas_post_key(canvas, 0, "key", 3, 1));
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 25, 5, INK_BUTTON_LEFT));
    CHECK_OK(ink_canvas_post_motion(canvas, 0, 25, 5));
    CHECK_OK(ink_canvas_post_key(canvas, 0, "key", 3, 1));
}

/* Every kind of handler performs the action, once each on a canvas of its own; all events are played around it. */
static void from_every_kind(void (*action)(subject *, void *, const ink_event *), int drops_canvas)
{
    int kind, other;
    for (kind = 0; kind < INK_KINDS; kind++) {
        ink_canvas *canvas = canvas_of(40, 40);
        ink_element *el = element_on(canvas, 0, 0, 10, 10, 0), *next = element_on(canvas, 20, 0, 10, 10, 0);
        subject s = {"s"}, idle[2 * INK_KINDS];
        s.action = action;
        s.canvas = canvas;
        s.one = el;
        successor.name = "successor";
        memset(idle, 0, sizeof idle);
        for (other = 0; other < INK_KINDS; other++) {
            idle[other].name = "idle";
            idle[INK_KINDS + other].name = "next";
            listen_as(el, (ink_kind)other, other == kind ? &s : &idle[other]);
            listen_as(next, (ink_kind)other, &idle[INK_KINDS + other]);
        }
        post_all(canvas);
        run(canvas, NULL);
        CHECK(strstr(log_text, "s:") != NULL);
        log_clear();
        if (!drops_canvas)
            ink_canvas_unref(canvas);
        CHECK(s.destroyed == 1);
        for (other = 0; other < INK_KINDS; other++) {
            CHECK(other == kind || idle[other].destroyed == 1);
            CHECK(idle[INK_KINDS + other].destroyed == 1);
        }
        CHECK(ink_live_elements() == 0 && ink_live_handlers() == 0);
    }
}

/* The first action on one element happens to another: the one that would be next to hear of the same event. */
static void the_next_receiver_goes(void)
{
    ink_canvas *canvas = canvas_of(40, 40);
    ink_element *top = element_on(canvas, 0, 0, 10, 10, 2), *low = element_on(canvas, 20, 0, 10, 10, 1);
    subject a = {"a", take_off}, b = {"b"};
    a.canvas = canvas;
    a.one = low;
    listen_as(top, INK_KEY, &a);
    listen_as(low, INK_KEY, &b);
    CHECK_OK(ink_canvas_post_key(canvas, 0, "k", 1, 1));
    run(canvas, NULL);
    CHECK_LOG("a:key ");
    CHECK(b.destroyed == 1);
    /* Leaving one removes the other that is being entered. */
    low = element_on(canvas, 20, 0, 10, 10, 1);
    a.one = low;
    listen_as(low, INK_ENTER, &b);
    CHECK_OK(ink_element_listen(top, INK_LEAVE, on_event, &a, NULL));
    CHECK_OK(ink_canvas_post_motion(canvas, 0, 5, 5));
    CHECK_OK(ink_canvas_post_motion(canvas, 0, 25, 5));
    run(canvas, NULL);
    CHECK_LOG("a:leave ");
    ink_canvas_unref(canvas);
    CHECK(a.destroyed == 1 && b.destroyed == 1);
}

static void put_back(subject *self, void *context, const ink_event *event)
{
    (void)context;
    (void)event;
    CHECK_OK(ink_canvas_remove(self->canvas, self->one));
    CHECK_OK(ink_canvas_add(self->canvas, self->one));
}

/* Taken off and put back while it is being entered: it is entered once, by the next motion. */
static void the_entered_element_is_put_back(void)
{
    ink_canvas *canvas = canvas_of(40, 40);
    ink_element *a = element_on(canvas, 0, 0, 10, 10, 0), *b = element_of(20, 0, 10, 10, 0);
    subject sa = {"a", put_back}, sb = {"b"};
    CHECK_OK(ink_canvas_add(canvas, b));
    sa.canvas = canvas;
    sa.one = b;
    listen_as(a, INK_LEAVE, &sa);
    CHECK_OK(ink_element_listen(b, INK_ENTER, on_event, &sb, NULL));
    CHECK_OK(ink_element_listen(b, INK_MOUSE_OVER, on_event, &sb, NULL));
    CHECK_OK(ink_canvas_post_motion(canvas, 0, 5, 5));
    CHECK_OK(ink_canvas_post_motion(canvas, 0, 25, 5));
    run(canvas, NULL);
    CHECK_LOG("a:leave ");
    CHECK_OK(ink_canvas_post_motion(canvas, 0, 25, 5));
    run(canvas, NULL);
    CHECK_LOG("b:enter b:over ");
    ink_element_unref(b);
    ink_canvas_unref(canvas);
}

static void grow(subject *self, void *context, const ink_event *event)
{
    int i, *left = context;
    (void)event;
    log_clear();
    if (--*left < 0)
        return;
    for (i = 0; i < 20; i++) {
        ink_element *el = element_on(self->canvas, i, i, 5, 5, -i);
        if (i % 2 == 0)
            CHECK_OK(ink_canvas_bring_to_front(self->canvas, el));
        if (i % 3 == 0)
            CHECK_OK(ink_canvas_remove(self->canvas, el));
        CHECK_OK(ink_canvas_post_tap(self->canvas, 0, 39, 39, 1));
        CHECK_OK(ink_canvas_add_timer(self->canvas, 1000, on_event, self, NULL, &self->timer));
        CHECK_OK(ink_canvas_remove_timer(self->canvas, self->timer));
    }
    ink_canvas_reset_order(self->canvas);
}

static void a_handler_makes_everything_grow(void)
{
    ink_canvas *canvas = canvas_of(40, 40);
    ink_element *el = element_on(canvas, 38, 38, 2, 2, 0);
    subject s = {"s", grow};
    int left = 10;
    s.canvas = canvas;
    listen_as(el, INK_TAP, &s);
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 39, 39, 1));
    CHECK(run(canvas, &left) == INK_END_IDLE);
    CHECK(left == -191); /* 1 + 10 * 20 taps */
    CHECK(ink_canvas_element_count(canvas) == 1 + 10 * 13);
    ink_canvas_unref(canvas);
    CHECK(s.destroyed == 1);
}

/* A destroy function that uses the library, as the end of a Python object may. */
static ink_canvas *destroy_canvas;
static int destroy_calls;
static void busy_destroy(void *user)
{
    ink_element *held = user;
    destroy_calls++;
    if (destroy_canvas != NULL) {
        ink_element *el = element_on(destroy_canvas, 0, 0, 3, 3, 0);
        CHECK_OK(ink_element_listen(el, INK_TAP, on_event, NULL, NULL));
        CHECK_OK(ink_canvas_remove(destroy_canvas, el));
    }
    ink_element_unref(held);
}

static void destroy_functions_use_the_library(void)
{
    ink_canvas *canvas = canvas_of(10, 10), *other = canvas_of(10, 10);
    ink_element *el = element_on(canvas, 0, 0, 5, 5, 0), *held = element_of(0, 0, 1, 1, 0);
    destroy_calls = 0;
    destroy_canvas = canvas;
    CHECK_OK(ink_element_listen(el, INK_TAP, on_event, ink_element_ref(held), busy_destroy));
    CHECK_OK(ink_element_listen(el, INK_TAP, on_event, ink_element_ref(held), busy_destroy));
    CHECK_OK(ink_canvas_remove(canvas, el));
    CHECK(destroy_calls == 2);
    /* From the end of the canvas itself, into another one. */
    el = element_on(canvas, 0, 0, 5, 5, 0);
    destroy_canvas = other;
    CHECK_OK(ink_element_listen(el, INK_KEY, on_event, ink_element_ref(held), busy_destroy));
    CHECK_OK(ink_canvas_add_timer(canvas, 5, on_event, held, busy_destroy, NULL));
    ink_canvas_unref(canvas);
    CHECK(destroy_calls == 4);
    destroy_canvas = NULL;
    ink_canvas_unref(other);
}

/* Renderers that take their own element off, resize it, or replace themselves. */
typedef struct meddler {
    ink_canvas *canvas;
    ink_element *el;
    int what, destroyed;
} meddler;

static int meddle(void *data, uint32_t *pixels, int w, int h, int stride);
static void meddle_destroy(void *data)
{
    ((meddler *)data)->destroyed++;
}
static const ink_renderer meddling = {meddle, meddle_destroy};

static int meddle(void *data, uint32_t *pixels, int w, int h, int stride)
{
    meddler *m = data;
    ink_rect large = {1, 1, 30, 30};
    const uint32_t *own;
    CHECK(ink_element_pixels(m->el, &own) == INK_ERR_BUSY);
    if (m->what == 0)
        CHECK_OK(ink_canvas_remove(m->canvas, m->el));
    else if (m->what == 1)
        CHECK_OK(ink_element_set_rect(m->el, large));
    else if (m->what == 2)
        CHECK_OK(ink_element_set_renderer(m->el, NULL, NULL));
    else
        ink_canvas_unref(m->canvas);
    CHECK(m->destroyed == 0);
    pixels[(h - 1) * stride + w - 1] = 0xFF000000u; /* the buffer is still there */
    return 0;
}

static void renderers_meddle(void)
{
    int what, direct;
    for (what = 0; what < 4; what++) {
        for (direct = 0; direct < 2; direct++) {
            ink_canvas *canvas = canvas_of(40, 40);
            ink_rect rect = {0, 0, 10, 10};
            const uint32_t *pixels = NULL;
            meddler m = {canvas, NULL, what, 0};
            CHECK_OK(ink_element_new(rect, 0, &meddling, &m, &m.el));
            CHECK_OK(ink_canvas_add(canvas, m.el));
            ink_element_unref(m.el);
            if (direct)
                CHECK(ink_element_pixels(m.el, &pixels) == INK_ERR_BUSY);
            else
                CHECK_OK(ink_canvas_refresh(canvas, NULL));
            if (what != 3)
                ink_canvas_unref(canvas);
            CHECK(m.destroyed == 1 && ink_live_elements() == 0);
        }
    }
}

static void nested_run(subject *self, void *context, const ink_event *event)
{
    int inner;
    CHECK(event->kind != INK_TAP || context == self->one);
    CHECK(run(self->canvas, &inner) == INK_END_IDLE);
}

static void a_run_of_another_canvas(void)
{
    ink_canvas *outer = canvas_of(10, 10), *inner = canvas_of(10, 10);
    ink_element *a = element_on(outer, 0, 0, 10, 10, 0), *b = element_on(inner, 0, 0, 10, 10, 0);
    subject sa = {"outer", nested_run}, sb = {"inner"};
    sa.canvas = inner;
    sa.one = a;
    listen_as(a, INK_TAP, &sa);
    listen_as(b, INK_TAP, &sb);
    CHECK_OK(ink_canvas_post_tap(outer, 0, 1, 1, 1));
    CHECK_OK(ink_canvas_post_tap(outer, 0, 1, 1, 1));
    CHECK_OK(ink_canvas_post_tap(inner, 0, 1, 1, 1));
    CHECK(run(outer, a) == INK_END_IDLE);
    CHECK_LOG("outer:tap inner:tap outer:tap ");
    ink_canvas_quit(outer); /* nothing runs: nothing to quit */
    CHECK_OK(ink_canvas_post_tap(outer, 0, 1, 1, 1));
    CHECK(run(outer, a) == INK_END_IDLE);
    log_clear();
    ink_canvas_unref(outer);
    ink_canvas_unref(inner);
}

void test_reentrancy(void)
{
    from_every_kind(take_off, 0);
    from_every_kind(silence, 0);
    from_every_kind(succeed, 0);
    from_every_kind(drop_canvas, 1);
    from_every_kind(quit, 0);
    from_every_kind(run_again, 0);
    the_next_receiver_goes();
    the_entered_element_is_put_back();
    a_handler_makes_everything_grow();
    destroy_functions_use_the_library();
    renderers_meddle();
    a_run_of_another_canvas();
}
