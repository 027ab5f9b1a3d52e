#include "harness.h"

#include <math.h>

static void a_new_element(void)
{
    ink_element *a = element_of(-3, 4, 5, 6, 7), *b = element_of(0, 0, 0, 0, 0);
    ink_rect r = ink_element_rect(a);
    CHECK(r.x == -3 && r.y == 4 && r.w == 5 && r.h == 6);
    CHECK(ink_element_order(a) == 7);
    CHECK(ink_element_opacity(a) >= 1.0);
    CHECK(ink_element_visible(a));
    CHECK(ink_element_canvas(a) == NULL);
    CHECK(ink_element_id(a) != 0 && ink_element_id(b) > ink_element_id(a));
    CHECK(ink_live_elements() == 2);
    CHECK(!ink_element_occupies(b, 0, 0));
    ink_element_unref(a);
    ink_element_unref(b);
    ink_element_unref(NULL);
}

static void values_out_of_range(void)
{
    ink_rect negative = {0, 0, -1, 2}, far = {INK_MAX_COORDINATE + 1, 0, 1, 1};
    ink_element *el = NULL;
    painting p = {0};
    subject s = {"s"};
    CHECK(ink_element_new(negative, 0, &fill, &p, &el) == INK_ERR_SIZE);
    CHECK(ink_element_new(far, 0, &fill, &p, &el) == INK_ERR_VALUE);
    CHECK(el == NULL && p.destroyed == 0);
    el = element_of(1, 2, 3, 4, 0);
    CHECK(ink_element_set_rect(el, negative) == INK_ERR_SIZE);
    CHECK(ink_element_move(el, 0, INK_MAX_COORDINATE + 1) == INK_ERR_VALUE);
    CHECK(ink_element_rect(el).x == 1);
    CHECK(ink_element_set_opacity(el, -0.1) == INK_ERR_VALUE);
    CHECK(ink_element_set_opacity(el, 1.1) == INK_ERR_VALUE);
    CHECK(ink_element_set_opacity(el, NAN) == INK_ERR_VALUE);
    CHECK_OK(ink_element_set_opacity(el, 0.0));
    CHECK(ink_element_opacity(el) <= 0.0);
    CHECK(ink_element_listen(el, INK_TIMER, on_event, &s, on_destroy) == INK_ERR_VALUE);
    CHECK(ink_element_listen(el, (ink_kind)-1, on_event, &s, on_destroy) == INK_ERR_VALUE);
    CHECK(ink_element_listen(el, INK_TAP, NULL, &s, on_destroy) == INK_ERR_VALUE);
    CHECK(ink_element_unlisten(el, (ink_kind)99) == INK_ERR_VALUE);
    CHECK(!ink_element_listens(el, (ink_kind)99));
    CHECK(s.destroyed == 0);
    ink_element_unref(el);
}

static void handlers_are_destroyed_once(void)
{
    ink_element *el = element_of(0, 0, 1, 1, 0);
    subject a = {"a"}, b = {"b"}, c = {"c"};
    listen_as(el, INK_TAP, &a);
    CHECK(ink_element_listens(el, INK_TAP) && !ink_element_listens(el, INK_KEY));
    listen_as(el, INK_TAP, &b);
    CHECK(a.destroyed == 1 && b.destroyed == 0);
    CHECK(ink_live_handlers() == 1);
    CHECK_OK(ink_element_unlisten(el, INK_TAP));
    CHECK(b.destroyed == 1);
    CHECK_OK(ink_element_unlisten(el, INK_TAP));
    CHECK_OK(ink_element_listen(el, INK_KEY, on_event, &b, NULL));
    listen_as(el, INK_DRAW, &c);
    ink_element_unref(el);
    CHECK(c.destroyed == 1 && b.destroyed == 1);
}

static void rendering_is_lazy_and_cached(void)
{
    ink_rect rect = {0, 0, 3, 2}, larger = {0, 0, 4, 2};
    painting p = {0}, q = {0};
    const uint32_t *pixels = NULL;
    ink_element *el;
    p.colour = 0xFF112233u;
    q.colour = 0x80FF4080u; /* colours above the alpha */
    CHECK_OK(ink_element_new(rect, 0, &fill, &p, &el));
    CHECK(p.renders == 0 && ink_live_renderers() == 1);
    CHECK_OK(ink_element_pixels(el, &pixels));
    CHECK(pixels[0] == p.colour && pixels[5] == p.colour);
    CHECK_OK(ink_element_pixels(el, &pixels));
    CHECK_OK(ink_element_move(el, 9, 9));
    CHECK_OK(ink_element_pixels(el, &pixels));
    CHECK(p.renders == 1);
    ink_element_invalidate(el);
    CHECK(p.renders == 1);
    CHECK_OK(ink_element_set_rect(el, larger));
    CHECK_OK(ink_element_pixels(el, &pixels));
    CHECK(p.renders == 2 && pixels[7] == p.colour);
    CHECK_OK(ink_element_set_renderer(el, &fill, &q));
    CHECK(p.destroyed == 1);
    CHECK_OK(ink_element_pixels(el, &pixels));
    CHECK(pixels[0] == 0x80804080u);
    CHECK_OK(ink_element_set_renderer(el, NULL, NULL));
    CHECK(q.destroyed == 1);
    CHECK_OK(ink_element_pixels(el, &pixels));
    CHECK(pixels[0] == 0);
    rect.w = 0;
    CHECK_OK(ink_element_set_rect(el, rect));
    CHECK_OK(ink_element_pixels(el, &pixels));
    CHECK(pixels == NULL);
    ink_element_unref(el);
    CHECK(p.destroyed == 1 && q.destroyed == 1);
}

static void a_failing_renderer(void)
{
    ink_rect rect = {0, 0, 3, 2};
    painting p = {0};
    const uint32_t *pixels = NULL;
    ink_element *el;
    p.fail = 1;
    CHECK_OK(ink_element_new(rect, 0, &fill, &p, &el));
    CHECK(ink_element_pixels(el, &pixels) == INK_ERR_RENDER);
    CHECK(ink_element_pixels(el, &pixels) == INK_ERR_RENDER);
    CHECK(p.renders == 1 && pixels == NULL);
    p.fail = 0;
    ink_element_invalidate(el);
    CHECK_OK(ink_element_pixels(el, &pixels));
    CHECK(p.renders == 2 && pixels != NULL);
    p.invalidate = el;
    ink_element_invalidate(el);
    CHECK(ink_element_pixels(el, &pixels) == INK_ERR_BUSY);
    p.invalidate = NULL;
    CHECK_OK(ink_element_pixels(el, &pixels));
    ink_element_unref(el);
    CHECK(p.destroyed == 1);
}

static void every_status_has_a_text(void)
{
    int status;
    for (status = INK_OK; status <= INK_STOPPED; status++)
        CHECK(strcmp(ink_status_text((ink_status)status), "unknown status") != 0);
    CHECK(strcmp(ink_status_text((ink_status)99), "unknown status") == 0);
}

void test_element(void)
{
    a_new_element();
    values_out_of_range();
    handlers_are_destroyed_once();
    rendering_is_lazy_and_cached();
    a_failing_renderer();
    every_status_has_a_text();
}
