//! Context variables, by the module `_contextvars`. (A context is entered by a function of C's alone.)

use core::ffi::{c_char, c_int};
use core::ptr;

use super::calls::of_module;
use super::ffi::{self, PyObject};
use crate::raw::refs::NewRef;

use super::class_is_static_and_named;

/// What a method gives. NULL with an exception.
unsafe fn method(object: *mut PyObject, name: &core::ffi::CStr, arg: *mut PyObject) -> *mut PyObject {
    // SAFETY: attached, by the caller; a C string; a new reference or NULL.
    let name = unsafe { ffi::PyUnicode_FromString(name.as_ptr()) };
    // SAFETY: the contract above.
    let Some(name) = (unsafe { NewRef::from_ptr(name) }) else { return ptr::null_mut() };
    // SAFETY: attached; live objects; the argument or NULL, which ends the arguments.
    unsafe { ffi::PyObject_CallMethodObjArgs(object, name.borrow().as_ptr(), arg, ptr::null_mut::<PyObject>()) }
}

/// The result of a function of the module. NULL with an exception.
unsafe fn call(name: &core::ffi::CStr, arg: *mut PyObject) -> *mut PyObject {
    // SAFETY: attached, by the caller.
    let Some(function) = (unsafe { of_module(c"_contextvars", name) }) else { return ptr::null_mut() };
    // SAFETY: attached; live objects; the argument or NULL, which ends the arguments.
    unsafe { ffi::PyObject_CallFunctionObjArgs(function.borrow().as_ptr(), arg, ptr::null_mut::<PyObject>()) }
}

/// `PyContext_New`.
pub(in crate::raw) unsafe fn PyContext_New() -> *mut PyObject {
    // SAFETY: the caller's.
    unsafe { call(c"Context", ptr::null_mut()) }
}

/// `PyContext_CopyCurrent`.
pub(in crate::raw) unsafe fn PyContext_CopyCurrent() -> *mut PyObject {
    // SAFETY: the caller's.
    unsafe { call(c"copy_context", ptr::null_mut()) }
}

/// `PyContext_Copy`.
pub(in crate::raw) unsafe fn PyContext_Copy(context: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's.
    unsafe { method(context, c"copy", ptr::null_mut()) }
}

/// `PyContextVar_New`, without a default: the library gives none.
pub(in crate::raw) unsafe fn PyContextVar_New(name: *const c_char, _default: *mut PyObject) -> *mut PyObject {
    // SAFETY: attached; a C string, by the caller; a new reference or NULL.
    let name = unsafe { ffi::PyUnicode_FromString(name) };
    // SAFETY: the contract above.
    let Some(name) = (unsafe { NewRef::from_ptr(name) }) else { return ptr::null_mut() };
    // SAFETY: the caller's.
    unsafe { call(c"ContextVar", name.borrow().as_ptr()) }
}

/// `PyContextVar_Get`: 0 and NULL if it has no value and no default.
pub(in crate::raw) unsafe fn PyContextVar_Get(
    variable: *mut PyObject,
    default: *mut PyObject,
    value: *mut *mut PyObject,
) -> c_int {
    // SAFETY: the caller's.
    let found = unsafe { method(variable, c"get", default) };
    // SAFETY: the caller's place for the result.
    unsafe { *value = found };
    if !found.is_null() {
        return 0;
    }
    // SAFETY: set when the interpreter was initialised and not changed while it runs.
    let none = unsafe { ffi::PyExc_LookupError };
    // SAFETY: attached, and an exception is set.
    if unsafe { ffi::PyErr_ExceptionMatches(none) } == 0 {
        return -1;
    }
    // SAFETY: attached.
    unsafe { ffi::PyErr_Clear() };
    0
}

/// `PyContextVar_Set`.
pub(in crate::raw) unsafe fn PyContextVar_Set(variable: *mut PyObject, value: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's.
    unsafe { method(variable, c"set", value) }
}

/// `PyContextVar_Reset`.
pub(in crate::raw) unsafe fn PyContextVar_Reset(variable: *mut PyObject, token: *mut PyObject) -> c_int {
    // SAFETY: the caller's.
    let done = unsafe { method(variable, c"reset", token) };
    // SAFETY: a new reference, or NULL with an exception set.
    if unsafe { NewRef::from_ptr(done) }.is_some() { 0 } else { -1 }
}

macro_rules! checks {
    ($($function:ident = $name:literal;)*) => { $(
        #[doc = concat!("`", stringify!($function), "`.")]
        pub(in crate::raw) unsafe fn $function(object: *mut PyObject) -> c_int {
            // SAFETY: a live object, by the caller; attached.
            c_int::from(unsafe { class_is_static_and_named(ffi::Py_TYPE(object), None, $name) })
        }
    )* };
}
checks! {
    PyContext_CheckExact = c"Context";
    PyContextVar_CheckExact = c"ContextVar";
    PyContextToken_CheckExact = c"Token";
}
