#include "owned/headers.h"

/* Asserts, in this file, every number that Rust asserts on its side. */
#include "owned/layout_numbers.h"

struct owned_c_header_facts owned_c_header_facts(void) {
    struct owned_c_header_facts facts = {
        .version_hex = PY_VERSION_HEX,
        .flags = 0,
        .sizeof_object = sizeof(struct { PyObject_HEAD }),
        .sizeof_var_object = sizeof(struct { PyObject_VAR_HEAD }),
        .sizeof_type = sizeof(PyTypeObject),
        .sizeof_ssize = sizeof(Py_ssize_t),
        .sizeof_hash = sizeof(Py_hash_t),
        .sizeof_wchar = sizeof(wchar_t),
    };
#ifdef Py_DEBUG
    facts.flags |= OWNED_C_PY_DEBUG;
#endif
#ifdef Py_REF_DEBUG
    facts.flags |= OWNED_C_PY_REF_DEBUG;
#endif
#ifdef Py_TRACE_REFS
    facts.flags |= OWNED_C_PY_TRACE_REFS;
#endif
#ifdef Py_GIL_DISABLED
    facts.flags |= OWNED_C_PY_GIL_DISABLED;
#endif
    return facts;
}

int64_t owned_c_refcnt(PyObject *object) {
    return Py_REFCNT(object);
}

int32_t owned_c_is_immortal(PyObject *object) {
#if PY_VERSION_HEX >= 0x030E0000
    return PyUnstable_IsImmortal(object) != 0;
#elif PY_VERSION_HEX >= 0x030C0000
    return _Py_IsImmortal(object) != 0;
#else
    (void)object;
    return 0;
#endif
}

int32_t owned_c_compact_int(PyObject *integer, int64_t *value) {
#if PY_VERSION_HEX >= 0x030C0000
    const PyLongObject *number = (const PyLongObject *)integer;
    if (PyUnstable_Long_IsCompact(number)) {
        *value = PyUnstable_Long_CompactValue(number);
        return 1;
    }
#else
    (void)integer;
    (void)value;
#endif
    return 0;
}

uint32_t owned_c_str_state(PyObject *string) {
    const PyASCIIObject *head = (const PyASCIIObject *)string;
    return (uint32_t)head->state.kind | (uint32_t)head->state.compact << 8 | (uint32_t)head->state.ascii << 9;
}
