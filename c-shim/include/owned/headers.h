/* What only C can say: macros and inline functions of Python.h, as functions of fixed width.
 *
 * No policy lives here. Every pointer is borrowed, nothing is kept, and the caller is attached to
 * the interpreter wherever an object is passed. */
#ifndef OWNED_HEADERS_H
#define OWNED_HEADERS_H

#include "owned/layout.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Bits of owned_c_header_facts.flags. */
#define OWNED_C_PY_DEBUG UINT32_C(1)
#define OWNED_C_PY_REF_DEBUG UINT32_C(2)
#define OWNED_C_PY_TRACE_REFS UINT32_C(4)
#define OWNED_C_PY_GIL_DISABLED UINT32_C(8)

/* What the headers that this file was compiled with say of themselves. */
struct owned_c_header_facts {
    uint32_t version_hex; /* PY_VERSION_HEX */
    uint32_t flags;
    uint32_t sizeof_object; /* PyObject_HEAD */
    uint32_t sizeof_var_object; /* PyObject_VAR_HEAD */
    uint32_t sizeof_type;
    uint32_t sizeof_ssize;
    uint32_t sizeof_hash;
    uint32_t sizeof_wchar;
};

struct owned_c_header_facts owned_c_header_facts(void);

/* Py_REFCNT, as an inline function of the headers reads it. */
int64_t owned_c_refcnt(PyObject *object);

/* Whether counting leaves this object alone: 0 or 1; always 0 before 3.12. */
int32_t owned_c_is_immortal(PyObject *object);

/* Whether an exact int fits one machine word inside: 1 and the value, or 0. Before 3.12 always 0. */
int32_t owned_c_compact_int(PyObject *integer, int64_t *value);

/* The bit-field PyASCIIObject.state, which has no offset: kind | compact << 8 | ascii << 9. */
uint32_t owned_c_str_state(PyObject *string);

#ifdef __cplusplus
}
#endif
#endif
