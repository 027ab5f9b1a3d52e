//! Cells and bound methods, by their types and attributes.

use core::ffi::c_int;
use core::ptr;

use super::ffi::{self, PyObject};
use super::kinds::{Kind, type_of_kind};

/// `PyCell_New`.
pub(in crate::raw) unsafe fn PyCell_New(content: *mut PyObject) -> *mut PyObject {
    // SAFETY: attached, by the caller; a type, and its argument or NULL, which ends the arguments.
    unsafe { ffi::PyObject_CallFunctionObjArgs(type_of_kind(Kind::Cell).cast(), content, ptr::null_mut::<PyObject>()) }
}

/// `PyCell_Get`: NULL without an exception if the cell is empty.
pub(in crate::raw) unsafe fn PyCell_Get(cell: *mut PyObject) -> *mut PyObject {
    // SAFETY: attached; a C string; a new reference or NULL.
    let content = unsafe { ffi::PyObject_GetAttrString(cell, c"cell_contents".as_ptr()) };
    // SAFETY: set when the interpreter was initialised and not changed while it runs.
    let empty = unsafe { ffi::PyExc_ValueError };
    // SAFETY: attached, and an exception is set.
    if content.is_null() && unsafe { ffi::PyErr_ExceptionMatches(empty) } != 0 {
        // SAFETY: attached.
        unsafe { ffi::PyErr_Clear() };
    }
    content
}

/// `PyCell_Set`: with NULL it becomes empty.
pub(in crate::raw) unsafe fn PyCell_Set(cell: *mut PyObject, content: *mut PyObject) -> c_int {
    // SAFETY: attached; a C string; NULL deletes.
    unsafe { ffi::PyObject_SetAttrString(cell, c"cell_contents".as_ptr(), content) }
}

/// `PyMethod_New`.
pub(in crate::raw) unsafe fn PyMethod_New(function: *mut PyObject, receiver: *mut PyObject) -> *mut PyObject {
    let class = type_of_kind(Kind::Method).cast();
    // SAFETY: attached, by the caller; a type and its arguments, ended by NULL.
    unsafe { ffi::PyObject_CallFunctionObjArgs(class, function, receiver, ptr::null_mut::<PyObject>()) }
}
