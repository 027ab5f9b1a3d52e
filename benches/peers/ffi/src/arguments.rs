//! Numbers and names of arguments: what is usual is read inline, all else by a call.

use std::ffi::{c_int, c_longlong};
use std::ptr::null_mut;

use pyo3_ffi::*;

/// Whether -1 is a failure.
#[inline]
pub(crate) unsafe fn failed(number: c_longlong) -> bool {
    number == -1 && !PyErr_Occurred().is_null()
}

/// -1.0 with an exception set on failure.
#[inline]
pub(crate) unsafe fn as_real(object: *mut PyObject) -> f64 {
    if PyFloat_CheckExact(object) != 0 { PyFloat_AS_DOUBLE(object) } else { PyFloat_AsDouble(object) }
}

#[inline]
pub(crate) unsafe fn no_real(real: f64) -> bool {
    real == -1.0 && !PyErr_Occurred().is_null()
}

/// The place of a name among the interned ones: by its address, and by its text if it is another object.
unsafe fn place_of(names: *const *mut PyObject, count: usize, name: *mut PyObject) -> Option<usize> {
    let by_address = (0..count).find(|&at| *names.add(at) == name);
    let found = by_address.or_else(|| (0..count).find(|&at| PyUnicode_Compare(*names.add(at), name) == 0));
    if found.is_none() {
        PyErr_Format(PyExc_TypeError, c"unexpected keyword argument '%U'".as_ptr(), name);
    }
    found
}

/// Puts arguments in the places of their names; places that none is for stay as they are.
pub(crate) unsafe fn arrange(
    names: *const *mut PyObject,
    required: usize,
    args: *const *mut PyObject,
    given: Py_ssize_t,
    by_name: *mut PyObject,
    places: &mut [*mut PyObject],
) -> c_int {
    let count = places.len();
    if given as usize > count {
        PyErr_Format(PyExc_TypeError, c"takes %zd arguments, %zd were given".as_ptr(), count, given);
        return -1;
    }
    for (at, place) in places.iter_mut().take(given as usize).enumerate() {
        *place = *args.add(at);
    }
    let named = if by_name.is_null() { 0 } else { PyTuple_GET_SIZE(by_name) };
    for at in 0..named {
        let Some(place) = place_of(names, count, PyTuple_GET_ITEM(by_name, at)) else { return -1 };
        if !places[place].is_null() {
            PyErr_Format(PyExc_TypeError, c"argument '%U' was given twice".as_ptr(), *names.add(place));
            return -1;
        }
        places[place] = *args.offset(given + at);
    }
    for (at, place) in places.iter().take(required).enumerate() {
        if place.is_null() {
            PyErr_Format(PyExc_TypeError, c"argument '%U' is missing".as_ptr(), *names.add(at));
            return -1;
        }
    }
    0
}

/// NULL, with a `TypeError` that says what was expected and the type of what came.
pub(crate) unsafe fn expected(what: &str, object: *mut PyObject) -> *mut PyObject {
    let what = std::ffi::CString::new(what).unwrap_or_default();
    PyErr_Format(PyExc_TypeError, c"expected %s, got %.200s".as_ptr(), what.as_ptr(), (*Py_TYPE(object)).tp_name);
    null_mut()
}

/// NULL, with a `TypeError` that says how many arguments were given.
pub(crate) unsafe fn takes_two(given: Py_ssize_t) -> *mut PyObject {
    PyErr_Format(PyExc_TypeError, c"takes 2 arguments, %zd were given".as_ptr(), given);
    null_mut()
}
