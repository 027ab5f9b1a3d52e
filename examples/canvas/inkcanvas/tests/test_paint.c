#include "harness.h"

static ink_element *filled(ink_canvas *canvas, ink_rect rect, int order, painting *p)
{
    ink_element *el = NULL;
    CHECK_OK(ink_element_new(rect, order, &fill, p, &el));
    CHECK_OK(ink_canvas_add(canvas, el));
    ink_element_unref(el);
    return el;
}

static uint32_t at(const ink_canvas *canvas, int x, int y)
{
    return ink_canvas_pixels(canvas)[y * ink_canvas_width(canvas) + x];
}

static void moving_redraws_two_rectangles(void)
{
    ink_canvas *canvas = canvas_of(100, 80);
    painting p = {0}, other = {0};
    ink_rect rect = {10, 10, 20, 10}, elsewhere = {60, 60, 5, 5};
    ink_element *el = filled(canvas, rect, 0, &p);
    p.colour = 0xFFFF0000u;
    other.colour = 0xFF00FF00u;
    filled(canvas, elsewhere, 0, &other);
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(ink_canvas_repaint_pixels(canvas) == 225);
    CHECK(at(canvas, 10, 10) == 0xFFFF0000u && at(canvas, 29, 19) == 0xFFFF0000u);
    CHECK(at(canvas, 9, 10) == 0xFFFFFFFFu && at(canvas, 30, 10) == 0xFFFFFFFFu && at(canvas, 10, 20) == 0xFFFFFFFFu);
    CHECK(!ink_canvas_damaged(canvas));
    /* Apart: both rectangles, and the framebuffer shows it. */
    CHECK_OK(ink_element_move(el, 50, 40));
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(ink_canvas_repaint_count(canvas) == 2);
    CHECK(rect_equal(ink_canvas_repaint_rect(canvas, 0), rect));
    CHECK(ink_canvas_repaint_rect(canvas, 1).x == 50 && ink_canvas_repaint_rect(canvas, 1).y == 40);
    CHECK(rect_empty(ink_canvas_repaint_rect(canvas, 2)));
    CHECK(ink_canvas_repaint_pixels(canvas) == 400);
    CHECK(at(canvas, 10, 10) == 0xFFFFFFFFu && at(canvas, 50, 40) == 0xFFFF0000u);
    /* Overlapping: the union, each pixel once. */
    CHECK_OK(ink_element_move(el, 55, 45));
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(ink_canvas_repaint_pixels(canvas) == 200 + 200 - 15 * 5);
    CHECK(p.renders == 1 && other.renders == 1);
    /* Nowhere: nothing. */
    CHECK_OK(ink_element_move(el, 55, 45));
    CHECK(!ink_canvas_damaged(canvas));
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(ink_canvas_repaint_count(canvas) == 0 && ink_canvas_repaint_pixels(canvas) == 0);
    ink_canvas_unref(canvas);
    CHECK(p.destroyed == 1 && other.destroyed == 1);
}

/* What lies outside the damage is not written: a pixel that was spoilt there on purpose stays. */
static void clipping_is_exact(void)
{
    ink_canvas *canvas = canvas_of(20, 20);
    painting p = {0};
    ink_rect rect = {-5, -5, 40, 40}, hole = {7, 8, 3, 2};
    int x, y;
    p.colour = 0xFF0000FFu;
    filled(canvas, rect, 0, &p);
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(ink_canvas_repaint_pixels(canvas) == 400);
    for (x = 0; x < 400; x++)
        canvas->pixels[x] = 0x12345678u;
    ink_canvas_damage(canvas, &hole);
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    for (y = 0; y < 20; y++)
        for (x = 0; x < 20; x++)
            CHECK(at(canvas, x, y) == (rect_contains(hole, x, y) ? 0xFF0000FFu : 0x12345678u));
    ink_canvas_damage(canvas, NULL);
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(at(canvas, 0, 0) == 0xFF0000FFu && at(canvas, 19, 19) == 0xFF0000FFu);
    ink_canvas_unref(canvas);
}

static void what_damages(void)
{
    ink_canvas *canvas = canvas_of(50, 50);
    painting p = {0}, q = {0};
    ink_rect rect = {0, 0, 10, 10}, above = {5, 5, 10, 10}, wide = {0, 0, 20, 5};
    ink_element *el = filled(canvas, rect, 1, &p), *top = filled(canvas, above, 2, &q);
    p.colour = 0xFFFF0000u;
    q.colour = 0xFF00FF00u;
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(at(canvas, 7, 7) == q.colour);
    CHECK_OK(ink_canvas_bring_to_front(canvas, el));
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(at(canvas, 7, 7) == p.colour && ink_canvas_repaint_pixels(canvas) == 100);
    CHECK_OK(ink_canvas_bring_to_front(canvas, el));
    CHECK(!ink_canvas_damaged(canvas)); /* it was on top */
    ink_canvas_reset_order(canvas);
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(at(canvas, 7, 7) == q.colour && ink_canvas_repaint_pixels(canvas) == 100);
    ink_element_set_visible(top, 0);
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(at(canvas, 7, 7) == p.colour && at(canvas, 12, 12) == 0xFFFFFFFFu);
    CHECK_OK(ink_element_move(top, 30, 30));
    ink_element_invalidate(top);
    CHECK(!ink_canvas_damaged(canvas)); /* it does not show */
    ink_element_set_visible(top, 1);
    ink_element_set_visible(top, 1);
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(at(canvas, 30, 30) == q.colour && ink_canvas_repaint_pixels(canvas) == 100);
    CHECK_OK(ink_element_set_rect(el, wide));
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(ink_canvas_repaint_pixels(canvas) == 150);
    CHECK(at(canvas, 19, 4) == p.colour && at(canvas, 0, 5) == 0xFFFFFFFFu);
    CHECK_OK(ink_canvas_remove(canvas, el));
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(at(canvas, 0, 0) == 0xFFFFFFFFu && ink_canvas_repaint_pixels(canvas) == 100);
    ink_canvas_unref(canvas);
}

static void opacity_is_source_over(void)
{
    ink_canvas *canvas = canvas_of(4, 4);
    painting p = {0}, q = {0};
    ink_rect rect = {0, 0, 4, 4};
    ink_element *el = filled(canvas, rect, 0, &p);
    p.colour = 0xFF000000u;
    CHECK_OK(ink_element_set_opacity(el, 0.5));
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(at(canvas, 0, 0) == 0xFF7F7F7Fu); /* 128 of 255 black over white */
    CHECK_OK(ink_element_set_opacity(el, 0.0));
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(at(canvas, 0, 0) == 0xFFFFFFFFu);
    CHECK_OK(ink_element_set_opacity(el, 1.0));
    p.colour = 0x80800000u; /* half red, premultiplied */
    ink_element_invalidate(el);
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(at(canvas, 1, 1) == 0xFFFF7F7Fu);
    q.colour = 0x00000000u;
    filled(canvas, rect, 1, &q);
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(at(canvas, 1, 1) == 0xFFFF7F7Fu);
    /* Colours above the alpha neither wrap nor spill into the next channel. */
    p.colour = 0x01FFFFFFu;
    ink_element_invalidate(el);
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(at(canvas, 1, 1) == 0xFFFFFFFFu);
    ink_canvas_unref(canvas);
}

/* Over every alpha, every opacity in steps and every background in steps: opaque stays opaque, within one of exact. */
static void blending_is_within_rounding(void)
{
    ink_canvas *canvas = canvas_of(1, 1);
    painting below = {0}, above = {0};
    ink_rect rect = {0, 0, 1, 1};
    ink_element *low = filled(canvas, rect, 0, &below), *high = filled(canvas, rect, 1, &above);
    unsigned alpha, back;
    int step;
    for (alpha = 0; alpha <= 255; alpha += 15) {
        for (back = 0; back <= 255; back += 51) {
            for (step = 0; step <= 4; step++) {
                double o = step / 4.0, a = alpha / 255.0 * o, exact = alpha / 2 * o + back * (1.0 - a);
                uint32_t pixel;
                below.colour = 0xFF000000u | back;
                above.colour = alpha << 24 | alpha / 2;
                ink_element_invalidate(low);
                ink_element_invalidate(high);
                CHECK_OK(ink_element_set_opacity(high, o));
                CHECK_OK(ink_canvas_refresh(canvas, NULL));
                pixel = at(canvas, 0, 0);
                CHECK(pixel >> 24 == 255);
                CHECK((pixel & 255) + 1.6 > exact && (pixel & 255) - 1.6 < exact);
            }
        }
    }
    ink_canvas_unref(canvas);
}

static void a_renderer_that_fails_leaves_the_rest(void)
{
    ink_canvas *canvas = canvas_of(10, 10);
    painting bad = {0}, good = {0};
    ink_rect rect = {0, 0, 10, 10}, half = {0, 0, 5, 10};
    ink_element *el = filled(canvas, rect, 1, &bad);
    ink_run_end end = INK_END_QUIT;
    bad.fail = 1;
    bad.colour = 0xFFFF0000u;
    good.colour = 0xFF00FF00u;
    filled(canvas, half, 0, &good);
    CHECK(ink_canvas_refresh(canvas, NULL) == INK_ERR_RENDER);
    CHECK(at(canvas, 0, 0) == good.colour && at(canvas, 9, 9) == 0xFFFFFFFFu);
    ink_canvas_damage(canvas, NULL);
    CHECK_OK(ink_canvas_refresh(canvas, NULL)); /* reported once */
    CHECK(bad.renders == 1);
    ink_element_invalidate(el);
    CHECK(ink_canvas_run(canvas, NULL, &end) == INK_ERR_RENDER);
    CHECK(end == INK_END_QUIT && bad.renders == 2);
    bad.fail = 0;
    ink_element_invalidate(el);
    CHECK_OK(ink_canvas_run(canvas, NULL, &end));
    CHECK(at(canvas, 0, 0) == bad.colour && bad.renders == 3);
    /* Invalidated while it renders: it stays damaged, and the run does not wait for it for ever. */
    bad.invalidate = el;
    ink_element_invalidate(el);
    CHECK_OK(ink_canvas_run(canvas, NULL, &end));
    CHECK(ink_canvas_damaged(canvas) && bad.renders == 4);
    bad.invalidate = NULL;
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(!ink_canvas_damaged(canvas) && bad.renders == 5);
    ink_canvas_unref(canvas);
}

static void move_along(subject *self, void *context, const ink_event *event)
{
    (void)event;
    CHECK(context == (void *)self);
    CHECK(ink_canvas_refresh(self->canvas, context) == INK_ERR_BUSY);
    CHECK(ink_canvas_run(self->canvas, context, NULL) == INK_ERR_BUSY);
    CHECK_OK(ink_element_move(self->one, ink_element_rect(self->one).x + 2, 0));
}

static void draw_handlers(void)
{
    ink_canvas *canvas = canvas_of(100, 10);
    painting p = {0}, q = {0};
    ink_rect rect = {0, 0, 10, 10}, apart = {50, 0, 10, 10};
    ink_element *el = filled(canvas, rect, 0, &p), *other = filled(canvas, apart, 0, &q);
    subject s = {"s", move_along}, o = {"o"};
    p.colour = 0xFF010203u;
    s.canvas = canvas;
    s.one = el;
    CHECK_OK(ink_element_listen(el, INK_DRAW, on_event, &s, NULL));
    CHECK_OK(ink_element_listen(other, INK_DRAW, on_event, &o, NULL));
    CHECK_OK(ink_canvas_post_tap(canvas, 0, 99, 9, 1));
    CHECK_OK(ink_canvas_refresh(canvas, &s));
    CHECK(ink_canvas_queued(canvas) == 1); /* the run that was refused delivered nothing */
    CHECK_LOG("s:draw o:draw ");
    CHECK(at(canvas, 0, 0) == 0xFFFFFFFFu && at(canvas, 11, 0) == p.colour && !ink_canvas_damaged(canvas));
    ink_element_invalidate(el);
    CHECK(run(canvas, &s) == INK_END_IDLE); /* falls idle once, although each drawing moves it */
    CHECK_LOG("s:draw ");
    CHECK(at(canvas, 13, 0) == p.colour);
    s.result = 1;
    ink_canvas_damage(canvas, NULL);
    CHECK(ink_canvas_refresh(canvas, &s) == INK_STOPPED);
    CHECK_LOG("s:draw ");
    CHECK(at(canvas, 15, 0) == p.colour && !ink_canvas_damaged(canvas));
    ink_canvas_damage(canvas, NULL);
    CHECK(run(canvas, &s) == INK_END_STOPPED);
    CHECK_LOG("s:draw ");
    ink_element_set_visible(el, 0);
    ink_canvas_damage(canvas, NULL);
    CHECK_OK(ink_canvas_refresh(canvas, &s));
    CHECK_LOG("o:draw ");
    ink_canvas_unref(canvas);
}

void test_paint(void)
{
    moving_redraws_two_rectangles();
    clipping_is_exact();
    what_damages();
    opacity_is_source_over();
    blending_is_within_rounding();
    a_renderer_that_fails_leaves_the_rest();
    draw_handlers();
}
