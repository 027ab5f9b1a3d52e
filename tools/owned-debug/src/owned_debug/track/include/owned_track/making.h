/* What makes objects and is no plain function: slots of types, macros that take a type, functions with any number of
 * arguments, and what steals only where it succeeds. */
#ifndef OWNED_TRACK_MAKING_H
#define OWNED_TRACK_MAKING_H

#pragma GCC system_header

#include <stdarg.h>
#include <string.h>

/* `type->tp_alloc(type, 0)`: the call can only be told by its argument. */
#define tp_alloc(type, count)                                                                                          \
    tp_alloc(owned_track_allocates(OWNED_TRACK_SITE("tp_alloc"), (PyTypeObject *)(type)), (count))

#ifdef PySequence_ITEM
#undef PySequence_ITEM
#define PySequence_ITEM(sequence, index)                                                                               \
    OWNED_TRACK_NEW("PySequence_ITEM",                                                                                 \
                    Py_TYPE(sequence)->tp_as_sequence->sq_item((PyObject *)(sequence), (index)))
#endif

/* Fields of such an object are not set: what reads one before it is set finds this. */
static inline PyObject *owned_track_unset(PyObject *object, size_t head)
{
    const struct owned_track_ledger *ledger = owned_track_ledger();
    if (ledger == NULL || object == NULL) {
        return object;
    }
    ledger->instance(object);
#ifndef Py_LIMITED_API
    if ((size_t)Py_TYPE(object)->tp_basicsize > head) {
        memset((char *)object + head, OWNED_TRACK_UNSET, (size_t)Py_TYPE(object)->tp_basicsize - head);
    }
#else
    (void)head;
#endif
    return object;
}

#define OWNED_TRACK_UNSET_NEW(api, type, head, call)                                                                   \
    ((type *)OWNED_TRACK_NEW(api, owned_track_unset((PyObject *)call, sizeof(head))))

#undef PyObject_New
#define PyObject_New(type, class) OWNED_TRACK_UNSET_NEW("PyObject_New", type, PyObject, _PyObject_New(class))
#undef PyObject_NewVar
#define PyObject_NewVar(type, class, count)                                                                            \
    OWNED_TRACK_UNSET_NEW("PyObject_NewVar", type, PyVarObject, _PyObject_NewVar((class), (count)))
#undef PyObject_GC_New
#define PyObject_GC_New(type, class) OWNED_TRACK_UNSET_NEW("PyObject_GC_New", type, PyObject, _PyObject_GC_New(class))
#undef PyObject_GC_NewVar
#define PyObject_GC_NewVar(type, class, count)                                                                         \
    OWNED_TRACK_UNSET_NEW("PyObject_GC_NewVar", type, PyVarObject, _PyObject_GC_NewVar((class), (count)))

/* What makes a type ready that the source has as a variable. */
static inline int owned_track_ready(struct owned_track_site *site, PyTypeObject *type)
{
    int status = PyType_Ready(type);
    if (status == 0) {
        owned_track_type(site, (PyObject *)type);
    }
    return status;
}
#undef PyType_Ready
#define PyType_Ready(type) owned_track_ready(OWNED_TRACK_SITE("PyType_Ready"), (type))

#if !defined(Py_LIMITED_API) || Py_LIMITED_API + 0 >= 0x03090000
static inline int owned_track_add_type(struct owned_track_site *site, PyObject *module, PyTypeObject *type)
{
    int status = PyModule_AddType(module, type);
    if (status == 0) {
        owned_track_type(site, (PyObject *)type);
    }
    return status;
}
#undef PyModule_AddType
#define PyModule_AddType(module, type)                                                                                 \
    owned_track_add_type(OWNED_TRACK_SITE("PyModule_AddType"), (module), (type))
#endif

/* Steals where it succeeds. The object is alive afterwards in either case. */
static inline int owned_track_add_object(struct owned_track_site *site, PyObject *module, const char *name,
                                         PyObject *value)
{
    int status = PyModule_AddObject(module, name, value);
    if (status == 0) {
        owned_track_released(site, value);
    }
    return status;
}
#undef PyModule_AddObject
#define PyModule_AddObject(module, name, value)                                                                        \
    owned_track_add_object(OWNED_TRACK_SITE("PyModule_AddObject"), (module), (name), (value))

/* Tells of the arguments that a format has with `N`. Lengths are `int`s where the source asked for no other. */
static inline void owned_track_format(struct owned_track_site *site, const char *format, va_list values)
{
    if (owned_track_ledger() == NULL) {
        return;
    }
    for (; *format != '\0'; format++) {
        switch (*format) {
        case 'N':
            owned_track_released(site, va_arg(values, PyObject *));
            break;
        case 'O':
        case 'S':
        case 'U':
            if (format[1] == '&') {
                (void)va_arg(values, void *);
            }
            (void)va_arg(values, void *);
            break;
        case 's':
        case 'z':
        case 'y':
        case 'u':
            (void)va_arg(values, void *);
            if (format[1] == '#') {
#ifdef PY_SSIZE_T_CLEAN
                (void)va_arg(values, Py_ssize_t);
#else
                (void)va_arg(values, int);
#endif
            }
            break;
        case 'D':
            (void)va_arg(values, void *);
            break;
        case 'd':
        case 'f':
            (void)va_arg(values, double);
            break;
        case 'n':
            (void)va_arg(values, Py_ssize_t);
            break;
        case 'l':
        case 'k':
            (void)va_arg(values, long);
            break;
        case 'L':
        case 'K':
            (void)va_arg(values, long long);
            break;
        case 'b':
        case 'B':
        case 'h':
        case 'H':
        case 'i':
        case 'I':
        case 'c':
        case 'C':
        case 'p':
            (void)va_arg(values, int);
            break;
        default:
            break;
        }
    }
}

static PyObject *owned_track_build(struct owned_track_site *site, struct owned_track_site *stealing, const char *format,
                                   ...) __attribute__((unused));
static PyObject *owned_track_build(struct owned_track_site *site, struct owned_track_site *stealing, const char *format,
                                   ...)
{
    va_list values;
    PyObject *result;
    va_start(values, format);
    owned_track_format(stealing, format, values);
    va_end(values);
    va_start(values, format);
    result = Py_VaBuildValue(format, values);
    va_end(values);
    return owned_track_acquired(site, result);
}
#undef Py_BuildValue
#define Py_BuildValue(...)                                                                                             \
    owned_track_build(OWNED_TRACK_SITE("Py_BuildValue"), OWNED_TRACK_SITE("Py_BuildValue"), __VA_ARGS__)

/* With any number of arguments, all of which stay the caller's. */
#ifdef PyObject_CallFunction
#undef PyObject_CallFunction
#define PyObject_CallFunction(...) OWNED_TRACK_CALL("PyObject_CallFunction", _PyObject_CallFunction_SizeT(__VA_ARGS__))
#else
#define PyObject_CallFunction(...) OWNED_TRACK_CALL("PyObject_CallFunction", PyObject_CallFunction(__VA_ARGS__))
#endif
#ifdef PyObject_CallMethod
#undef PyObject_CallMethod
#define PyObject_CallMethod(...) OWNED_TRACK_CALL("PyObject_CallMethod", _PyObject_CallMethod_SizeT(__VA_ARGS__))
#else
#define PyObject_CallMethod(...) OWNED_TRACK_CALL("PyObject_CallMethod", PyObject_CallMethod(__VA_ARGS__))
#endif
#define PyObject_CallFunctionObjArgs(...)                                                                              \
    OWNED_TRACK_CALL("PyObject_CallFunctionObjArgs", PyObject_CallFunctionObjArgs(__VA_ARGS__))
#define PyObject_CallMethodObjArgs(...)                                                                                \
    OWNED_TRACK_CALL("PyObject_CallMethodObjArgs", PyObject_CallMethodObjArgs(__VA_ARGS__))
#define PyTuple_Pack(...) OWNED_TRACK_NEW("PyTuple_Pack", PyTuple_Pack(__VA_ARGS__))
#define PyUnicode_FromFormat(...) OWNED_TRACK_NEW("PyUnicode_FromFormat", PyUnicode_FromFormat(__VA_ARGS__))
#define PyUnicode_FromFormatV(...) OWNED_TRACK_NEW("PyUnicode_FromFormatV", PyUnicode_FromFormatV(__VA_ARGS__))
#define PyBytes_FromFormat(...) OWNED_TRACK_NEW("PyBytes_FromFormat", PyBytes_FromFormat(__VA_ARGS__))
#define PyBytes_FromFormatV(...) OWNED_TRACK_NEW("PyBytes_FromFormatV", PyBytes_FromFormatV(__VA_ARGS__))

#endif
