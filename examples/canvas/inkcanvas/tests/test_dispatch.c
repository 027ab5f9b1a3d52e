#include "harness.h"

static ink_event last;
static char last_text[64];
static void *last_context;

static void remember(subject *self, void *context, const ink_event *event)
{
    (void)self;
    last = *event;
    last_context = context;
    memcpy(last_text, event->text, event->text_len + 1);
}

static void taps(void)
{
    ink_canvas *canvas = canvas_of(100, 100);
    ink_element *low = element_on(canvas, 0, 0, 50, 50, 1), *high = element_on(canvas, 25, 25, 50, 50, 2);
    subject a = {"a", remember}, b = {"b"};
    int context;
    listen_as(low, INK_TAP, &a);
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 10, 11, INK_BUTTON_LEFT));
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 30, 30, INK_BUTTON_LEFT)); /* under the cloud */
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 90, 90, INK_BUTTON_LEFT)); /* nowhere */
    CHECK(ink_canvas_queued(canvas) == 3);
    CHECK(run(canvas, &context) == INK_END_IDLE);
    CHECK(last.x == 10 && last.y == 11 && last.button == INK_BUTTON_LEFT && last_context == &context);
    CHECK(last.element == ink_element_id(low) && last.timer == 0 && last.text_len == 0);
    CHECK_LOG("a:tap ");
    CHECK_OK(ink_element_listen(low, INK_LEFT_CLICK, on_event, &a, NULL));
    CHECK_OK(ink_element_listen(low, INK_RIGHT_CLICK, on_event, &a, NULL));
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 1, 1, INK_BUTTON_LEFT));
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 1, 1, INK_BUTTON_MIDDLE));
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 1, 1, INK_BUTTON_RIGHT));
    run(canvas, NULL);
    CHECK_LOG("a:tap a:left a:tap a:tap a:right ");
    listen_as(high, INK_TAP, &b);
    ink_element_set_visible(high, 0);
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 30, 30, INK_BUTTON_LEFT));
    run(canvas, NULL);
    CHECK_LOG("a:tap a:left ");
    CHECK(ink_canvas_post_tap(canvas, 0, 1, 1, 0) == INK_ERR_VALUE);
    CHECK(ink_canvas_post_tap(canvas, 0, INK_MAX_COORDINATE + 1, 1, 1) == INK_ERR_VALUE);
    CHECK(ink_canvas_post_motion(canvas, 0, 0, -INK_MAX_COORDINATE - 1) == INK_ERR_VALUE);
    ink_canvas_unref(canvas);
    CHECK(b.destroyed == 1);
}

static void listen_pointer(ink_element *el, subject *s)
{
    CHECK_OK(ink_element_listen(el, INK_ENTER, on_event, s, NULL));
    CHECK_OK(ink_element_listen(el, INK_LEAVE, on_event, s, NULL));
    CHECK_OK(ink_element_listen(el, INK_MOUSE_OVER, on_event, s, NULL));
}

static void motions(void)
{
    ink_canvas *canvas = canvas_of(100, 100);
    ink_element *a = element_on(canvas, 0, 0, 50, 50, 1), *b = element_on(canvas, 25, 25, 50, 50, 2);
    subject sa = {"a"}, sb = {"b"};
    listen_pointer(a, &sa);
    listen_pointer(b, &sb);
    CHECK_OK(ink_canvas_post_motion(canvas, 0, 90, 90));
    CHECK_OK(ink_canvas_post_motion(canvas, 0, 10, 10));
    CHECK_OK(ink_canvas_post_motion(canvas, 0, 12, 12));
    CHECK_OK(ink_canvas_post_motion(canvas, 0, 30, 30));
    CHECK_OK(ink_canvas_post_motion(canvas, 0, 90, 90));
    run(canvas, NULL);
    CHECK_LOG("a:enter a:over a:over a:leave b:enter b:over b:leave ");
    /* Hidden under the pointer it is left; taken off the canvas it hears nothing more. */
    CHECK_OK(ink_canvas_post_motion(canvas, 0, 30, 30));
    run(canvas, NULL);
    ink_element_set_visible(b, 0);
    CHECK_OK(ink_canvas_post_motion(canvas, 0, 30, 30));
    run(canvas, NULL);
    CHECK_LOG("b:enter b:over b:leave a:enter a:over ");
    CHECK_OK(ink_canvas_remove(canvas, a));
    CHECK_OK(ink_canvas_post_motion(canvas, 0, 30, 30));
    run(canvas, NULL);
    CHECK_LOG("");
    ink_canvas_unref(canvas);
}

static void keys_and_focus(void)
{
    ink_canvas *canvas = canvas_of(100, 100);
    ink_element *a = element_on(canvas, 0, 0, 10, 10, 1), *b = element_on(canvas, 20, 0, 10, 10, 2);
    ink_element *hidden = element_on(canvas, 40, 0, 10, 10, 3), *deaf = element_on(canvas, 60, 0, 10, 10, 4);
    subject sa = {"a", remember}, sb = {"b", remember}, sh = {"h"};
    char text[] = "\xC3\xA9x";
    CHECK_OK(ink_element_listen(a, INK_KEY, on_event, &sa, NULL));
    CHECK_OK(ink_element_listen(b, INK_KEY, on_event, &sb, NULL));
    CHECK_OK(ink_element_listen(hidden, INK_KEY, on_event, &sh, NULL));
    CHECK_OK(ink_element_listen(a, INK_GAIN_FOCUS, on_event, &sa, NULL));
    CHECK_OK(ink_element_listen(a, INK_LOSE_FOCUS, on_event, &sa, NULL));
    CHECK_OK(ink_element_listen(b, INK_GAIN_FOCUS, on_event, &sb, NULL));
    ink_element_set_visible(hidden, 0);
    CHECK_OK(ink_canvas_post_key(canvas, 0, text, 3, 0xE9));
    memset(text, 'z', 3); /* the text was copied */
    run(canvas, NULL);
    CHECK_LOG("b:key a:key ");
    CHECK(strcmp(last_text, "\xC3\xA9x") == 0 && last.text_len == 3 && last.keysym == 0xE9);
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 5, 5, 1));
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 5, 5, 1));
    CHECK_OK(ink_canvas_post_key(canvas, 0, NULL, 0, 1));
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 65, 5, 1));
    CHECK_OK(ink_canvas_post_key(canvas, 0, NULL, 0, 1));
    run(canvas, NULL);
    CHECK_LOG("a:gain a:key a:key ");
    CHECK(ink_canvas_focus(canvas) == a && last.text_len == 0 && last_text[0] == 0);
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 25, 5, 1));
    CHECK_OK(ink_canvas_post_key(canvas, 0, "k", 1, 1));
    run(canvas, NULL);
    CHECK_LOG("a:lose b:gain b:key ");
    ink_element_set_visible(b, 0);
    CHECK_OK(ink_canvas_post_key(canvas, 0, "k", 1, 1));
    run(canvas, NULL);
    CHECK_LOG("a:key ");
    CHECK_OK(ink_canvas_remove(canvas, b));
    CHECK(ink_canvas_focus(canvas) == NULL);
    CHECK(ink_canvas_post_key(canvas, 0, "", SIZE_MAX, 1) == INK_ERR_VALUE);
    (void)deaf;
    ink_canvas_unref(canvas);
}

static void a_handler_stops_the_run(void)
{
    ink_canvas *canvas = canvas_of(100, 100);
    ink_element *el = element_on(canvas, 0, 0, 10, 10, 1);
    subject s = {"s"};
    s.result = 1;
    CHECK_OK(ink_element_listen(el, INK_TAP, on_event, &s, NULL));
    CHECK_OK(ink_element_listen(el, INK_LEFT_CLICK, on_event, &s, NULL));
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 1, 1, 1));
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 1, 1, 1));
    CHECK_OK(ink_canvas_post_key(canvas, 0, "left over", 9, 1));
    CHECK(run(canvas, NULL) == INK_END_STOPPED);
    CHECK_LOG("s:tap ");
    CHECK(ink_canvas_queued(canvas) == 2);
    s.result = 0;
    CHECK(run(canvas, NULL) == INK_END_IDLE);
    CHECK_LOG("s:tap s:left ");
    CHECK_OK(ink_canvas_post_key(canvas, 0, "forgotten", 9, 1));
    ink_canvas_clear_events(canvas);
    CHECK(ink_canvas_queued(canvas) == 0);
    CHECK_OK(ink_canvas_post_key(canvas, 0, "freed with the canvas", 21, 1));
    ink_canvas_unref(canvas);
}

void test_dispatch(void)
{
    taps();
    motions();
    keys_and_focus();
    a_handler_stops_the_run();
}
