//! What every handle is made of: the pointer and, with the ledger on, who made it.
#![expect(unsafe_code, reason = "leaves the question of threads to the handles")]

use core::ptr::NonNull;

use crate::hook::Tag;
use crate::raw::PyObject;

/// A pointer to a live object with the ledger's tag. It owns nothing by itself: whether it stands for a reference is
/// said by the handle around it. One pointer when the ledger is off, to the compiler too: it stays in a register.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "ledger", repr(C))]
#[cfg_attr(not(feature = "ledger"), repr(transparent))]
pub(super) struct Handle {
    pub(super) object: NonNull<PyObject>,
    pub(super) tag: Tag,
}

// SAFETY: a pointer and a number that own nothing. On which threads something may be done with them is said by the
// handle around them, once, so that the compiler also says it once; each handle asserts what it is.
unsafe impl Send for Handle {}
// SAFETY: as above.
unsafe impl Sync for Handle {}

#[cfg(not(feature = "ledger"))]
const _: () = assert!(size_of::<Handle>() == size_of::<*mut PyObject>());
const _: () = assert!(size_of::<Handle>() == size_of::<Option<Handle>>());
