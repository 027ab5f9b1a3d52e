/* The names of types. */
#ifndef OWNED_STUB_TYPES_H
#define OWNED_STUB_TYPES_H

typedef ssize_t Py_ssize_t;
typedef Py_ssize_t Py_hash_t;
typedef size_t Py_uhash_t;
typedef uint32_t Py_UCS4;
typedef uint16_t Py_UCS2;
typedef uint8_t Py_UCS1;
typedef wchar_t Py_UNICODE;
typedef uintptr_t Py_uintptr_t;
typedef intptr_t Py_intptr_t;
typedef uint32_t digit;
typedef int32_t sdigit;
typedef uint64_t twodigits;
typedef int64_t stwodigits;
#define PY_LONG_LONG long long
#define PY_INT32_T int32_t
#define PY_UINT32_T uint32_t
#define PY_INT64_T int64_t
#define PY_UINT64_T uint64_t
typedef int PyGILState_STATE;
typedef unsigned long Py_tss_value_t;
typedef struct { int unused; } Py_tss_t;
#define Py_tss_NEEDS_INIT { 0 }
typedef struct { unsigned char bits; } PyMutex;
typedef struct { double real; double imag; } Py_complex;
typedef int64_t PyTime_t;
typedef int64_t _PyTime_t;

typedef struct _object { Py_ssize_t ob_refcnt; struct _typeobject *ob_type; } PyObject;
typedef struct { PyObject ob_base; Py_ssize_t ob_size; } PyVarObject;
typedef struct _typeobject PyTypeObject;

#define OWNED_STUB_OBJECT(name) typedef struct owned_stub_##name { PyObject ob_base; } name
OWNED_STUB_OBJECT(PyASCIIObject);
OWNED_STUB_OBJECT(PyBoolObject);
OWNED_STUB_OBJECT(PyBaseExceptionObject);
OWNED_STUB_OBJECT(PyByteArrayObject);
OWNED_STUB_OBJECT(PyCFunctionObject);
OWNED_STUB_OBJECT(PyCMethodObject);
OWNED_STUB_OBJECT(PyCellObject);
OWNED_STUB_OBJECT(PyCodeObject);
OWNED_STUB_OBJECT(PyCompactUnicodeObject);
OWNED_STUB_OBJECT(PyComplexObject);
OWNED_STUB_OBJECT(PyDescrObject);
OWNED_STUB_OBJECT(PyDictObject);
OWNED_STUB_OBJECT(PyFloatObject);
OWNED_STUB_OBJECT(PyFrameObject);
OWNED_STUB_OBJECT(PyFunctionObject);
OWNED_STUB_OBJECT(PyGenObject);
OWNED_STUB_OBJECT(PyGetSetDescrObject);
OWNED_STUB_OBJECT(PyHeapTypeObject);
OWNED_STUB_OBJECT(PyLongObject);
OWNED_STUB_OBJECT(PyMemberDescrObject);
OWNED_STUB_OBJECT(PyMemoryViewObject);
OWNED_STUB_OBJECT(PyMethodDescrObject);
OWNED_STUB_OBJECT(PyMethodObject);
OWNED_STUB_OBJECT(PyModuleObject);
OWNED_STUB_OBJECT(PyOSErrorObject);
OWNED_STUB_OBJECT(PySetObject);
OWNED_STUB_OBJECT(PySliceObject);
OWNED_STUB_OBJECT(PyStopIterationObject);
OWNED_STUB_OBJECT(PyTracebackObject);
OWNED_STUB_OBJECT(PyUnicodeObject);
OWNED_STUB_OBJECT(PyWeakReference);
OWNED_STUB_OBJECT(_PyCFunctionFastWithKeywordsObject);
typedef struct { PyVarObject ob_base; char ob_sval[1]; } PyBytesObject;
typedef struct { PyVarObject ob_base; PyObject **ob_item; Py_ssize_t allocated; } PyListObject;
typedef struct { PyVarObject ob_base; PyObject *ob_item[1]; } PyTupleObject;
typedef PyTupleObject PyStructSequence;

typedef struct _ts PyThreadState;
typedef struct _is PyInterpreterState;
typedef struct _frame_stub _PyInterpreterFrame;
typedef struct PyUnicodeWriter PyUnicodeWriter;
typedef struct PyBytesWriter PyBytesWriter;
typedef struct PyLongWriter PyLongWriter;
typedef struct { void *buffer; } _PyUnicodeWriter;
typedef struct { int cf_flags; int cf_feature_version; } PyCompilerFlags;
typedef struct { int unused; } PyConfig;
typedef struct { int unused; } PyPreConfig;
typedef struct { int unused; } PyStatus;
typedef struct { int unused; } _Py_Identifier;
#define _Py_IDENTIFIER(name) static _Py_Identifier PyId_##name
#define _Py_static_string(name, text) static _Py_Identifier name

typedef struct bufferinfo {
    void *buf; PyObject *obj; Py_ssize_t len; Py_ssize_t itemsize; int readonly; int ndim; char *format;
    Py_ssize_t *shape; Py_ssize_t *strides; Py_ssize_t *suboffsets; void *internal;
} Py_buffer;

typedef PyObject *(*PyCFunction)(PyObject *, PyObject *);
typedef PyObject *(*PyCFunctionWithKeywords)(PyObject *, PyObject *, PyObject *);
typedef PyObject *(*PyCFunctionFast)(PyObject *, PyObject *const *, Py_ssize_t);
typedef PyObject *(*_PyCFunctionFast)(PyObject *, PyObject *const *, Py_ssize_t);
typedef PyObject *(*PyCFunctionFastWithKeywords)(PyObject *, PyObject *const *, Py_ssize_t, PyObject *);
typedef PyObject *(*_PyCFunctionFastWithKeywords)(PyObject *, PyObject *const *, Py_ssize_t, PyObject *);
typedef PyObject *(*PyCMethod)(PyObject *, PyTypeObject *, PyObject *const *, size_t, PyObject *);
typedef PyObject *(*unaryfunc)(PyObject *);
typedef PyObject *(*binaryfunc)(PyObject *, PyObject *);
typedef PyObject *(*ternaryfunc)(PyObject *, PyObject *, PyObject *);
typedef int (*inquiry)(PyObject *);
typedef Py_ssize_t (*lenfunc)(PyObject *);
typedef PyObject *(*ssizeargfunc)(PyObject *, Py_ssize_t);
typedef PyObject *(*ssizessizeargfunc)(PyObject *, Py_ssize_t, Py_ssize_t);
typedef int (*ssizeobjargproc)(PyObject *, Py_ssize_t, PyObject *);
typedef int (*ssizessizeobjargproc)(PyObject *, Py_ssize_t, Py_ssize_t, PyObject *);
typedef int (*objobjargproc)(PyObject *, PyObject *, PyObject *);
typedef int (*objobjproc)(PyObject *, PyObject *);
typedef int (*visitproc)(PyObject *, void *);
typedef int (*traverseproc)(PyObject *, visitproc, void *);
typedef void (*freefunc)(void *);
typedef void (*destructor)(PyObject *);
typedef PyObject *(*getattrfunc)(PyObject *, char *);
typedef PyObject *(*getattrofunc)(PyObject *, PyObject *);
typedef int (*setattrfunc)(PyObject *, char *, PyObject *);
typedef int (*setattrofunc)(PyObject *, PyObject *, PyObject *);
typedef PyObject *(*reprfunc)(PyObject *);
typedef Py_hash_t (*hashfunc)(PyObject *);
typedef PyObject *(*richcmpfunc)(PyObject *, PyObject *, int);
typedef PyObject *(*getiterfunc)(PyObject *);
typedef PyObject *(*iternextfunc)(PyObject *);
typedef PyObject *(*descrgetfunc)(PyObject *, PyObject *, PyObject *);
typedef int (*descrsetfunc)(PyObject *, PyObject *, PyObject *);
typedef int (*initproc)(PyObject *, PyObject *, PyObject *);
typedef PyObject *(*newfunc)(PyTypeObject *, PyObject *, PyObject *);
typedef PyObject *(*allocfunc)(PyTypeObject *, Py_ssize_t);
typedef PyObject *(*vectorcallfunc)(PyObject *, PyObject *const *, size_t, PyObject *);
typedef int (*getbufferproc)(PyObject *, Py_buffer *, int);
typedef void (*releasebufferproc)(PyObject *, Py_buffer *);
typedef int (*sendfunc)(PyObject *, PyObject *, PyObject **);
typedef PyObject *(*getter)(PyObject *, void *);
typedef int (*setter)(PyObject *, PyObject *, void *);
typedef void (*PyCapsule_Destructor)(PyObject *);
typedef int (*Py_tracefunc)(PyObject *, PyFrameObject *, int, PyObject *);
typedef PyObject *(*wrapperfunc)(PyObject *, PyObject *, void *);
typedef void (*PyOS_sighandler_t)(int);
typedef int PySendResult;
typedef void *PyThread_type_lock;
typedef int PyLockStatus;

#endif
