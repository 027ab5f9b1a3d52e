/* Checks of struct layout at compile time, for C that shares structs with Rust.
 *
 * The build generates "owned/layout_numbers.h" beside this file's directory: including that one
 * asserts that the Python.h in use is the one that the Rust side was built for. */
#ifndef OWNED_LAYOUT_H
#define OWNED_LAYOUT_H

/* As Python's documentation asks of every includer; a file may have done so already. */
#ifndef PY_SSIZE_T_CLEAN
#define PY_SSIZE_T_CLEAN
#endif
#include <Python.h>

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define OWNED_ASSERT(condition, message) static_assert(condition, message)
#define OWNED_ALIGNOF(type) alignof(type)
#else
#define OWNED_ASSERT(condition, message) _Static_assert(condition, message)
#define OWNED_ALIGNOF(type) _Alignof(type)
#endif

#define OWNED_SIZEOF_FIELD(type, field) sizeof(((type *)0)->field)

/* A struct (or scalar) has the size and alignment that Rust believes. */
#define OWNED_SAME_SIZE(type, size, alignment)                                                     \
    OWNED_ASSERT(sizeof(type) == (size), #type ": Rust believes size " #size);                     \
    OWNED_ASSERT(OWNED_ALIGNOF(type) == (alignment), #type ": Rust believes alignment " #alignment)

/* A field stands where Rust believes, and is as wide. */
#define OWNED_SAME_FIELD(type, field, offset, size)                                                \
    OWNED_ASSERT(offsetof(type, field) == (offset), #type "." #field ": Rust believes offset " #offset); \
    OWNED_ASSERT(OWNED_SIZEOF_FIELD(type, field) == (size), #type "." #field ": Rust believes " #size " bytes")

/* A constant has the value that Rust believes. */
#define OWNED_SAME_VALUE(name, value)                                                              \
    OWNED_ASSERT((unsigned long long)(name) == (value), #name ": Rust believes " #value)

#endif
