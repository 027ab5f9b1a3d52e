//! What macros in capitals read of built-in functions. In debug builds those of `pyo3-ffi` panic for every function but a
//! method that knows its class: they assert `PyCMethod_Check`, where C has `PyCFunction_Check`.
#![expect(non_snake_case, reason = "the names that C has for them")]

use core::ffi::c_int;
use core::ptr;

use super::ffi::{METH_METHOD, PyObject, PyTypeObject};

/// # Safety
/// The thread is attached; the object is a built-in function.
#[inline]
pub(super) unsafe fn PyCFunction_GET_FLAGS(function: *mut PyObject) -> c_int {
    // SAFETY: the caller's; what is a built-in function is not refused.
    unsafe { pyo3_ffi::PyCFunction_GetFlags(function) }
}

/// # Safety
/// As [`PyCFunction_GET_FLAGS`].
#[inline]
pub(super) unsafe fn PyCFunction_GET_SELF(function: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's; what is a built-in function is not refused.
    unsafe { pyo3_ffi::PyCFunction_GetSelf(function) }
}

/// # Safety
/// As [`PyCFunction_GET_FLAGS`].
#[inline]
pub(super) unsafe fn PyCFunction_GET_CLASS(function: *mut PyObject) -> *mut PyTypeObject {
    // SAFETY: the caller's.
    let flags = unsafe { PyCFunction_GET_FLAGS(function) };
    if flags & METH_METHOD == 0 {
        return ptr::null_mut();
    }
    // SAFETY: the caller's, and with this flag it is a method that knows its class.
    unsafe { pyo3_ffi::PyCFunction_GET_CLASS(function) }
}
