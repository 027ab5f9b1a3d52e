//! What is made sure of once, before anything of ours runs.

use super::small_int::digits_fit;

/// Whether the interpreter is as this build takes it to be.
///
/// # Errors
/// What is wrong with it.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn make_ready() -> Result<(), &'static str> {
    // SAFETY: attached, by the caller.
    if unsafe { digits_fit() } { Ok(()) } else { Err("this Python was configured with ints of unusual digits") }
}
