//! C's macros for items and sizes, by the functions.

use core::ptr;

use super::ffi::{self, Py_ssize_t, PyObject};
use super::own_method;

/// As the macro; the object is a tuple.
#[inline]
pub(in crate::raw) unsafe fn PyTuple_GET_SIZE(tuple: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the caller's.
    unsafe { ffi::PyTuple_Size(tuple) }
}

/// As the macro; the object is a tuple, and the index below its size.
#[inline]
pub(in crate::raw) unsafe fn PyTuple_GET_ITEM(tuple: *mut PyObject, index: Py_ssize_t) -> *mut PyObject {
    // SAFETY: the caller's.
    unsafe { ffi::PyTuple_GetItem(tuple, index) }
}

/// As the macro; the object is a list.
#[inline]
pub(in crate::raw) unsafe fn PyList_GET_SIZE(list: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the caller's.
    unsafe { ffi::PyList_Size(list) }
}

/// As the macro; the object is a list, and the index below its size.
#[inline]
pub(in crate::raw) unsafe fn PyList_GET_ITEM(list: *mut PyObject, index: Py_ssize_t) -> *mut PyObject {
    // SAFETY: the caller's.
    unsafe { ffi::PyList_GetItem(list, index) }
}

/// As the macro; the object is a set.
#[inline]
pub(in crate::raw) unsafe fn PySet_GET_SIZE(set: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the caller's.
    unsafe { ffi::PySet_Size(set) }
}

/// As the macro; the object is a float.
#[inline]
pub(in crate::raw) unsafe fn PyFloat_AS_DOUBLE(float: *mut PyObject) -> core::ffi::c_double {
    // SAFETY: the caller's.
    unsafe { ffi::PyFloat_AsDouble(float) }
}

/// What `list.extend` does. NULL with an exception.
pub(in crate::raw) unsafe fn _PyList_Extend(list: *mut PyObject, iterable: *mut PyObject) -> *mut PyObject {
    let class = &raw mut ffi::PyList_Type;
    // SAFETY: attached, by the caller; a static type.
    let Some(extend) = (unsafe { own_method(class, c"extend") }) else { return ptr::null_mut() };
    let extend = extend.borrow().as_ptr();
    // SAFETY: attached; live objects, and NULL at the end.
    unsafe { ffi::PyObject_CallFunctionObjArgs(extend, list, iterable, ptr::null_mut::<PyObject>()) }
}

/// What `dict.pop` does. NULL with an exception.
pub(in crate::raw) unsafe fn _PyDict_Pop(
    dict: *mut PyObject,
    key: *mut PyObject,
    default: *mut PyObject,
) -> *mut PyObject {
    let class = &raw mut ffi::PyDict_Type;
    // SAFETY: attached, by the caller; a static type.
    let Some(pop) = (unsafe { own_method(class, c"pop") }) else { return ptr::null_mut() };
    let pop = pop.borrow().as_ptr();
    // SAFETY: attached; live objects, and NULL at the end.
    unsafe { ffi::PyObject_CallFunctionObjArgs(pop, dict, key, default, ptr::null_mut::<PyObject>()) }
}
