//! An object whose destructor calls Python, and the end of the interpreter.
#![expect(unsafe_code, reason = "ends the interpreter, as the program that embeds it does")]
#![allow(unreachable_pub, reason = "an export is `pub`, and a test has no outside")]

use owned::prelude::*;

use crate::support::{child_succeeds, in_child, python};

/// Has a destructor that calls Python.
#[class(weakref)]
pub struct Thing {
    #[field(get, set)]
    held: Option<Py<Any>>,
}

#[methods]
impl Thing {
    #[new]
    #[signature(held = None)]
    fn new(held: Option<Py<Any>>) -> Self {
        Thing { held }
    }
}

impl Drop for Thing {
    /// What a destructor may do at any time, the end of the interpreter included.
    fn drop(&mut self) {
        let _ = Python::try_attach(|py| drop(py.import("sys")));
    }
}

/// In a process of its own: runs this, then ends the interpreter and the process.
#[track_caller]
pub(crate) fn ends_well(test: &str, run: impl FnOnce(Python<'_>) -> Result<()>) {
    if !in_child() {
        child_succeeds(test);
        return;
    }
    python(run);
    finalize();
    println!("child is done");
}

pub(crate) fn finalize() {
    // SAFETY: no thread is attached; this one attaches for good.
    unsafe { pyo3_ffi::PyGILState_Ensure() };
    // SAFETY: attached, on the thread that started the interpreter.
    assert_eq!(unsafe { pyo3_ffi::Py_FinalizeEx() }, 0);
}
