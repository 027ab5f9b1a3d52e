//! The memory of instances: CPython's own allocator, and blocks that are made instances again.

use super::ffi;

use super::refs::{BorrowedRef, Failed, NewRef, PyObject};
use super::types::has_gc_header;

/// `PyType_GenericAlloc`, as it stands in `tp_alloc`.
pub(crate) const GENERIC_ALLOC: ffi::allocfunc = ffi::PyType_GenericAlloc;

/// What gives back the memory of instances with or without the collector's header, as it stands in `tp_free`.
#[inline]
pub(crate) const fn generic_free(header: bool) -> ffi::freefunc {
    if header { ffi::PyObject_GC_Del } else { ffi::PyObject_Free }
}

/// Whether somebody may stand in a type's `tp_alloc` to hear of new instances, which must then be called.
pub(crate) const BIRTHS_ARE_HEARD: bool = cfg!(all(feature = "ledger", not(Py_3_13)));

/// An instance of the type with nothing set behind its header (`PyObject_New`, `PyObject_GC_New`). A new reference. If it has
/// the collector's `header`, the collector does not track it yet.
///
/// # Safety
/// The thread is attached; a live heap type whose instances have no items, and that header or none, and whose `tp_alloc` is
/// CPython's; all of the instance is written before anybody sees it.
#[inline]
pub(crate) unsafe fn unset_instance(class: BorrowedRef<'_>, header: bool) -> Result<NewRef, Failed> {
    let class = class.as_ptr().cast();
    // SAFETY: attached; a live type, by the caller. It gives a new reference, or NULL with an exception set.
    let object = if header { unsafe { ffi::PyObject_GC_New(class) } } else { unsafe { ffi::PyObject_New(class) } };
    // SAFETY: as above.
    unsafe { NewRef::from_ptr(object) }.ok_or_else(Failed::set)
}

/// Gives the memory of an instance back. The reference to its type is left to the caller.
///
/// # Safety
/// The thread is attached; the memory is that of an instance, which the collector does not track and which is not used
/// again, allocated by `PyType_GenericAlloc`; the type is alive.
#[inline]
pub(crate) unsafe fn give_memory_back(object: *mut PyObject) {
    // SAFETY: the caller's: the header names its type, which is alive.
    let header = unsafe { has_gc_header(object) };
    // SAFETY: the caller's: allocated with that header, or without.
    unsafe { generic_free(header)(object.cast()) };
}

/// Makes the memory of an instance that is gone a new instance of the same type, zeroed behind its header, as
/// `PyType_GenericAlloc` would; but the collector does not track it. A new reference.
///
/// # Safety
/// The thread is attached; `object` was an instance of exactly `class`, a heap type whose instances have `size` bytes;
/// the collector does not track it, and nobody else uses it.
#[inline]
pub(crate) unsafe fn renew(object: *mut PyObject, class: *mut ffi::PyTypeObject, size: usize) -> *mut PyObject {
    let header = size_of::<PyObject>();
    // SAFETY: within the instance, which is at least as large as its header.
    let body = unsafe { object.byte_add(header) };
    // SAFETY: the rest of the instance, which nobody uses.
    unsafe { body.cast::<u8>().write_bytes(0, size - header) };
    // SAFETY: attached; memory of an instance of that type. The new one gets its count, and a reference to its type.
    unsafe { ffi::PyObject_Init(object, class) }
}

/// The type that the header names, also of memory that is no instance any more.
///
/// # Safety
/// The memory of an instance.
#[inline]
pub(crate) unsafe fn type_of_memory(object: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's.
    unsafe { ffi::Py_TYPE(object) }.cast()
}

/// Has the collector track an object that it knows, if it does not do so yet.
///
/// # Safety
/// The thread is attached; the object is alive and whole.
#[inline]
pub(crate) unsafe fn ensure_tracked(object: *mut PyObject) {
    // SAFETY: the object holds its type.
    if unsafe { has_gc_header(object) } {
        // SAFETY: attached; alive.
        let tracked = unsafe { ffi::PyObject_GC_IsTracked(object) };
        if tracked == 0 {
            // SAFETY: attached; it has the header and is not tracked.
            unsafe { ffi::PyObject_GC_Track(object.cast()) };
        }
    }
}
