//! What every handle is made of: the pointer and, with the ledger on, who made it.

use core::ptr::NonNull;

use crate::hook::Tag;
use crate::raw::PyObject;

/// A pointer to a live object with the ledger's tag. It owns nothing by itself: whether it stands for a reference is
/// said by the handle around it. One pointer wide when the ledger is off.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub(super) struct Handle {
    pub(super) object: NonNull<PyObject>,
    pub(super) tag: Tag,
}

#[cfg(not(feature = "ledger"))]
static_assertions::assert_eq_size!(Handle, *mut PyObject);
static_assertions::assert_eq_size!(Handle, Option<Handle>);
