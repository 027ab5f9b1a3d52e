//! What an instance of the module has: names that are interned once.

use std::ffi::{CStr, c_int, c_void};

use pyo3_ffi::*;

#[repr(C)]
pub(crate) struct State {
    pub(crate) scaled: [*mut PyObject; 3],
    pub(crate) point: [*mut PyObject; 2],
    pub(crate) holder: [*mut PyObject; 1],
}

const TEXTS: [&CStr; 6] = [c"x", c"y", c"z", c"x", c"y", c"value"];

pub(crate) unsafe fn of(module: *mut PyObject) -> *mut State {
    PyModule_GetState(module).cast()
}

pub(crate) unsafe fn intern_names(module: *mut PyObject) -> c_int {
    let names = of(module).cast::<*mut PyObject>();
    for (at, text) in TEXTS.iter().enumerate() {
        let name = PyUnicode_InternFromString(text.as_ptr());
        if name.is_null() {
            return -1;
        }
        *names.add(at) = name;
    }
    0
}

pub(crate) unsafe extern "C" fn clear_names(module: *mut PyObject) -> c_int {
    let names = of(module).cast::<*mut PyObject>();
    for at in 0..TEXTS.len() {
        Py_CLEAR(names.add(at));
    }
    0
}

pub(crate) unsafe extern "C" fn free_names(module: *mut c_void) {
    clear_names(module.cast());
}
