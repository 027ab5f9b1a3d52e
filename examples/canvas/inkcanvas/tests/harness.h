/* The least that a test needs: checks that are counted, a log of what happened, and elements that are easy to make. */
#ifndef HARNESS_H
#define HARNESS_H

#include <stdio.h>
#include <string.h>

#include "../src/internal.h"

extern unsigned checks, failures;

#define CHECK(condition)                                                                  \
    do {                                                                                  \
        checks++;                                                                         \
        if (!(condition)) {                                                               \
            failures++;                                                                   \
            fprintf(stderr, "%s:%d: failed: %s\n", __FILE__, __LINE__, #condition);       \
        }                                                                                 \
    } while (0)
#define CHECK_OK(call) CHECK((call) == INK_OK)
#define CHECK_LOG(expected)                                                               \
    do {                                                                                  \
        CHECK(strcmp(log_text, expected) == 0);                                           \
        if (strcmp(log_text, expected) != 0)                                              \
            fprintf(stderr, "    log: %s\n", log_text);                                   \
        log_clear();                                                                      \
    } while (0)

extern char log_text[4096];
void log_clear(void);
void log_add(const char *format, ...);

/* A renderer that fills with one colour and counts; `destroyed` counts its end. */
typedef struct painting {
    uint32_t colour;
    int renders, destroyed, fail;
    ink_element *invalidate; /* this element, during the rendering */
} painting;
extern const ink_renderer fill;

/* A handler that logs "name:kind" and can then do something to what it is given. */
typedef struct subject {
    const char *name;
    void (*action)(struct subject *self, void *context, const ink_event *event);
    ink_canvas *canvas;
    ink_element *one, *two;
    int result, destroyed, running;
    uint64_t timer;
} subject;
int on_event(void *context, void *user, const ink_event *event);
void on_destroy(void *user);

ink_canvas *canvas_of(int w, int h);
ink_element *element_of(int x, int y, int w, int h, int order);
ink_element *element_on(ink_canvas *canvas, int x, int y, int w, int h, int order);
void listen_as(ink_element *el, ink_kind kind, subject *s);
ink_run_end run(ink_canvas *canvas, void *context);

void test_rect(void);
void test_element(void);
void test_order(void);
void test_dispatch(void);
void test_timer(void);
void test_paint(void);
void test_reentrancy(void);
void test_memory(void);
void test_worker(void);

#endif
