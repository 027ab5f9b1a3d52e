//! Calls, and what is asked of a module of the standard library where C has a function of its own.

use core::ffi::{CStr, c_int};
use core::ptr;

use super::ffi::{self, Py_ssize_t, PyObject};
use crate::raw::refs::NewRef;

/// Which bit of a number of arguments says that the place before them may be written to.
#[cfg(not(Py_3_12))]
pub(in crate::raw) const PY_VECTORCALL_ARGUMENTS_OFFSET: usize = 1 << (usize::BITS - 1);

/// `PyObject_CallOneArg`.
#[inline]
pub(in crate::raw) unsafe fn PyObject_CallOneArg(callable: *mut PyObject, arg: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's; NULL ends the arguments.
    unsafe { ffi::PyObject_CallFunctionObjArgs(callable, arg, ptr::null_mut::<PyObject>()) }
}

/// `PyObject_CallMethodOneArg`.
#[inline]
pub(in crate::raw) unsafe fn PyObject_CallMethodOneArg(
    object: *mut PyObject,
    name: *mut PyObject,
    arg: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's; NULL ends the arguments.
    unsafe { ffi::PyObject_CallMethodObjArgs(object, name, arg, ptr::null_mut::<PyObject>()) }
}

/// `PyObject_Vectorcall`. Few arguments by position go through a function that makes no tuple of them.
#[cfg(not(Py_3_12))]
pub(in crate::raw) unsafe fn PyObject_Vectorcall(
    callable: *mut PyObject,
    args: *const *mut PyObject,
    count: usize,
    names: *mut PyObject,
) -> *mut PyObject {
    let count = count & !PY_VECTORCALL_ARGUMENTS_OFFSET;
    let end = ptr::null_mut::<PyObject>();
    if names.is_null() {
        // SAFETY: so many arguments, by the caller.
        let given = unsafe { arguments(args, count) };
        match *given {
            // SAFETY: the caller's.
            [] => return unsafe { ffi::PyObject_CallNoArgs(callable) },
            // SAFETY: the caller's; NULL ends the arguments.
            [a] => return unsafe { ffi::PyObject_CallFunctionObjArgs(callable, a, end) },
            // SAFETY: as above.
            [a, b] => return unsafe { ffi::PyObject_CallFunctionObjArgs(callable, a, b, end) },
            // SAFETY: as above.
            [a, b, c] => return unsafe { ffi::PyObject_CallFunctionObjArgs(callable, a, b, c, end) },
            // SAFETY: as above.
            [a, b, c, d] => return unsafe { ffi::PyObject_CallFunctionObjArgs(callable, a, b, c, d, end) },
            _ => {}
        }
    }
    // SAFETY: the caller's.
    unsafe { packed(callable, args, count, names) }.map_or(end, NewRef::into_ptr)
}

/// `PyObject_VectorcallMethod`.
#[cfg(not(Py_3_12))]
pub(in crate::raw) unsafe fn PyObject_VectorcallMethod(
    name: *mut PyObject,
    args: *const *mut PyObject,
    count: usize,
    names: *mut PyObject,
) -> *mut PyObject {
    let count = count & !PY_VECTORCALL_ARGUMENTS_OFFSET;
    let end = ptr::null_mut::<PyObject>();
    if names.is_null() {
        // SAFETY: so many arguments, by the caller, of which the first is the object.
        match *unsafe { arguments(args, count) } {
            // SAFETY: the caller's; NULL ends the arguments.
            [object] => return unsafe { ffi::PyObject_CallMethodObjArgs(object, name, end) },
            // SAFETY: as above.
            [object, a] => return unsafe { ffi::PyObject_CallMethodObjArgs(object, name, a, end) },
            // SAFETY: as above.
            [object, a, b] => return unsafe { ffi::PyObject_CallMethodObjArgs(object, name, a, b, end) },
            _ => {}
        }
    }
    // SAFETY: there is at least the object.
    let object = unsafe { *args };
    // SAFETY: attached; a new reference or NULL.
    let method = unsafe { ffi::PyObject_GetAttr(object, name) };
    // SAFETY: the contract above.
    let Some(method) = (unsafe { NewRef::from_ptr(method) }) else { return end };
    // SAFETY: the arguments behind the object, which the bound method has.
    let rest = unsafe { args.add(1) };
    // SAFETY: the caller's.
    unsafe { PyObject_Vectorcall(method.borrow().as_ptr(), rest, count - 1, names) }
}

/// # Safety
/// So many borrowed objects are there.
#[cfg(not(Py_3_12))]
unsafe fn arguments<'a>(args: *const *mut PyObject, count: usize) -> &'a [*mut PyObject] {
    if count == 0 {
        return &[];
    }
    // SAFETY: the caller's.
    unsafe { core::slice::from_raw_parts(args, count) }
}

/// A call with a tuple and a dict. `None` with an exception.
///
/// # Safety
/// As `PyObject_Vectorcall`.
#[cfg(not(Py_3_12))]
unsafe fn packed(
    callable: *mut PyObject,
    args: *const *mut PyObject,
    count: usize,
    names: *mut PyObject,
) -> Option<NewRef> {
    let named = if names.is_null() {
        0
    } else {
        // SAFETY: a tuple, by the caller.
        unsafe { ffi::PyTuple_Size(names) }.cast_unsigned()
    };
    // SAFETY: so many arguments, by the caller.
    let (given, by_name) = unsafe { arguments(args, count + named) }.split_at(count);
    // SAFETY: attached; a new reference or NULL.
    let tuple = unsafe { ffi::PyTuple_New(count.cast_signed()) };
    // SAFETY: the contract above.
    let tuple = unsafe { NewRef::from_ptr(tuple) }?;
    for (at, &arg) in given.iter().enumerate() {
        // SAFETY: a live argument, to which this is a new reference.
        let arg = unsafe { ffi::Py_NewRef(arg) };
        // SAFETY: a tuple of ours, a place in it, and a reference that it steals.
        unsafe { ffi::PyTuple_SetItem(tuple.borrow().as_ptr(), at.cast_signed(), arg) };
    }
    let mut keywords = None;
    if named > 0 {
        // SAFETY: attached; a new reference or NULL.
        let dict = unsafe { ffi::PyDict_New() };
        // SAFETY: the contract above.
        let dict = unsafe { NewRef::from_ptr(dict) }?;
        for (at, &arg) in by_name.iter().enumerate() {
            // SAFETY: a tuple, and a place in it; borrowed.
            let name = unsafe { ffi::PyTuple_GetItem(names, at.cast_signed()) };
            // SAFETY: attached; a dict, a name and a value, of which it keeps references of its own.
            if unsafe { ffi::PyDict_SetItem(dict.borrow().as_ptr(), name, arg) } != 0 {
                return None;
            }
        }
        keywords = Some(dict);
    }
    let keywords = keywords.as_ref().map_or(ptr::null_mut(), |dict| dict.borrow().as_ptr());
    // SAFETY: attached; a tuple, and a dict or NULL; a new reference or NULL.
    let result = unsafe { ffi::PyObject_Call(callable, tuple.borrow().as_ptr(), keywords) };
    // SAFETY: the contract above.
    unsafe { NewRef::from_ptr(result) }
}

/// A function of a module. `None` with an exception.
///
/// # Safety
/// The thread is attached.
pub(super) unsafe fn of_module(module: &CStr, name: &CStr) -> Option<NewRef> {
    // SAFETY: attached; a C string; a new reference or NULL.
    let module = unsafe { ffi::PyImport_ImportModule(module.as_ptr()) };
    // SAFETY: the contract above.
    let module = unsafe { NewRef::from_ptr(module) }?;
    // SAFETY: attached; a C string; a new reference or NULL.
    let found = unsafe { ffi::PyObject_GetAttrString(module.borrow().as_ptr(), name.as_ptr()) };
    // SAFETY: the contract above.
    unsafe { NewRef::from_ptr(found) }
}

/// `PyObject_LengthHint`.
pub(in crate::raw) unsafe fn PyObject_LengthHint(object: *mut PyObject, default: Py_ssize_t) -> Py_ssize_t {
    let hint = || {
        // SAFETY: attached, by the caller.
        let function = unsafe { of_module(c"operator", c"length_hint") }?;
        // SAFETY: attached; a new reference or NULL.
        let default = unsafe { ffi::PyLong_FromSsize_t(default) };
        // SAFETY: the contract above.
        let default = unsafe { NewRef::from_ptr(default) }?;
        let (function, default) = (function.borrow().as_ptr(), default.borrow().as_ptr());
        // SAFETY: attached; live objects, and NULL at the end; a new reference or NULL.
        let hint = unsafe { ffi::PyObject_CallFunctionObjArgs(function, object, default, ptr::null_mut::<PyObject>()) };
        // SAFETY: the contract above.
        unsafe { NewRef::from_ptr(hint) }
    };
    // SAFETY: attached; -1 with an exception for what is no int.
    hint().map_or(-1, |hint| unsafe { ffi::PyLong_AsSsize_t(hint.borrow().as_ptr()) })
}

/// `PyErr_WarnExplicitObject`.
pub(in crate::raw) unsafe fn PyErr_WarnExplicitObject(
    category: *mut PyObject,
    message: *mut PyObject,
    filename: *mut PyObject,
    line: c_int,
    module: *mut PyObject,
    registry: *mut PyObject,
) -> c_int {
    let warn = || {
        // SAFETY: attached, by the caller.
        let function = unsafe { of_module(c"warnings", c"warn_explicit") }?;
        // SAFETY: attached; a new reference or NULL.
        let line = unsafe { ffi::PyLong_FromLong(line.into()) };
        // SAFETY: the contract above.
        let line = unsafe { NewRef::from_ptr(line) }?;
        // SAFETY: set when the interpreter was initialised and not changed while it runs.
        let category = if category.is_null() { unsafe { ffi::PyExc_RuntimeWarning } } else { category };
        // SAFETY: attached; live objects, which the first NULL ends: with `None` for a module there would be no warning. A new
        // reference or NULL.
        let done = unsafe {
            ffi::PyObject_CallFunctionObjArgs(
                function.borrow().as_ptr(),
                message,
                category,
                filename,
                line.borrow().as_ptr(),
                module,
                registry,
                ptr::null_mut::<PyObject>(),
            )
        };
        // SAFETY: the contract above.
        unsafe { NewRef::from_ptr(done) }
    };
    if warn().is_some() { 0 } else { -1 }
}
