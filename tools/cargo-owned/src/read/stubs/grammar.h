/* Macros that are no expressions: they open blocks, return, declare, or take a type as an argument. A macro is not
   expanded within itself, so what stays in the text is a call of the same name. */
#ifndef OWNED_STUB_GRAMMAR_H
#define OWNED_STUB_GRAMMAR_H

/* Words before declarations. */
#define PyAPI_FUNC(type) extern type
#define PyAPI_DATA(type) extern type
#define PyMODINIT_FUNC PyObject *
#define PyMODEXPORT_FUNC PyModuleDef_Slot *
#define Py_EXPORTED_SYMBOL
#define Py_IMPORTED_SYMBOL
#define Py_LOCAL_SYMBOL
#define Py_LOCAL(type) static type
#define Py_LOCAL_INLINE(type) static inline type
#define Py_DEPRECATED(version)
#define Py_GCC_ATTRIBUTE(text)
#define Py_ALWAYS_INLINE
#define Py_NO_INLINE
#define Py_ALIGNED(size)
#define Py_UNUSED(name) name
#define _Py_NO_RETURN
#define Py_COMP_DIAG_PUSH
#define Py_COMP_DIAG_POP
#define Py_COMP_DIAG_IGNORE_DEPR_DECLS

/* Texts. */
#define PyDoc_VAR(name) static const char name[]
#define PyDoc_STR(text) text
#define PyDoc_STRVAR(name, text) static const char name[] = text
#define Py_STRINGIFY(text) #text
#define PY_FORMAT_SIZE_T "z"

/* Heads of objects. */
#define PyObject_HEAD PyObject ob_base;
#define PyObject_VAR_HEAD PyVarObject ob_base;
#define PyObject_HEAD_INIT(type) { PyObject_HEAD_INIT(type) },
#define PyVarObject_HEAD_INIT(type, size) { PyVarObject_HEAD_INIT(type, size) },

/* Statements that return. */
#define Py_RETURN_NONE return Py_RETURN_NONE
#define Py_RETURN_TRUE return Py_RETURN_TRUE
#define Py_RETURN_FALSE return Py_RETURN_FALSE
#define Py_RETURN_NOTIMPLEMENTED return Py_RETURN_NOTIMPLEMENTED
#define Py_RETURN_NAN return Py_RETURN_NAN
#define Py_RETURN_INF(sign) return Py_RETURN_INF(sign)
#define Py_RETURN_RICHCOMPARE(a, b, op) return Py_RETURN_RICHCOMPARE(a, b, op)
#define Py_UNREACHABLE() Py_UNREACHABLE()

/* Blocks. */
#define Py_BEGIN_ALLOW_THREADS { Py_BEGIN_ALLOW_THREADS();
#define Py_END_ALLOW_THREADS Py_END_ALLOW_THREADS(); }
#define Py_BLOCK_THREADS Py_BLOCK_THREADS();
#define Py_UNBLOCK_THREADS Py_UNBLOCK_THREADS();
#define Py_BEGIN_CRITICAL_SECTION(op) { Py_BEGIN_CRITICAL_SECTION(op);
#define Py_END_CRITICAL_SECTION() Py_END_CRITICAL_SECTION(); }
#define Py_BEGIN_CRITICAL_SECTION2(a, b) { Py_BEGIN_CRITICAL_SECTION2(a, b);
#define Py_END_CRITICAL_SECTION2() Py_END_CRITICAL_SECTION2(); }
#define Py_BEGIN_CRITICAL_SECTION_MUTEX(mutex) { Py_BEGIN_CRITICAL_SECTION_MUTEX(mutex);
#define Py_TRASHCAN_BEGIN(op, dealloc) { Py_TRASHCAN_BEGIN(op, dealloc);
#define Py_TRASHCAN_END Py_TRASHCAN_END(); }
#define Py_TRASHCAN_SAFE_BEGIN(op) { Py_TRASHCAN_SAFE_BEGIN(op);
#define Py_TRASHCAN_SAFE_END(op) Py_TRASHCAN_SAFE_END(op); }

/* Arguments that are types. */
#define PyObject_New(type, class) ((type *)PyObject_New(class))
/* In parentheses a name is not expanded again. */
#define PyObject_NEW(type, class) ((type *)(PyObject_New)(class))
#define PyObject_NewVar(type, class, size) ((type *)PyObject_NewVar(class, size))
#define PyObject_NEW_VAR(type, class, size) ((type *)(PyObject_NewVar)(class, size))
#define PyObject_GC_New(type, class) ((type *)PyObject_GC_New(class))
#define PyObject_GC_NewVar(type, class, size) ((type *)PyObject_GC_NewVar(class, size))
#define PyObject_GC_Resize(type, op, size) ((type *)PyObject_GC_Resize(op, size))
#define PyUnstable_Object_GC_NewWithExtraData(class, size) PyUnstable_Object_GC_NewWithExtraData(class, size)
#define PyMem_New(type, count) ((type *)PyMem_New(sizeof(type), count))
#define PyMem_NEW(type, count) ((type *)(PyMem_New)(sizeof(type), count))
#define PyMem_Resize(place, type, count) ((place) = (type *)PyMem_Resize(place, sizeof(type), count))
#define PyMem_RESIZE(place, type, count) ((place) = (type *)(PyMem_Resize)(place, sizeof(type), count))
#define Py_CAST(type, value) ((type)(value))
#define _Py_CAST(type, value) ((type)(value))
#define _Py_STATIC_CAST(type, value) ((type)(value))
#define Py_STATIC_CAST(type, value) ((type)(value))
#define Py_SAFE_DOWNCAST(value, wide, narrow) ((narrow)(value))
#define Py_CHARMASK(c) ((unsigned char)(c))
#define Py_VA_COPY va_copy
#define _Py_NULL NULL
#define Py_ARRAY_LENGTH(array) (sizeof(array) / sizeof((array)[0]))
#define PyStructSequence_UnnamedField NULL

#undef offsetof
#define offsetof(type, member) __builtin_offsetof(type, member)

#endif
