//! What is made sure of once, before anything of ours runs. In the place of `raw/ready.rs`.

use super::learn_kinds;

/// Learns what differs from one interpreter to another.
///
/// # Errors
/// What is wrong with this one.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn make_ready() -> Result<(), &'static str> {
    // SAFETY: attached, by the caller.
    let _exception = crate::raw::error_is_set().then(|| unsafe { crate::raw::SavedException::take() });
    // SAFETY: as above.
    if unsafe { learn_kinds() } {
        return Ok(());
    }
    // SAFETY: as above; the failed call has set the exception.
    drop(unsafe { crate::raw::take_exception() });
    Err("this Python could not make a function, a generator and their like, whose types have to be known")
}
