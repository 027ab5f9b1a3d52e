//! The parts of dates and times, by the properties of C's own types: no Python code runs, whatever a subclass has.

use core::ffi::{CStr, c_int, c_uchar};

use super::ffi::{self, PyObject};
use super::{class_is_static_and_named, field};
use crate::raw::refs::NewRef;

/// The type of the module `datetime` with this name that the object is an instance of, or NULL. Nothing is imported for the
/// question: an object of such a type is there only if its module is.
pub(in crate::raw) unsafe fn datetime_class(object: *mut PyObject, name: &CStr) -> *mut ffi::PyTypeObject {
    // SAFETY: a live object, by the caller.
    let class = unsafe { ffi::Py_TYPE(object) };
    // SAFETY: attached, by the caller; the object holds its type.
    unsafe { find(class, name) }
}

/// # Safety
/// The thread is attached; a live type.
unsafe fn find(class: *mut ffi::PyTypeObject, name: &CStr) -> *mut ffi::PyTypeObject {
    // SAFETY: the caller's.
    if unsafe { class_is_static_and_named(class, Some(c"datetime"), name) } {
        return class;
    }
    // SAFETY: a live type; a tuple of its bases, which it holds, or NULL while it is torn down.
    let bases = unsafe { ffi::PyType_GetSlot(class, ffi::Py_tp_bases) }.cast::<PyObject>();
    if bases.is_null() {
        return core::ptr::null_mut();
    }
    // SAFETY: a tuple.
    for at in 0..unsafe { ffi::PyTuple_Size(bases) } {
        // SAFETY: below the length; borrowed from the tuple, which does not change.
        let base = unsafe { ffi::PyTuple_GetItem(bases, at) };
        // SAFETY: attached; the bases of a live type are live types.
        let found = unsafe { find(base.cast(), name) };
        if !found.is_null() {
            return found;
        }
    }
    core::ptr::null_mut()
}

/// A property of the type of that name.
///
/// # Safety
/// The thread is attached; the object is an instance of the type.
unsafe fn part(object: *mut PyObject, class: &CStr, name: &CStr) -> NewRef {
    // SAFETY: the caller's.
    let class = unsafe { datetime_class(object, class) };
    assert!(!class.is_null(), "an instance has lost its type");
    // SAFETY: attached; a static type of C's, and an instance of it.
    match unsafe { field(class, name, object) } {
        Some(value) => value,
        None => {
            // SAFETY: attached.
            unsafe { ffi::PyErr_Clear() };
            panic!("no memory for a part of a date or time")
        }
    }
}

/// # Safety
/// As [`part`]; the property is an int.
unsafe fn number(object: *mut PyObject, class: &CStr, name: &CStr) -> c_int {
    // SAFETY: the caller's.
    let value = unsafe { part(object, class, name) };
    // SAFETY: attached; an int of 32 bits at most.
    unsafe { ffi::PyLong_AsLong(value.borrow().as_ptr()) as c_int }
}

macro_rules! numbers {
    ($($function:ident: $number:ty = $class:literal $name:literal;)*) => { $(
        #[doc = concat!("`", stringify!($function), "`.")]
        pub(in crate::raw) unsafe fn $function(object: *mut PyObject) -> $number {
            // SAFETY: the caller's.
            unsafe { number(object, $class, $name) as $number }
        }
    )* };
}
numbers! {
    PyDateTime_GET_YEAR: c_int = c"date" c"year";
    PyDateTime_GET_MONTH: c_int = c"date" c"month";
    PyDateTime_GET_DAY: c_int = c"date" c"day";
    PyDateTime_DATE_GET_HOUR: c_int = c"datetime" c"hour";
    PyDateTime_DATE_GET_MINUTE: c_int = c"datetime" c"minute";
    PyDateTime_DATE_GET_SECOND: c_int = c"datetime" c"second";
    PyDateTime_DATE_GET_MICROSECOND: c_int = c"datetime" c"microsecond";
    PyDateTime_DATE_GET_FOLD: c_uchar = c"datetime" c"fold";
    PyDateTime_TIME_GET_HOUR: c_int = c"time" c"hour";
    PyDateTime_TIME_GET_MINUTE: c_int = c"time" c"minute";
    PyDateTime_TIME_GET_SECOND: c_int = c"time" c"second";
    PyDateTime_TIME_GET_MICROSECOND: c_int = c"time" c"microsecond";
    PyDateTime_TIME_GET_FOLD: c_uchar = c"time" c"fold";
    PyDateTime_DELTA_GET_DAYS: c_int = c"timedelta" c"days";
    PyDateTime_DELTA_GET_SECONDS: c_int = c"timedelta" c"seconds";
    PyDateTime_DELTA_GET_MICROSECONDS: c_int = c"timedelta" c"microseconds";
}

/// `PyDateTime_DATE_GET_TZINFO`: borrowed from the object, which does not change.
pub(in crate::raw) unsafe fn PyDateTime_DATE_GET_TZINFO(object: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's.
    unsafe { part(object, c"datetime", c"tzinfo") }.borrow().as_ptr()
}

/// `PyDateTime_TIME_GET_TZINFO`: borrowed from the object, which does not change.
pub(in crate::raw) unsafe fn PyDateTime_TIME_GET_TZINFO(object: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's.
    unsafe { part(object, c"time", c"tzinfo") }.borrow().as_ptr()
}
