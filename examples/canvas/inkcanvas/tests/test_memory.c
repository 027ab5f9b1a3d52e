/* A whole scenario, once for each of its allocations, with that one failing: a status comes back and nothing leaks. */
#include "harness.h"

static int asked, fail_at;

static int allow(void *user, size_t size)
{
    (void)user;
    (void)size;
    return ++asked != fail_at;
}

static painting p;
static subject handler, timer;

/* Returns the first status that is not INK_OK, after letting go of everything. */
static ink_status scenario(void)
{
    ink_rect rect = {0, 0, 10, 10}, half = {5, 5, 10, 10};
    ink_canvas *canvas = NULL;
    ink_element *a = NULL, *b = NULL;
    const uint32_t *pixels;
    size_t count;
    int i;
    ink_status status = ink_canvas_new(40, 40, &canvas);
    if (status == INK_OK)
        status = ink_element_new(rect, 0, &fill, &p, &a);
    if (status == INK_OK) {
        p.renders = 1; /* from here it is the library's */
        status = ink_element_new(half, 1, NULL, NULL, &b);
    }
    if (status == INK_OK)
        status = ink_canvas_add(canvas, a);
    if (status == INK_OK)
        status = ink_canvas_add(canvas, b);
    if (status == INK_OK) {
        status = ink_element_listen(a, INK_KEY, on_event, &handler, on_destroy);
        handler.timer = status == INK_OK; /* noted: the library has taken it */
    }
    if (status == INK_OK) {
        status = ink_canvas_add_timer(canvas, 10, on_event, &timer, on_destroy, NULL);
        timer.result = status == INK_OK; /* the first firing stops the run */
    }
    if (status == INK_OK)
        status = ink_element_cloud_count(a, &count);
    for (i = 0; i < 10 && status == INK_OK; i++)
        status = ink_canvas_post_key(canvas, 0, "key", 3, 1);
    if (status == INK_OK)
        status = ink_canvas_run(canvas, NULL, NULL);
    if (status == INK_OK)
        status = ink_element_pixels(b, &pixels);
    if (status == INK_OK) {
        ink_element_invalidate(a);
        status = ink_canvas_refresh(canvas, NULL);
    }
    ink_element_unref(a);
    ink_element_unref(b);
    ink_canvas_unref(canvas);
    log_clear();
    return status;
}

static void every_allocation_fails_once(void)
{
    ink_status status;
    fail_at = 0;
    do {
        int taken;
        memset(&p, 0, sizeof p);
        memset(&handler, 0, sizeof handler);
        memset(&timer, 0, sizeof timer);
        handler.name = "handler";
        timer.name = "timer";
        asked = 0;
        fail_at++;
        ink_set_alloc_hook(allow, NULL);
        status = scenario();
        ink_set_alloc_hook(NULL, NULL);
        CHECK(status == (asked >= fail_at ? INK_ERR_MEMORY : INK_OK));
        taken = p.renders > 0;
        CHECK(p.destroyed == taken);
        CHECK(timer.destroyed == timer.result);
        CHECK(handler.destroyed == (int)handler.timer);
        CHECK(ink_live_canvases() == 0 && ink_live_elements() == 0);
        CHECK(ink_live_handlers() == 0 && ink_live_renderers() == 0);
    } while (status != INK_OK);
    CHECK(fail_at > 20);
}

static int refuse(void *user, size_t size)
{
    (void)user;
    (void)size;
    return 0;
}

/* What failed can be repeated, and what was there before is still there. */
static void failures_change_nothing(void)
{
    ink_canvas *canvas = canvas_of(100, 100);
    ink_element *el = element_on(canvas, 0, 0, 10, 10, 0), *loose = element_of(5, 5, 10, 10, 0);
    subject old = {"old"}, new = {"new"};
    size_t count = 77, i;
    ink_rect damage;
    listen_as(el, INK_TAP, &old);
    for (i = 0; i < 7; i++)
        element_on(canvas, 20, 20, 5, 5, 0);
    ink_set_alloc_hook(refuse, NULL);
    CHECK(ink_element_listen(el, INK_TAP, on_event, &new, on_destroy) == INK_ERR_MEMORY);
    CHECK(old.destroyed == 0 && new.destroyed == 0 && ink_element_listens(el, INK_TAP));
    CHECK(ink_element_set_renderer(el, &fill, &p) == INK_ERR_MEMORY);
    CHECK(ink_canvas_add(canvas, loose) == INK_ERR_MEMORY);
    CHECK(ink_element_canvas(loose) == NULL && ink_canvas_element_count(canvas) == 8);
    CHECK(ink_canvas_post_tap(canvas, 0, 1, 1, 1) == INK_ERR_MEMORY);
    CHECK(ink_canvas_post_key(canvas, 0, "k", 1, 1) == INK_ERR_MEMORY);
    CHECK(ink_canvas_queued(canvas) == 0);
    CHECK(ink_canvas_refresh(canvas, NULL) == INK_ERR_MEMORY && ink_canvas_damaged(canvas));
    ink_set_alloc_hook(NULL, NULL);
    CHECK_OK(ink_canvas_add(canvas, loose));
    ink_set_alloc_hook(refuse, NULL);
    CHECK(ink_element_cloud_count(el, &count) == INK_ERR_MEMORY && count == 77);
    /* Damage needs no memory: at worst more is repainted. */
    for (i = 0; i < 40; i++) {
        damage.x = damage.y = (int)i * 2 + 20;
        damage.w = damage.h = 1;
        ink_canvas_damage(canvas, &damage);
    }
    ink_set_alloc_hook(NULL, NULL);
    CHECK_OK(ink_element_cloud_count(el, &count));
    CHECK(count == 1);
    CHECK_OK(ink_canvas_refresh(canvas, NULL));
    CHECK(ink_canvas_repaint_pixels(canvas) >= 40 + 100 + 175);
    CHECK(!ink_canvas_damaged(canvas));
    ink_element_unref(loose);
    ink_canvas_unref(canvas);
    CHECK(old.destroyed == 1 && new.destroyed == 0);
}

void test_memory(void)
{
    every_allocation_fails_once();
    failures_change_nothing();
}
