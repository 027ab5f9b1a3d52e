//! Interpreters besides the main one, each with a GIL of its own: from when to when what is kept may be of one of them.
//!
//! No thread of ours is attached to them, so what is left for one by a detached thread waits until somebody is: until a
//! [`Python::detach`] of that interpreter ends, or the interpreter does.
#![expect(unsafe_code, reason = "has the interpreter say that it ends")]

use core::ffi::CStr;
use core::ptr;

use crate::raw::{self, AtExit, PyObject};

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
    // SAFETY: attached, by this thread's own doing; the exception that was set is saved.
    unsafe { raw::at_exit::<Other>() };
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

struct Other;

impl AtExit for Other {
    unsafe fn told() {
        // Everything still works.
        // SAFETY: attached, by the caller.
        drain(unsafe { Python::assume_attached() });
    }
}

/// The interpreter's dict is cleared, the last that it does with objects: attached.
unsafe extern "C" fn ended(_: *mut PyObject) {
    // SAFETY: the interpreter clears its dict with the thread attached.
    drain(unsafe { Python::assume_attached() });
    raw::end_here();
}
