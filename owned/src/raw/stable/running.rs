//! Code that is compiled, and frames that run it.

use core::ffi::{c_char, c_int};

use super::ffi::{self, PyFrameObject, PyObject};
use crate::raw::refs::NewRef;

/// The flags of a compilation, which the stable ABI knows nothing of: NULL is the only pointer to some.
#[cfg_attr(
    not(feature = "raw"),
    allow(unreachable_pub, reason = "with the feature `raw` a public function takes a pointer to it")
)]
#[repr(C)]
#[derive(Debug)]
pub struct PyCompilerFlags {
    _nothing: [u8; 0],
}

/// `Py_CompileStringObject`, without flags and with the interpreter's own level of optimisation.
pub(in crate::raw) unsafe fn Py_CompileStringObject(
    source: *const c_char,
    filename: *mut PyObject,
    start: c_int,
    _flags: *mut PyCompilerFlags,
    _optimize: c_int,
) -> *mut PyObject {
    // SAFETY: attached; a str; a new reference or NULL.
    let filename = unsafe { ffi::PyUnicode_EncodeFSDefault(filename) };
    // SAFETY: the contract above.
    let Some(filename) = (unsafe { NewRef::from_ptr(filename) }) else {
        return core::ptr::null_mut();
    };
    // SAFETY: attached, and bytes, which live until the end.
    let filename = unsafe { ffi::PyBytes_AsString(filename.borrow().as_ptr()) };
    // SAFETY: attached; two C strings, the first by the caller.
    unsafe { ffi::Py_CompileString(source, filename, start) }
}

/// `PyFrame_GetBack`.
pub(in crate::raw) unsafe fn PyFrame_GetBack(frame: *mut PyFrameObject) -> *mut PyFrameObject {
    // SAFETY: attached; a frame; a new reference or NULL.
    let back = unsafe { ffi::PyObject_GetAttrString(frame.cast(), c"f_back".as_ptr()) };
    // SAFETY: the contract above.
    let back = unsafe { NewRef::from_ptr(back) };
    // What it cannot tell is no frame.
    match back {
        Some(back) if !crate::raw::is_none(back.borrow()) => back.into_ptr().cast(),
        Some(_) => core::ptr::null_mut(),
        None => {
            // SAFETY: attached.
            unsafe { ffi::PyErr_Clear() };
            core::ptr::null_mut()
        }
    }
}

// `pyo3-ffi` shows them with the full API alone, though they are in the stable ABI too.
crate::raw::libpython! {
    pub(in crate::raw) fn PyMarshal_ReadObjectFromString(data: *const c_char, size: ffi::Py_ssize_t) -> *mut PyObject;
    pub(in crate::raw) fn PyMarshal_WriteObjectToString(object: *mut PyObject, version: c_int) -> *mut PyObject;
}
