//! Interpreters besides the main one, each with a GIL of its own: from when to when what is kept may be of one of them.
//!
//! No thread of ours is attached to them, so what is left for one by a detached thread waits until somebody is: until a
//! [`Python::detach`] of that interpreter ends, or the interpreter does.
#![expect(unsafe_code, reason = "has the interpreter say that it ends")]

use core::ffi::CStr;
use core::ptr;

use crate::raw::structs::{METH_NOARGS, PyMethodDef, PyMethodDefPointer};
use crate::raw::{self, PyObject};

use super::{Python, drain};

const NAME: &CStr = c"owned.interpreter";

/// The first time that a thread is attached to this interpreter by us.
///
/// # Panics
/// If there have been too many of them to be told apart.
#[inline]
pub(super) fn prepare(_py: Python<'_>) {
    // Asked first: in the last life that has a number it is the main one's.
    assert!(!raw::too_many(), "too many interpreters have been in this process");
    if raw::has_begun() {
        return;
    }
    raw::begin_here();
    // SAFETY: `_py` says that the thread is attached.
    let exception = unsafe { raw::SavedException::take() };
    // Where either fails (no memory), what is left is not released in time, and the interpreter's number stays taken.
    // SAFETY: attached; the definition is a static that is only read.
    let _ = unsafe { raw::at_exit((&raw const DEFINITION.0).cast_mut()) };
    // SAFETY: attached; the capsule's pointer is not followed.
    if let Ok(end) = unsafe { raw::capsule_new(ptr::dangling_mut(), NAME, Some(ended)) }
        // SAFETY: attached.
        && let Some(dict) = unsafe { raw::interpreter_dict() }
    {
        // SAFETY: attached; the interpreter's dict is a dict, which takes its own reference.
        let _ = unsafe { raw::dict_set_item_string(dict, NAME.as_ptr(), end.borrow()) };
    }
    drop(exception);
}

static DEFINITION: Definition = Definition(PyMethodDef {
    ml_name: c"release_what_is_left".as_ptr(),
    ml_meth: PyMethodDefPointer { PyCFunction: at_exit },
    ml_flags: METH_NOARGS,
    ml_doc: ptr::null(),
});

struct Definition(PyMethodDef);
// SAFETY: constant data that nobody writes to.
unsafe impl Sync for Definition {}

/// Called by the interpreter's `atexit`, attached, while everything still works.
extern "C" fn at_exit(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject {
    // SAFETY: `atexit` calls with the thread attached.
    drain(unsafe { Python::assume_attached() });
    // SAFETY: attached; the reference is handed to the caller.
    unsafe { raw::none() }.into_non_null().as_ptr()
}

/// The interpreter's dict is cleared, the last that it does with objects: attached.
unsafe extern "C" fn ended(_: *mut PyObject) {
    // SAFETY: the interpreter clears its dict with the thread attached.
    drain(unsafe { Python::assume_attached() });
    raw::end_here();
}
