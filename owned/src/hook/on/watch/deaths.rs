//! A block of memory is given back: if an instance of a watched class was in it, that one has died, here.
#![expect(unsafe_code, reason = "asks the interpreter where it is")]

use core::ptr::NonNull;
use core::sync::atomic::Ordering::Relaxed;

use crate::raw::{self, Listener, PyObject};

use super::super::{names, place};
use super::tables::Spot;
use super::{AWAKE, watched};

pub(super) static LISTENER: Listener = Listener { freed, moved };

fn freed(block: usize) {
    let Some(numbers) = watched().freed(block) else { return };
    // The lock is free again: to ask where Python is may make an object, and free it.
    let python = if raw::is_attached() {
        // SAFETY: attached, by the line above.
        unsafe { raw::line_in_any_case(names::number) }
    } else {
        None
    };
    let native = place::of_native(|function| watched().takes_apart(function));
    watched().died(&numbers, Spot { native, python });
}

/// An instance is gone, and its class keeps the memory for the next one: as good as given back.
///
/// # Safety
/// Attached; the memory of an instance, which has its type.
#[inline]
pub(crate) unsafe fn memory_is_kept(object: NonNull<PyObject>) {
    if AWAKE.load(Relaxed) {
        // SAFETY: the caller's.
        freed(unsafe { raw::block_of(object.as_ptr()) });
    }
}

fn moved(from: usize, to: usize) {
    watched().moved(from, to);
}
