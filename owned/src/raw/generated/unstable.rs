//! What may change with each minor version: compact ints, the cached hash of strings, and memory behind objects. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyUnstable_Long_CompactValue`.
///
/// Only for a compact int.
///
/// # Safety
/// This thread is attached; `number` is a `PyLongObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let number = py.eval("12", None)?;
/// // SAFETY: attached, by `py`; `number` is a `PyLongObject`.
/// let result = unsafe { raw::unstable_long_compact_value(number.raw()) };
/// assert_eq!(result, 12);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_long_compact_value(number: BorrowedRef<'_>) -> ffi::Py_ssize_t {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { PyUnstable_Long_CompactValue(number.as_ptr().cast()) }
}

/// `PyUnstable_Long_IsCompact`.
///
/// # Safety
/// This thread is attached; `number` is a `PyLongObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let number = py.eval("12", None)?;
/// // SAFETY: attached, by `py`; `number` is a `PyLongObject`.
/// let result = unsafe { raw::unstable_long_is_compact(number.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_long_is_compact(number: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyUnstable_Long_IsCompact(number.as_ptr().cast()) };
    outcome != 0
}

/// `PyUnstable_Object_ClearWeakRefsNoCallbacks`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// py.run("class Blot: pass\nblot = Blot()\nweak = __import__('weakref').ref(blot)", None)?;
/// let object = py.eval("blot", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::unstable_object_clear_weak_refs_no_callbacks(object.raw()) };
/// assert!(py.eval("weak()", None)?.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_13, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_object_clear_weak_refs_no_callbacks(object: BorrowedRef<'_>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { PyUnstable_Object_ClearWeakRefsNoCallbacks(object.as_ptr()) };
}

/// `PyUnstable_Object_GC_NewWithExtraData`. Takes a reference of its own to `class`. Can run Python code.
///
/// `class` has the collector's header; the object is not tracked yet.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// There is no example: its object is not complete: the fields are the caller's to set.
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_object_gc_new_with_extra_data(class: BorrowedRef<'_>, extra: usize) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyUnstable_Object_GC_NewWithExtraData(class.as_ptr().cast(), extra) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
    fn PyUnstable_Long_CompactValue(number: *mut ffi::PyLongObject) -> ffi::Py_ssize_t;
    #[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
    fn PyUnstable_Long_IsCompact(number: *mut ffi::PyLongObject) -> c_int;
    #[cfg(all(feature = "raw", Py_3_13, not(Py_LIMITED_API)))]
    fn PyUnstable_Object_ClearWeakRefsNoCallbacks(object: *mut ffi::PyObject);
    #[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
    fn PyUnstable_Object_GC_NewWithExtraData(class: *mut ffi::PyTypeObject, extra: usize) -> *mut ffi::PyObject;
}
