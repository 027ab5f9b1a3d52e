//! Functions for versions that lack them: those of `pyo3-ffi`, and ours.

use core::ffi::{c_char, c_int};

use super::ffi;

#[cfg(any(not(Py_3_13), Py_LIMITED_API))]
pub(super) use super::compat_items::PyList_Extend;
pub(super) use super::compat_items::*;
pub(super) use ffi::compat::*;
#[cfg(Py_3_13)]
pub(super) use ffi::{PyDict_GetItemStringRef, PyEval_GetFrameBuiltins, PyEval_GetFrameGlobals, PyEval_GetFrameLocals};

/// `PyDict_GetItemStringRef`.
///
/// # Safety
/// The thread is attached; `key` is a C string and `result` can be written to.
#[cfg(not(Py_3_13))]
#[expect(non_snake_case, reason = "the name that C has for it")]
#[inline]
pub(super) unsafe fn PyDict_GetItemStringRef(
    dict: *mut ffi::PyObject,
    key: *const c_char,
    result: *mut *mut ffi::PyObject,
) -> c_int {
    // SAFETY: a C string, by the caller.
    let key = unsafe { ffi::PyUnicode_FromString(key) };
    // SAFETY: a new reference, or NULL with an exception set.
    let Ok(key) = (unsafe { super::results::new(key) }) else {
        // SAFETY: the caller's place for the result.
        unsafe { *result = core::ptr::null_mut() };
        return -1;
    };
    // SAFETY: attached; a str; the caller's place for the result.
    unsafe { ffi::compat::PyDict_GetItemRef(dict, key.borrow().as_ptr(), result) }
}

/// `PyEval_GetFrameBuiltins`.
///
/// # Safety
/// The thread is attached.
#[cfg(not(Py_3_13))]
#[expect(non_snake_case, reason = "the name that C has for it")]
#[inline]
pub(super) unsafe fn PyEval_GetFrameBuiltins() -> *mut ffi::PyObject {
    // SAFETY: attached.
    let builtins = unsafe { ffi::PyEval_GetBuiltins() };
    // SAFETY: borrowed from the running frame, or NULL; nothing ran since.
    unsafe { ffi::Py_XNewRef(builtins) }
}

/// `PyEval_GetFrameGlobals`.
///
/// # Safety
/// The thread is attached.
#[cfg(not(Py_3_13))]
#[expect(non_snake_case, reason = "the name that C has for it")]
#[inline]
pub(super) unsafe fn PyEval_GetFrameGlobals() -> *mut ffi::PyObject {
    // SAFETY: attached.
    let globals = unsafe { ffi::PyEval_GetGlobals() };
    // SAFETY: borrowed from the running frame, or NULL; nothing ran since.
    unsafe { ffi::Py_XNewRef(globals) }
}

/// `PyEval_GetFrameLocals`.
///
/// # Safety
/// The thread is attached.
#[cfg(not(Py_3_13))]
#[expect(non_snake_case, reason = "the name that C has for it")]
#[inline]
pub(super) unsafe fn PyEval_GetFrameLocals() -> *mut ffi::PyObject {
    // SAFETY: attached.
    let locals = unsafe { ffi::PyEval_GetLocals() };
    // SAFETY: borrowed from the running frame, or NULL; nothing ran since.
    unsafe { ffi::Py_XNewRef(locals) }
}

#[cfg(Py_3_15)]
crate::raw::libpython! {
    pub(super) fn PySys_GetOptionalAttrString(name: *const c_char, value: *mut *mut ffi::PyObject) -> c_int;
}

/// `PySys_GetOptionalAttrString`. Below 3.15 an error of the lookup is swallowed, as `PySys_GetObject` does.
///
/// # Safety
/// The thread is attached; `name` is a C string and `value` can be written to.
#[cfg(not(Py_3_15))]
#[expect(non_snake_case, reason = "the name that C has for it")]
#[inline]
pub(super) unsafe fn PySys_GetOptionalAttrString(name: *const c_char, value: *mut *mut ffi::PyObject) -> c_int {
    // SAFETY: attached; a C string.
    let found = unsafe { ffi::PySys_GetObject(name) };
    // SAFETY: borrowed from the dict of `sys`, or NULL; nothing ran since.
    let found = unsafe { ffi::Py_XNewRef(found) };
    // SAFETY: the caller's place for the result.
    unsafe { *value = found };
    c_int::from(!found.is_null())
}
