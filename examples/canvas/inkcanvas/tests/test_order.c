#include "harness.h"

static void canvas_sizes(void)
{
    ink_canvas *canvas = NULL;
    CHECK(ink_canvas_new(0, 10, &canvas) == INK_ERR_SIZE);
    CHECK(ink_canvas_new(10, -1, &canvas) == INK_ERR_SIZE);
    CHECK(ink_canvas_new(INK_MAX_SIDE + 1, 1, &canvas) == INK_ERR_SIZE);
    CHECK(ink_canvas_new(1, INK_MAX_SIDE + 1, &canvas) == INK_ERR_SIZE);
    CHECK(ink_canvas_new(INK_MAX_SIDE, INK_MAX_SIDE, &canvas) == INK_ERR_SIZE);
    CHECK(canvas == NULL && ink_live_canvases() == 0);
    canvas = canvas_of(INK_MAX_SIDE, 2);
    CHECK(ink_canvas_width(canvas) == INK_MAX_SIDE && ink_canvas_height(canvas) == 2);
    CHECK(ink_canvas_pixels(canvas)[2 * INK_MAX_SIDE - 1] == 0xFFFFFFFFu);
    CHECK(ink_live_canvases() == 1);
    ink_canvas_unref(canvas);
    ink_canvas_unref(NULL);
}

static void membership(void)
{
    ink_canvas *one = canvas_of(10, 10), *two = canvas_of(10, 10);
    ink_element *el = element_of(0, 0, 5, 5, 0);
    CHECK(ink_canvas_remove(one, el) == INK_ERR_DETACHED);
    CHECK(ink_canvas_bring_to_front(one, el) == INK_ERR_DETACHED);
    CHECK_OK(ink_canvas_add(one, el));
    CHECK(ink_canvas_add(one, el) == INK_ERR_ATTACHED);
    CHECK(ink_canvas_add(two, el) == INK_ERR_ATTACHED);
    CHECK(ink_canvas_remove(two, el) == INK_ERR_DETACHED);
    CHECK(ink_element_canvas(el) == one);
    CHECK(ink_canvas_find(one, ink_element_id(el)) == el);
    CHECK(ink_canvas_find(one, UINT64_MAX) == NULL);
    CHECK(ink_canvas_element_count(one) == 1 && ink_canvas_element_at(one, 1) == NULL);
    CHECK_OK(ink_canvas_remove(one, el));
    CHECK(ink_canvas_element_count(one) == 0);
    CHECK_OK(ink_canvas_add(two, el));
    ink_canvas_unref(two);
    CHECK(ink_element_canvas(el) == NULL && ink_live_elements() == 1);
    ink_element_unref(el);
    ink_canvas_unref(one);
}

static int stacked(const ink_canvas *canvas, ink_element *const *expected, size_t count)
{
    size_t i;
    for (i = 0; i < count; i++)
        if (ink_canvas_element_at(canvas, i) != expected[i])
            return 0;
    return ink_canvas_element_count(canvas) == count;
}

static void z_order(void)
{
    ink_canvas *canvas = canvas_of(10, 10);
    ink_element *c = element_on(canvas, 0, 0, 5, 5, 3), *a = element_on(canvas, 0, 0, 5, 5, 1);
    ink_element *b = element_on(canvas, 0, 0, 5, 5, 2), *b2 = element_on(canvas, 0, 0, 5, 5, 2);
    ink_element *original[4], *raised[4], *twice[4], *changed[4];
    original[0] = a, original[1] = b, original[2] = b2, original[3] = c;
    raised[0] = b, raised[1] = b2, raised[2] = c, raised[3] = a;
    twice[0] = b2, twice[1] = c, twice[2] = a, twice[3] = b;
    changed[0] = b2, changed[1] = b, changed[2] = c, changed[3] = a;
    CHECK(stacked(canvas, original, 4));
    CHECK(ink_canvas_hit(canvas, 1, 1) == c);
    CHECK_OK(ink_canvas_bring_to_front(canvas, a));
    CHECK(stacked(canvas, raised, 4));
    CHECK_OK(ink_canvas_bring_to_front(canvas, b));
    CHECK(stacked(canvas, twice, 4));
    CHECK(ink_canvas_hit(canvas, 1, 1) == b);
    ink_canvas_reset_order(canvas);
    CHECK(stacked(canvas, original, 4));
    CHECK_OK(ink_element_set_order(a, 9));
    CHECK_OK(ink_element_set_order(b2, -9));
    CHECK(stacked(canvas, changed, 4));
    CHECK_OK(ink_element_set_order(a, 9));
    ink_canvas_reset_order(canvas);
    CHECK(stacked(canvas, changed, 4));
    ink_canvas_unref(canvas);
    canvas = canvas_of(1, 1);
    ink_canvas_reset_order(canvas);
    ink_canvas_unref(canvas);
}

static void clouds(void)
{
    ink_canvas *canvas = canvas_of(100, 100);
    ink_element *low = element_on(canvas, 0, 0, 20, 20, 1), *high = element_on(canvas, 10, 10, 20, 20, 2);
    size_t count = 9;
    ink_rect cloud;
    CHECK_OK(ink_element_cloud_count(high, &count));
    CHECK(count == 0);
    CHECK_OK(ink_element_cloud_count(low, &count));
    CHECK(count == 1);
    cloud = ink_element_cloud(low, 0);
    CHECK(cloud.x == 10 && cloud.y == 10 && cloud.w == 10 && cloud.h == 10);
    CHECK(rect_empty(ink_element_cloud(low, 1)));
    CHECK(ink_element_clouded(low, 10, 10) && !ink_element_clouded(low, 9, 10));
    CHECK(!ink_element_clouded(low, 25, 25)); /* not its own point */
    CHECK(ink_element_occupies(low, 10, 10) && ink_canvas_hit(canvas, 10, 10) == high);
    CHECK(ink_canvas_hit(canvas, 9, 9) == low && ink_canvas_hit(canvas, 99, 99) == NULL);
    CHECK_OK(ink_element_move(high, 5, 5));
    CHECK_OK(ink_element_cloud_count(low, &count));
    CHECK(count == 1 && ink_element_cloud(low, 0).w == 15);
    ink_element_set_visible(high, 0);
    CHECK_OK(ink_element_cloud_count(low, &count));
    CHECK(count == 0 && ink_canvas_hit(canvas, 10, 10) == low);
    ink_element_set_visible(high, 1);
    CHECK_OK(ink_canvas_bring_to_front(canvas, low));
    CHECK_OK(ink_element_cloud_count(low, &count));
    CHECK(count == 0);
    CHECK_OK(ink_element_cloud_count(high, &count));
    CHECK(count == 1);
    ink_element_ref(high);
    CHECK_OK(ink_canvas_remove(canvas, high));
    CHECK_OK(ink_element_cloud_count(high, &count));
    CHECK(count == 0 && !ink_element_clouded(high, 10, 10));
    ink_element_unref(high);
    ink_canvas_unref(canvas);
}

/* Two canvases that were changed equally often: the clouds of one are not those of the other. */
static void clouds_do_not_travel(void)
{
    ink_canvas *one = canvas_of(50, 50), *two = canvas_of(50, 50);
    ink_element *el = element_of(0, 0, 10, 10, 5);
    size_t count = 9;
    CHECK_OK(ink_canvas_add(one, el));
    element_on(one, 5, 5, 10, 10, 6);
    CHECK_OK(ink_element_cloud_count(el, &count));
    CHECK(count == 1);
    CHECK_OK(ink_canvas_remove(one, el));
    element_on(two, 5, 5, 10, 10, 4);
    CHECK_OK(ink_canvas_add(two, el));
    CHECK_OK(ink_element_cloud_count(el, &count));
    CHECK(count == 0);
    ink_element_unref(el);
    ink_canvas_unref(one);
    ink_canvas_unref(two);
}

/* The topmost element at a point is the one that occupies it and is not clouded there: two definitions, one answer. */
static void hit_test_agrees_with_clouds(void)
{
    ink_canvas *canvas = canvas_of(40, 40);
    unsigned seed = 99;
    int i, x, y;
    for (i = 0; i < 25; i++) {
        ink_element *el;
        seed = seed * 1103515245u + 12345u;
        el = element_on(canvas, (int)(seed >> 4 & 31) - 4, (int)(seed >> 9 & 31) - 4, (int)(seed >> 14 & 15),
                        (int)(seed >> 18 & 15), (int)(seed >> 22 & 3));
        ink_element_set_visible(el, (seed >> 25 & 3) != 0);
    }
    for (y = -5; y < 45; y += 3) {
        for (x = -5; x < 45; x += 3) {
            ink_element *found = NULL;
            size_t k, c, count, open = 0;
            for (k = 0; k < ink_canvas_element_count(canvas); k++) {
                ink_element *el = ink_canvas_element_at(canvas, k);
                int under = 0;
                CHECK_OK(ink_element_cloud_count(el, &count));
                for (c = 0; c < count; c++)
                    under |= rect_contains(ink_element_cloud(el, c), x, y);
                CHECK(under == ink_element_clouded(el, x, y));
                if (ink_element_visible(el) && ink_element_occupies(el, x, y) && !under) {
                    found = el;
                    open++;
                }
            }
            CHECK(open <= 1 && ink_canvas_hit(canvas, x, y) == found);
        }
    }
    ink_canvas_unref(canvas);
}

void test_order(void)
{
    canvas_sizes();
    membership();
    z_order();
    clouds();
    clouds_do_not_travel();
    hit_test_agrees_with_clouds();
}
