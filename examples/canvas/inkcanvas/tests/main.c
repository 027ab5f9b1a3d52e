#include "harness.h"

#include <stdarg.h>

unsigned checks, failures;
char log_text[4096];
static size_t log_len;

void log_clear(void)
{
    log_len = 0;
    log_text[0] = 0;
}

void log_add(const char *format, ...)
{
    va_list args;
    int n;
    va_start(args, format);
    n = vsnprintf(log_text + log_len, sizeof log_text - log_len, format, args);
    va_end(args);
    if (n > 0 && log_len + (size_t)n < sizeof log_text)
        log_len += (size_t)n;
}

static int fill_render(void *data, uint32_t *pixels, int w, int h, int stride)
{
    painting *p = data;
    int x, y;
    p->renders++;
    for (y = 0; y < h; y++)
        for (x = 0; x < w; x++)
            pixels[y * stride + x] = p->colour;
    if (p->invalidate != NULL)
        ink_element_invalidate(p->invalidate);
    return p->fail;
}

static void fill_destroy(void *data)
{
    ((painting *)data)->destroyed++;
}

const ink_renderer fill = {fill_render, fill_destroy};

static const char *const kinds[] = {"draw",  "tap",  "enter", "leave", "key",  "left",
                                    "right", "over", "gain",  "lose",  "timer"};

int on_event(void *context, void *user, const ink_event *event)
{
    subject *s = user;
    int result = s->result;
    log_add("%s:%s ", s->name, kinds[event->kind]);
    CHECK(s->destroyed == 0);
    s->running++;
    if (s->action != NULL)
        s->action(s, context, event);
    s->running--;
    return result;
}

void on_destroy(void *user)
{
    subject *s = user;
    CHECK(s->running == 0);
    CHECK(s->destroyed == 0);
    s->destroyed++;
}

ink_canvas *canvas_of(int w, int h)
{
    ink_canvas *canvas = NULL;
    CHECK_OK(ink_canvas_new(w, h, &canvas));
    return canvas;
}

ink_element *element_of(int x, int y, int w, int h, int order)
{
    ink_rect rect = {x, y, w, h};
    ink_element *el = NULL;
    CHECK_OK(ink_element_new(rect, order, NULL, NULL, &el));
    return el;
}

/* The canvas holds the only reference to it. */
ink_element *element_on(ink_canvas *canvas, int x, int y, int w, int h, int order)
{
    ink_element *el = element_of(x, y, w, h, order);
    CHECK_OK(ink_canvas_add(canvas, el));
    ink_element_unref(el);
    return el;
}

void listen_as(ink_element *el, ink_kind kind, subject *s)
{
    s->destroyed = 0;
    CHECK_OK(ink_element_listen(el, kind, on_event, s, on_destroy));
}

ink_run_end run(ink_canvas *canvas, void *context)
{
    ink_run_end end = INK_END_IDLE;
    CHECK_OK(ink_canvas_run(canvas, context, &end));
    return end;
}

static const struct {
    const char *name;
    void (*run)(void);
} suites[] = {
    {"rect", test_rect},   {"element", test_element}, {"order", test_order},           {"dispatch", test_dispatch},
    {"timer", test_timer}, {"paint", test_paint},     {"reentrancy", test_reentrancy}, {"memory", test_memory},
    {"worker", test_worker},
};

int main(void)
{
    size_t i;
    for (i = 0; i < sizeof suites / sizeof *suites; i++) {
        unsigned before = checks;
        log_clear();
        suites[i].run();
        /* Whatever a suite made, it has let go of. */
        CHECK(ink_live_canvases() == 0);
        CHECK(ink_live_elements() == 0);
        CHECK(ink_live_handlers() == 0);
        CHECK(ink_live_renderers() == 0);
        printf("%s: %u checks\n", suites[i].name, checks - before);
    }
    printf("%u checks, %u failures\n", checks, failures);
    return failures != 0;
}
