/* Faults on purpose, compiled as the C library is: a sanitizer that is at work reports each. */

#include <stdlib.h>

#define SIZE 16

/* A global variable, so that the instrumentation registers one. */
volatile int calls;

/* Writes one byte of a block of SIZE: in bounds if `at` is less than that. */
int overflow(size_t at) {
    volatile char *block = calloc(SIZE, 1);
    calls++;
    if (block == NULL) return -1;
    block[at] = 1;
    free((void *)block);
    return 0;
}

/* Reads a block, after its release if `early`. */
int after_release(int early) {
    volatile char *block = calloc(SIZE, 1);
    if (block == NULL) return -1;
    int value = 0;
    if (!early) value = block[1];
    free((void *)block);
    if (early) value = block[1];
    return value;
}

/* Reads one byte of what somebody else allocated. */
int touch(const volatile char *address) {
    return *address & 0;
}
