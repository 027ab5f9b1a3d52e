//! What only attached threads write, read by attached threads.
//!
//! Where there is one lock, it keeps who reads from who writes: such a place is read as any memory is, in one instruction with what
//! is made of it. Elsewhere it is read atomically, which is an instruction of its own.

use core::sync::atomic::Ordering::SeqCst;
use core::sync::atomic::{AtomicPtr, AtomicUsize};

use super::attached::SUBINTERPRETERS;
use super::contention::HAS_GIL;

/// Whether no two threads of this process are attached at the same time.
const ONE_LOCK: bool = HAS_GIL && !SUBINTERPRETERS;

/// # Safety
/// This thread is attached, and so is whoever writes the place.
#[inline(always)]
pub(super) unsafe fn number(place: &AtomicUsize) -> usize {
    // SAFETY: nobody else is attached, so nobody writes it.
    if ONE_LOCK { unsafe { *place.as_ptr() } } else { place.load(SeqCst) }
}

/// # Safety
/// As [`number`].
#[inline(always)]
pub(super) unsafe fn pointer<T>(place: &AtomicPtr<T>) -> *mut T {
    // SAFETY: as above.
    if ONE_LOCK { unsafe { *place.as_ptr() } } else { place.load(SeqCst) }
}
