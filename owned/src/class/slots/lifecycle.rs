//! `__del__`: what an object does before it is taken apart (PEP 442).
#![expect(unsafe_code, reason = "implements tp_finalize")]

use crate::err::{self, Result};
use crate::ptr::Borrowed;
use crate::raw::{self, PyObject, place};
use crate::token::Python;

use super::super::call::this;
use super::super::{Base, Class};
use super::{Slot, table};

/// `__del__`.
pub trait Finalize<C: Class> {
    /// The object is whole, and may be kept.
    fn finalize<'a, 'py>(slf: Borrowed<'a, 'py, C>) -> Result<()>;
}

impl<C: Class> Slot<C> {
    /// `__del__`.
    pub const fn finalize<M: Finalize<C>>() -> Self {
        assert!(
            !C::ADOPTED,
            "an adopted type is taken apart by C, which calls no `__del__`: leave it to C's `tp_dealloc`"
        );
        Slot::of(place::Py_tp_finalize, finalize::<C, M> as *const ())
    }
}

/// `tp_finalize`. What is raised already stays as it is; an error has nobody to go to.
unsafe extern "C" fn finalize<C: Class, M: Finalize<C>>(object: *mut PyObject) {
    // SAFETY: Python calls attached.
    let py = unsafe { Python::assume_attached() };
    // SAFETY: attached.
    let exception = unsafe { raw::SavedException::take() };
    // SAFETY: Python passes a whole instance.
    let object = unsafe { this::<C>(py, object) };
    let slf = object.lend();
    err::quietly(py, slf.raw(), || {
        if let Err(error) = M::finalize(slf) {
            err::write_unraisable(py, error, Some(slf.raw()));
        }
    });
    drop(object);
    drop(exception);
}

/// Calls `__del__` of an object whose count is zero, if the class has it and it was not called before. Whether somebody
/// has kept the object.
///
/// # Safety
/// Attached, in `tp_dealloc`: the count is zero, the object is tracked.
pub(in super::super) unsafe fn survives<C: Class>(object: *mut PyObject) -> bool {
    if !(const { <C as Base>::FINALIZES }) {
        return false;
    }
    // SAFETY: the caller's.
    unsafe { raw::finalize_from_dealloc(object) }
}

/// Whether the class itself has a `__del__`.
pub(in super::super) const fn finalizes<C: Class>() -> bool {
    let (slots, mut at) = (table::all::<C>(), 0);
    while at < slots.len() {
        if slots[at].fills(place::Py_tp_finalize) {
            return true;
        }
        at += 1;
    }
    false
}
