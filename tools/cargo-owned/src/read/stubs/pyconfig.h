/* What conditions of the preprocessor ask for: the sizes are those of the compiler. */
#ifndef OWNED_STUB_PYCONFIG_H
#define OWNED_STUB_PYCONFIG_H
#define WITH_THREAD 1
#define SIZEOF_SHORT __SIZEOF_SHORT__
#define SIZEOF_INT __SIZEOF_INT__
#define SIZEOF_LONG __SIZEOF_LONG__
#define SIZEOF_LONG_LONG __SIZEOF_LONG_LONG__
#define SIZEOF_FLOAT __SIZEOF_FLOAT__
#define SIZEOF_DOUBLE __SIZEOF_DOUBLE__
#define SIZEOF_VOID_P __SIZEOF_POINTER__
#define SIZEOF_SIZE_T __SIZEOF_SIZE_T__
#define SIZEOF_WCHAR_T __SIZEOF_WCHAR_T__
#define SIZEOF__BOOL 1
#define SIZEOF_OFF_T 8
#define SIZEOF_PID_T __SIZEOF_INT__
#define SIZEOF_TIME_T __SIZEOF_LONG__
#define SIZEOF_UINTPTR_T __SIZEOF_POINTER__
#define HAVE_LONG_LONG 1
#define HAVE_STDINT_H 1
#define HAVE_UINTPTR_T 1
#define Py_UNICODE_SIZE SIZEOF_WCHAR_T
#define PYLONG_BITS_IN_DIGIT 30
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define WORDS_BIGENDIAN 1
#define PY_BIG_ENDIAN 1
#define PY_LITTLE_ENDIAN 0
#else
#define PY_BIG_ENDIAN 0
#define PY_LITTLE_ENDIAN 1
#endif
#endif
