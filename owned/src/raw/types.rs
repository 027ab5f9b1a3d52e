//! Checks of the built-in types.

use super::ffi;
use super::refs::{BorrowedRef, Failed, NewRef};
use super::type_parts::{alloc_of, free_of};
use super::version::runs_on;

macro_rules! checks {
    ($( $(#[$doc:meta])* fn $name:ident = $c:ident; )*) => { $(
        #[doc = concat!("`", stringify!($c), "`.")]
        #[inline]
        pub(crate) fn $name(object: BorrowedRef<'_>) -> bool {
            // SAFETY: the object is alive; the check reads its type.
            unsafe { ffi::$c(object.as_ptr()) != 0 }
        }
    )* };
}

checks! {
    fn is_str = PyUnicode_Check;
    fn is_bytes = PyBytes_Check;
    fn is_exactly_bytes = PyBytes_CheckExact;
    fn is_memory_view = PyMemoryView_Check;
    fn is_int = PyLong_Check;
    fn is_bool = PyBool_Check;
    fn is_float = PyFloat_Check;
    fn is_complex = PyComplex_Check;
    fn is_bytearray = PyByteArray_Check;
    fn is_list = PyList_Check;
    fn is_dict = PyDict_Check;
    fn is_tuple = PyTuple_Check;
    fn is_type = PyType_Check;
    fn is_module = PyModule_Check;
    fn is_exception = PyExceptionInstance_Check;
}

/// Whether the object is a `weakref.ref` (or a subclass, such as `weakref.WeakMethod`).
#[inline]
pub(crate) fn is_weakref(object: BorrowedRef<'_>) -> bool {
    // SAFETY: the object is alive; the check reads its type.
    unsafe { ffi::PyWeakref_CheckRef(object.as_ptr()) != 0 }
}

/// Whether `type.__annotations__` may be a descriptor. From 3.14 on the standard library refuses what is there and no dict.
#[inline]
pub(crate) fn annotations_may_be_descriptors() -> bool {
    !runs_on(14)
}

/// Whether this may be built for an interpreter where it is not so: where it cannot, what only such a one needs is not compiled.
pub(crate) const ANNOTATIONS_MAY_HAVE_TO_BE_HIDDEN: bool = cfg!(any(Py_3_14, Py_LIMITED_API));

/// Makes a type an instance of another metaclass.
///
/// # Safety
/// The thread is attached; `class` is a type that was made from a spec and that nobody else has seen; `metaclass` is a
/// subtype of the one that it has, which adds nothing to the layout of its instances.
#[inline]
pub(crate) unsafe fn type_set_metaclass(class: BorrowedRef<'_>, metaclass: NewRef) {
    // SAFETY: a live object; the place is its own.
    let place = unsafe { &raw mut (*class.as_ptr()).ob_type };
    // SAFETY: nobody else reads it; the reference moves there.
    let before = unsafe { place.replace(metaclass.into_ptr().cast()) };
    // SAFETY: a live type: static, or held by the reference that was just taken out.
    if unsafe { ffi::PyType_GetFlags(before) } & ffi::Py_TPFLAGS_HEAPTYPE != 0 {
        // SAFETY: an instance of a heap type owns one reference to it.
        drop(unsafe { NewRef::from_ptr(before.cast()) });
    }
}

/// Whether the object is an instance of `class` or of a subclass, by `PyObject_TypeCheck`: no Python code runs.
#[inline]
pub(crate) fn is_instance_of(object: BorrowedRef<'_>, class: BorrowedRef<'_>) -> bool {
    // SAFETY: both are alive and `class` is a type object, as its callers know.
    unsafe { ffi::PyObject_TypeCheck(object.as_ptr(), class.as_ptr().cast()) != 0 }
}

/// `PyType_IsSubtype`: no Python code runs.
#[inline]
pub(crate) fn is_subtype(class: BorrowedRef<'_>, base: BorrowedRef<'_>) -> bool {
    // SAFETY: both are live type objects, as their callers know.
    unsafe { ffi::PyType_IsSubtype(class.as_ptr().cast(), base.as_ptr().cast()) != 0 }
}

/// Whether the instances of a type have the collector's header.
///
/// # Safety
/// A live type.
#[inline]
pub(crate) unsafe fn makes_headers(class: BorrowedRef<'_>) -> bool {
    // SAFETY: a live type, whose flags are read.
    unsafe { ffi::PyType_HasFeature(class.as_ptr().cast(), ffi::Py_TPFLAGS_HAVE_GC) != 0 }
}

/// Whether an object has the collector's header.
///
/// # Safety
/// The object holds its type, also if its count is zero.
#[inline]
pub(crate) unsafe fn has_gc_header(object: *mut ffi::PyObject) -> bool {
    // SAFETY: the caller's.
    let class = unsafe { ffi::Py_TYPE(object) };
    // SAFETY: a live type, whose flags are read.
    unsafe { ffi::PyType_HasFeature(class, ffi::Py_TPFLAGS_HAVE_GC) != 0 }
}

/// A new instance, by the type's `tp_alloc`: zeroed behind its header. If it has the collector's, it is tracked already.
///
/// # Errors
/// `MemoryError`.
///
/// # Safety
/// The thread is attached; `class` is a heap type, held by the caller.
#[inline]
pub(crate) unsafe fn type_alloc(class: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    let class = class.as_ptr().cast::<ffi::PyTypeObject>();
    // SAFETY: a live type.
    let alloc = unsafe { alloc_of(class) };
    // SAFETY: attached; a live type whose instances have no items.
    let object = unsafe { alloc(class, 0) };
    // SAFETY: `tp_alloc` gives a new reference, or NULL with an exception set.
    unsafe { NewRef::from_ptr(object) }.ok_or_else(Failed::set)
}

/// Gives the memory of an instance back, by its type's `tp_free`, and the reference to its type that it held.
///
/// # Safety
/// The thread is attached; an instance of a heap type whose count is zero, which the collector does not track and which
/// is not used again.
#[inline]
pub(crate) unsafe fn type_free(object: *mut ffi::PyObject) {
    // SAFETY: the object holds its type until the last line.
    let class = unsafe { ffi::Py_TYPE(object) };
    // SAFETY: a live type.
    let free = unsafe { free_of(class) };
    // SAFETY: the instance was allocated by the same type, and is not used again.
    unsafe { free(object.cast()) };
    // SAFETY: the one reference to its type that an instance of a heap type owns, taken by `tp_alloc`, is given up here.
    drop(unsafe { NewRef::from_ptr(class.cast()) });
}

/// How many arguments by position a vectorcall has (`PyVectorcall_NARGS`).
#[inline]
pub(crate) fn vectorcall_count(count: usize) -> isize {
    (count & !ffi::PY_VECTORCALL_ARGUMENTS_OFFSET).cast_signed()
}
