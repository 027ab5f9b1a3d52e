//! Functions for versions that lack them: items of dicts and mappings.

#[cfg(any(not(Py_3_13), Py_LIMITED_API))]
use core::ffi::c_int;

use super::ffi;

#[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
pub(super) use ffi::PyDict_Pop;
#[cfg(Py_3_13)]
pub(super) use ffi::{PyMapping_GetOptionalItem, PyMapping_HasKeyWithError};

/// `PyList_Extend`, over the private function that the method `extend` calls. (`PyList_SetSlice`, which comes to mind,
/// appends all or nothing.)
///
/// # Safety
/// The thread is attached.
#[cfg(any(not(Py_3_13), Py_LIMITED_API))]
#[expect(non_snake_case, reason = "the name that C has for it")]
#[inline]
pub(super) unsafe fn PyList_Extend(list: *mut ffi::PyObject, iterable: *mut ffi::PyObject) -> c_int {
    #[cfg(Py_LIMITED_API)]
    use super::stable::_PyList_Extend;
    #[cfg(not(Py_LIMITED_API))]
    crate::raw::libpython! {
        fn _PyList_Extend(list: *mut ffi::PyObject, iterable: *mut ffi::PyObject) -> *mut ffi::PyObject;
    }

    // SAFETY: attached; the check reads the type.
    if unsafe { ffi::PyList_Check(list) } == 0 {
        return bad_argument();
    }
    // SAFETY: attached, a list; a new reference to None, or NULL.
    let none = unsafe { _PyList_Extend(list, iterable) };
    // SAFETY: the contract above.
    if unsafe { super::results::new(none) }.is_ok() { 0 } else { -1 }
}

/// `PyErr_BadInternalCall`.
#[cfg(any(not(Py_3_13), Py_LIMITED_API))]
#[inline]
fn bad_argument() -> c_int {
    // SAFETY: set when the interpreter was initialised and not changed while it runs.
    let class = unsafe { ffi::PyExc_SystemError };
    // SAFETY: attached, as the callers are; a C string, which is copied.
    unsafe { ffi::PyErr_SetString(class, c"bad argument to internal function".as_ptr()) };
    -1
}

/// `PyDict_Pop`, over the private function that the method `pop` calls.
///
/// # Safety
/// The thread is attached; `result` can be written to.
#[cfg(any(not(Py_3_13), Py_LIMITED_API))]
#[expect(non_snake_case, reason = "the name that C has for it")]
#[inline]
pub(super) unsafe fn PyDict_Pop(
    dict: *mut ffi::PyObject,
    key: *mut ffi::PyObject,
    result: *mut *mut ffi::PyObject,
) -> c_int {
    #[cfg(Py_LIMITED_API)]
    use super::stable::_PyDict_Pop;
    #[cfg(not(Py_LIMITED_API))]
    crate::raw::libpython! {
        fn _PyDict_Pop(
            dict: *mut ffi::PyObject,
            key: *mut ffi::PyObject,
            default: *mut ffi::PyObject,
        ) -> *mut ffi::PyObject;
    }

    // SAFETY: the caller's place for the result.
    unsafe { *result = core::ptr::null_mut() };
    // SAFETY: attached; the check reads the type.
    if unsafe { ffi::PyDict_Check(dict) } == 0 {
        return bad_argument();
    }
    // A default that nobody else knows says that the key was not there, without a KeyError that could be another's.
    // SAFETY: attached; a new reference or NULL.
    let missing = unsafe { ffi::PyDict_New() };
    // SAFETY: the contract above.
    let Ok(missing) = (unsafe { super::results::new(missing) }) else {
        return -1;
    };
    // SAFETY: attached, a dict; a new reference or NULL.
    let value = unsafe { _PyDict_Pop(dict, key, missing.borrow().as_ptr()) };
    // SAFETY: the contract above.
    match unsafe { super::results::new(value) } {
        Err(_) => -1,
        Ok(value) if core::ptr::eq(value.borrow().as_ptr(), missing.borrow().as_ptr()) => 0,
        Ok(value) => {
            // SAFETY: the caller's place for the result.
            unsafe { *result = value.into_ptr() };
            1
        }
    }
}

/// `PyMapping_GetOptionalItem`.
///
/// # Safety
/// The thread is attached; `result` can be written to.
#[cfg(not(Py_3_13))]
#[expect(non_snake_case, reason = "the name that C has for it")]
#[inline]
pub(super) unsafe fn PyMapping_GetOptionalItem(
    mapping: *mut ffi::PyObject,
    key: *mut ffi::PyObject,
    result: *mut *mut ffi::PyObject,
) -> c_int {
    // SAFETY: attached; the check reads the type.
    if unsafe { ffi::PyDict_CheckExact(mapping) } != 0 {
        // SAFETY: the caller's.
        return unsafe { ffi::compat::PyDict_GetItemRef(mapping, key, result) };
    }
    // SAFETY: attached; a new reference or NULL.
    let value = unsafe { ffi::PyObject_GetItem(mapping, key) };
    // SAFETY: the caller's place for the result.
    unsafe { *result = value };
    if !value.is_null() {
        return 1;
    }
    // SAFETY: set when the interpreter was initialised and not changed while it runs.
    let missing = unsafe { ffi::PyExc_KeyError };
    // SAFETY: attached, and an exception is set.
    if unsafe { ffi::PyErr_ExceptionMatches(missing) } == 0 {
        return -1;
    }
    // SAFETY: attached.
    unsafe { ffi::PyErr_Clear() };
    0
}

/// `PyMapping_HasKeyWithError`.
///
/// # Safety
/// The thread is attached.
#[cfg(not(Py_3_13))]
#[expect(non_snake_case, reason = "the name that C has for it")]
#[inline]
pub(super) unsafe fn PyMapping_HasKeyWithError(mapping: *mut ffi::PyObject, key: *mut ffi::PyObject) -> c_int {
    let mut value = core::ptr::null_mut();
    // SAFETY: attached; a place for the result.
    let found = unsafe { PyMapping_GetOptionalItem(mapping, key, &raw mut value) };
    // SAFETY: a new reference, or NULL.
    drop(unsafe { super::refs::NewRef::from_ptr(value) });
    found
}
