//! Objects that live as long as their interpreter, known again by their address.
//!
//! From CPython 3.12 on (PEP 683) some objects are immortal, the names in code among them: until the interpreter ends, no other
//! object is at such an address. So the address, with the number of the interpreter, tells what has been looked at before.
//! Nothing is held, and nothing is read through it.
#![cfg_attr(Py_LIMITED_API, allow(dead_code, reason = "the stable ABI does not say which objects are immortal"))]

use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use super::life::here_attached;
use super::refs::BorrowedRef;
use super::under_lock;

/// Whether there are such objects, and one can see which they are.
pub(crate) const HAS_IMMORTALS: bool =
    cfg!(all(Py_3_12, target_pointer_width = "64", target_endian = "little", not(Py_LIMITED_API)));

/// Where an object is, and in which interpreter: that of an attached thread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Address(usize);

impl Address {
    #[inline(always)]
    pub(crate) fn of(object: BorrowedRef<'_>) -> Self {
        // SAFETY: whoever holds an object is attached.
        Address(object.as_non_null().addr().get() | unsafe { here_attached() })
    }
}

/// A place for the address of one immortal object, or of none.
#[derive(Debug)]
pub(crate) struct Seen(AtomicUsize);

impl Seen {
    pub(crate) const fn nothing() -> Self {
        Seen(AtomicUsize::new(0))
    }

    /// Whether it is that object, which therefore is what it was.
    #[inline(always)]
    pub(crate) fn is(&self, address: Address) -> bool {
        // SAFETY: attached, as whoever has an `Address` is.
        (unsafe { under_lock::number(&self.0) }) == address.0
    }

    /// Keeps the address if the object is immortal.
    pub(crate) fn keep(&self, object: BorrowedRef<'_>) {
        if HAS_IMMORTALS && is_immortal(object) {
            self.0.store(Address::of(object).0, Relaxed);
        }
    }
}

/// Of an attached thread's object.
#[cfg(not(Py_GIL_DISABLED))]
fn is_immortal(object: BorrowedRef<'_>) -> bool {
    // SAFETY: a live object begins with its count, which only attached threads change. Negative is what says it, in 32 bits.
    unsafe { object.as_ptr().cast::<i32>().read() < 0 }
}

/// The same by the count of the thread that made it.
#[cfg(Py_GIL_DISABLED)]
fn is_immortal(object: BorrowedRef<'_>) -> bool {
    // SAFETY: a live object.
    let object = unsafe { &*object.as_ptr() };
    object.ob_ref_local.load(Relaxed) == u32::MAX
}
