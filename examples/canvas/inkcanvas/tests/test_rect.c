#include "harness.h"

static void rectangles(void)
{
    ink_rect a = {-5, -5, 10, 10}, b = {0, 0, 10, 10}, far = {100, 100, 1, 1}, touching = {5, -5, 3, 3};
    ink_rect c = rect_intersect(a, b);
    CHECK(c.x == 0 && c.y == 0 && c.w == 5 && c.h == 5);
    CHECK(rect_empty(rect_intersect(a, far)));
    CHECK(rect_empty(rect_intersect(a, touching)));
    CHECK(rect_contains(a, -5, -5) && rect_contains(a, 4, 4));
    CHECK(!rect_contains(a, 5, 0) && !rect_contains(a, 0, 5) && !rect_contains(a, -6, 0));
}

static void limits(void)
{
    ink_rect good = {-INK_MAX_COORDINATE, INK_MAX_COORDINATE, INK_MAX_SIDE, 1};
    ink_rect far = {INK_MAX_COORDINATE + 1, 0, 1, 1}, deep = {0, -INK_MAX_COORDINATE - 1, 1, 1};
    ink_rect negative = {0, 0, -1, 1}, wide = {0, 0, INK_MAX_SIDE + 1, 1}, large = {0, 0, INK_MAX_SIDE, INK_MAX_SIDE};
    CHECK_OK(rect_check(good));
    CHECK(rect_check(far) == INK_ERR_VALUE);
    CHECK(rect_check(deep) == INK_ERR_VALUE);
    CHECK(rect_check(negative) == INK_ERR_SIZE);
    CHECK(rect_check(wide) == INK_ERR_SIZE);
    CHECK(rect_check(large) == INK_ERR_SIZE);
}

/* Random rectangles on a small grid, against a bitmap: the same pixels are covered, and each of them once. */
static void regions_against_a_bitmap(void)
{
    unsigned seed = 12345;
    int round;
    for (round = 0; round < 50; round++) {
        unsigned char expected[32][32] = {{0}}, covered[32][32] = {{0}};
        ink_region region = {0};
        int i, x, y;
        size_t k;
        CHECK_OK(region_init(&region));
        for (i = 0; i < 12; i++) {
            ink_rect r;
            seed = seed * 1103515245u + 12345u;
            r.x = (int)(seed >> 8 & 15);
            r.y = (int)(seed >> 12 & 15);
            r.w = (int)(seed >> 16 & 15);
            r.h = (int)(seed >> 20 & 15);
            region_add(&region, r);
            for (y = r.y; y < r.y + r.h; y++)
                for (x = r.x; x < r.x + r.w; x++)
                    expected[y][x] = 1;
        }
        for (k = 0; k < region.count; k++)
            for (y = region.rects[k].y; y < region.rects[k].y + region.rects[k].h; y++)
                for (x = region.rects[k].x; x < region.rects[k].x + region.rects[k].w; x++)
                    covered[y][x]++;
        CHECK(memcmp(expected, covered, sizeof expected) == 0);
        region_free(&region);
    }
}

static void a_region_without_room_is_its_bounding_box(void)
{
    ink_region region = {0};
    int i;
    CHECK_OK(region_init(&region));
    for (i = 0; i < 1200; i++) {
        ink_rect r = {(i % 100) * 2, (i / 100) * 2, 1, 1};
        region_add(&region, r);
    }
    CHECK(region.count < 1024);
    for (i = 0; i < 1200; i++) {
        ink_rect r = {(i % 100) * 2, (i / 100) * 2, 1, 1};
        CHECK(region_meets(&region, r));
    }
    region_free(&region);
}

void test_rect(void)
{
    rectangles();
    limits();
    regions_against_a_bitmap();
    a_region_without_room_is_its_bounding_box();
}
