#include "harness.h"

static void log_time(subject *self, void *context, const ink_event *event)
{
    int *left = context;
    (void)self;
    log_add("%d ", (int)event->now);
    if (left != NULL && --*left == 0)
        ink_canvas_quit(self->canvas);
}

static void timers_recur_in_virtual_time(void)
{
    ink_canvas *canvas = canvas_of(10, 10);
    subject slow = {"slow", log_time}, fast = {"fast", log_time};
    uint64_t id = 0;
    int left = 5;
    slow.canvas = fast.canvas = canvas;
    CHECK(ink_canvas_add_timer(canvas, 0, on_event, &slow, on_destroy, &id) == INK_ERR_VALUE);
    CHECK(ink_canvas_add_timer(canvas, 5, NULL, &slow, on_destroy, &id) == INK_ERR_VALUE);
    CHECK(id == 0 && slow.destroyed == 0);
    CHECK_OK(ink_canvas_add_timer(canvas, 20, on_event, &slow, on_destroy, &id));
    CHECK_OK(ink_canvas_add_timer(canvas, 10, on_event, &fast, on_destroy, NULL));
    CHECK(ink_canvas_timer_count(canvas) == 2 && id != 0);
    CHECK(run(canvas, &left) == INK_END_QUIT);
    CHECK_LOG("fast:timer 10 slow:timer 20 fast:timer 20 fast:timer 30 slow:timer 40 ");
    CHECK(ink_canvas_now(canvas) == 40);
    CHECK_OK(ink_canvas_remove_timer(canvas, id));
    CHECK(slow.destroyed == 1);
    CHECK(ink_canvas_remove_timer(canvas, id) == INK_ERR_VALUE);
    left = 2;
    CHECK(run(canvas, &left) == INK_END_QUIT);
    CHECK_LOG("fast:timer 40 fast:timer 50 ");
    ink_canvas_unref(canvas);
    CHECK(fast.destroyed == 1);
}

static void remove_self(subject *self, void *context, const ink_event *event)
{
    (void)context;
    CHECK_OK(ink_canvas_remove_timer(self->canvas, event->timer));
    CHECK(self->destroyed == 0);
}

static void a_timer_removes_itself(void)
{
    ink_canvas *canvas = canvas_of(10, 10);
    subject s = {"s", remove_self};
    s.canvas = canvas;
    CHECK_OK(ink_canvas_add_timer(canvas, 7, on_event, &s, on_destroy, NULL));
    CHECK(run(canvas, NULL) == INK_END_IDLE);
    CHECK(s.destroyed == 1 && ink_canvas_now(canvas) == 7);
    CHECK_LOG("s:timer ");
    ink_canvas_unref(canvas);
}

/* It makes way for the timer behind it, and for many more. */
static void replace_self(subject *self, void *context, const ink_event *event)
{
    int i;
    remove_self(self, context, event);
    for (i = 0; i < 20; i++)
        CHECK_OK(ink_canvas_add_timer(self->canvas, 1000, on_event, self, NULL, NULL));
    self->action = NULL;
}

static void timers_move_in_the_array(void)
{
    ink_canvas *canvas = canvas_of(10, 10);
    subject first = {"first", replace_self}, second = {"second", log_time};
    int left = 1;
    first.canvas = second.canvas = canvas;
    CHECK_OK(ink_canvas_add_timer(canvas, 7, on_event, &first, NULL, NULL));
    CHECK_OK(ink_canvas_add_timer(canvas, 9, on_event, &second, NULL, NULL));
    CHECK(run(canvas, &left) == INK_END_QUIT);
    CHECK_LOG("first:timer second:timer 9 ");
    CHECK(ink_canvas_timer_count(canvas) == 21);
    ink_canvas_unref(canvas);
}

static void delays_order_events_and_timers(void)
{
    ink_canvas *canvas = canvas_of(10, 10);
    ink_element *el = element_on(canvas, 0, 0, 10, 10, 0);
    subject tap = {"t", log_time}, key = {"k", log_time}, timer = {"timer", log_time};
    int left = 5;
    tap.canvas = key.canvas = timer.canvas = canvas;
    CHECK_OK(ink_element_listen(el, INK_TAP, on_event, &tap, NULL));
    CHECK_OK(ink_element_listen(el, INK_KEY, on_event, &key, NULL));
    CHECK_OK(ink_canvas_add_timer(canvas, 10, on_event, &timer, NULL, NULL));
    CHECK_OK(ink_canvas_post_tap(canvas, 15, 1, 1, 1));
    CHECK_OK(ink_canvas_post_key(canvas, 10, "k", 1, 0));
    CHECK_OK(ink_canvas_post_key(canvas, 0, "k", 1, 0));
    CHECK_OK(ink_canvas_post_tap(canvas, UINT64_MAX, 1, 1, 1));
    run(canvas, &left);
    CHECK_LOG("k:key 0 k:key 10 timer:timer 10 t:tap 15 timer:timer 20 ");
    CHECK_OK(ink_canvas_post_tap(canvas, UINT64_MAX, 1, 1, 1));
    CHECK(ink_canvas_queued(canvas) == 2);
    ink_canvas_unref(canvas);
}

/* Many events, posted in a scrambled order: they come by time, and by the order of posting within one time. */
static void log_order(subject *self, void *context, const ink_event *event)
{
    uint64_t *previous = context, current = event->now << 32 | event->keysym;
    (void)self;
    log_clear();
    CHECK(current > *previous);
    *previous = current;
}

static void the_queue_is_stable(void)
{
    ink_canvas *canvas = canvas_of(10, 10);
    ink_element *el = element_on(canvas, 0, 0, 10, 10, 0);
    subject s = {"s", log_order};
    uint64_t previous = 0;
    uint32_t i;
    CHECK_OK(ink_element_listen(el, INK_KEY, on_event, &s, NULL));
    for (i = 1; i <= 500; i++)
        CHECK_OK(ink_canvas_post_key(canvas, i * 7919 % 13, "k", 1, i));
    CHECK(run(canvas, &previous) == INK_END_IDLE);
    CHECK(previous >> 32 == 12 && ink_canvas_queued(canvas) == 0);
    log_clear();
    ink_canvas_unref(canvas);
}

void test_timer(void)
{
    timers_recur_in_virtual_time();
    a_timer_removes_itself();
    timers_move_in_the_array();
    delays_order_events_and_timers();
    the_queue_is_stable();
}
