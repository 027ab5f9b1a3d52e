/* Who owns a reference, said in C and C++: annotations that compilers check as far as they can and tools read, and references
 * that are released on every way out of a block.
 *
 *     OWNED_NEW PyObject *make_pair(PyObject *left, OWNED_STEALS PyObject *right);
 *
 *     OWNED_NEW PyObject *make_pair(PyObject *left, OWNED_STEALS PyObject *right)
 *     {
 *         OWNED_AUTO(PyObject, second, right);
 *         OWNED_AUTO(PyObject, pair, PyList_New(2));
 *         if (pair == NULL) {
 *             return NULL;                              // `second` is released
 *         }
 *         PyList_SET_ITEM(pair, 0, Py_NewRef(left));
 *         PyList_SET_ITEM(pair, 1, OWNED_MOVE(second)); // it is the list's now
 *         OWNED_RETURN(pair);
 *     }
 *
 * This file is all there is: nothing is linked. C99 or newer with GCC, Clang or clang-cl; C++11 or newer with any compiler.
 * MSVC's C has nothing that runs at the end of a block: there `OWNED_ANNOTATIONS_ONLY`, defined before the include, gives the
 * annotations alone. It needs Python.h of CPython 3.8 or newer, and keeps to what is in the limited API. */
#ifndef OWNED_H
#define OWNED_H

#include <Python.h>

/* ---- Annotations ----
 *
 * They stand where the words of the C API's documentation stand: in front of a function for its result, in front of a parameter
 * for what becomes of it. A parameter without one is borrowed for the call, and so is a result without one that is no
 * reference. */

#if defined(__clang__)
#define OWNED_SAY_(words) __attribute__((annotate("owned: " words)))
#else
#define OWNED_SAY_(words)
#endif

#if defined(__GNUC__) || defined(__clang__)
#define OWNED_MUST_USE_ __attribute__((warn_unused_result))
#elif defined(__cplusplus) && __cplusplus >= 201703L
#define OWNED_MUST_USE_ [[nodiscard]]
#elif defined(_MSC_VER)
#include <sal.h>
#define OWNED_MUST_USE_ _Check_return_
#else
#define OWNED_MUST_USE_
#endif

/* The result is a new reference, or NULL with an exception: the caller releases it. To drop it is a warning. */
#define OWNED_NEW OWNED_MUST_USE_ OWNED_SAY_("new")
/* The result is borrowed: from the parameter of this name, or from what the function documents. */
#define OWNED_BORROWED OWNED_SAY_("borrowed")
#define OWNED_BORROWED_FROM(parameter) OWNED_SAY_("borrowed from " #parameter)
/* The result says whether it succeeded: 0, or -1 with an exception. To ignore it is a warning. */
#define OWNED_STATUS OWNED_MUST_USE_ OWNED_SAY_("status")

/* The function takes the caller's reference over, also when it fails. */
#define OWNED_STEALS OWNED_SAY_("steal")
/* It does so if it succeeds. */
#define OWNED_STEALS_ON_SUCCESS OWNED_SAY_("steal-on-success")
/* It takes a reference of its own, which outlives the call. */
#define OWNED_KEEPS OWNED_SAY_("keep")
/* It only looks: what holds without an annotation, written out. */
#define OWNED_LENT OWNED_SAY_("borrow")
/* A variable that receives a new or a borrowed reference, or NULL; and one whose reference is replaced by a new one. */
#define OWNED_OUT_NEW OWNED_SAY_("out new")
#define OWNED_OUT_BORROWED OWNED_SAY_("out borrowed")
#define OWNED_REPLACES OWNED_SAY_("replace")
/* NULL is allowed, or possible without an exception. */
#define OWNED_NULLABLE OWNED_SAY_("nullable")

#ifndef OWNED_ANNOTATIONS_ONLY

/* ---- References that are bound to a block ----
 *
 *     OWNED_AUTO(type, name, value)  declares `name`, a pointer to `type`, which owns the reference `value`, or is NULL
 *     OWNED_MOVE(name)               the reference, which `name` has no more: it is NULL now
 *     OWNED_RETURN(name)             returns it to the caller
 *     OWNED_SET(name, value)         `name` owns `value` now; what it had is released after that
 *     OWNED_GET(name)                the pointer, borrowed: where C++ does not take `name` for it, as among the arguments
 *                                    of PyTuple_Pack
 *     OWNED_OUT(name)                where a function puts a new reference; what `name` had is released before
 *
 * `type` is PyObject, or a struct that begins with PyObject_HEAD. `name` is used like the pointer: compared with NULL, passed
 * to what borrows. To pass it to what steals without OWNED_MOVE releases it twice: in C nothing can forbid that.
 *
 * The thread must be attached where the block ends. A `goto` may leave the block, and not jump over a declaration into it
 * (`-Wjump-misses-init` says so). An exception that is set stays as it is, as with Py_DECREF. */

#if defined(__cplusplus)

namespace owned {

/* One reference, or none. It can be moved and not copied. */
template <typename T> class Auto {
  public:
    Auto() noexcept : object_(nullptr) {}
    /* Owns the reference. */
    explicit Auto(T *object) noexcept : object_(object) {}
    Auto(Auto &&other) noexcept : object_(other.move()) {}
    Auto(const Auto &) = delete;
    Auto &operator=(const Auto &) = delete;
    Auto &operator=(Auto &&other) noexcept
    {
        set(other.move());
        return *this;
    }
    ~Auto() { Py_XDECREF(reinterpret_cast<PyObject *>(object_)); }

    /* Borrowed, as long as this lives. */
    T *get() const noexcept { return object_; }
    operator T *() const noexcept { return object_; }
    T *operator->() const noexcept { return object_; }

    /* The reference: the caller owns it. */
    T *move() noexcept
    {
        T *object = object_;
        object_ = nullptr;
        return object;
    }
    /* Owns this one now. */
    void set(T *object) noexcept
    {
        T *former = object_;
        object_ = object;
        Py_XDECREF(reinterpret_cast<PyObject *>(former));
    }
    /* For a function that puts a new reference there. */
    T **out() noexcept
    {
        set(nullptr);
        return &object_;
    }

  private:
    T *object_;
};

} // namespace owned

#define OWNED_AUTO(type, name, value) ::owned::Auto<type> name(value)
#define OWNED_MOVE(name) ((name).move())
#define OWNED_GET(name) ((name).get())
#define OWNED_SET(name, value) ((name).set(value))
#define OWNED_OUT(name) ((name).out())

#elif defined(__GNUC__) || defined(__clang__)

/* What runs when a block ends, whose variable is there. */
static inline void owned_release_(void *place)
{
    Py_XDECREF(*(PyObject **)place);
}

static inline void *owned_move_(void *place)
{
    PyObject *object = *(PyObject **)place;
    *(PyObject **)place = NULL;
    return object;
}

static inline void owned_set_(void *place, void *object)
{
    PyObject *former = *(PyObject **)place;
    *(PyObject **)place = (PyObject *)object;
    Py_XDECREF(former);
}

#define OWNED_AUTO(type, name, value) __attribute__((cleanup(owned_release_))) type *name = (value)
#define OWNED_MOVE(name) ((__typeof__(name))owned_move_((void *)&(name)))
#define OWNED_GET(name) (name)
/* The value has the type of the variable, or the compiler says so. */
#define OWNED_SET(name, value)                                                                                         \
    do {                                                                                                               \
        __typeof__(name) owned_value_ = (value);                                                                       \
        owned_set_((void *)&(name), owned_value_);                                                                     \
    } while (0)
#define OWNED_OUT(name) (owned_set_((void *)&(name), NULL), &(name))

#else

#error "owned.h: OWNED_AUTO needs GCC, Clang or clang-cl, or C++. For the annotations alone: #define OWNED_ANNOTATIONS_ONLY"

#endif

#define OWNED_RETURN(name) return OWNED_MOVE(name)

#endif
#endif
