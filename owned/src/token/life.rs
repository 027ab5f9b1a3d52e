//! The lives of the interpreter: what is done once in each.
#![expect(unsafe_code, reason = "asks the interpreter what it is")]

use core::sync::atomic::{AtomicBool, Ordering::SeqCst};

use crate::{hook, raw};

use super::{Python, other, reaper};

/// Handles of one more life could not be told from those of the first.
pub(super) const TOO_OFTEN: &str = "Python cannot be started again: it was started too often";

/// Whether what is done once in each life was done in this one.
static PREPARED: AtomicBool = AtomicBool::new(false);

pub(super) fn is_prepared() -> bool {
    PREPARED.load(SeqCst)
}

/// What is done once in each life of an interpreter, the first time that any thread is attached to it by us.
pub(crate) fn prepare(py: Python<'_>) {
    // SAFETY: `py` says that the thread is attached.
    if raw::SUBINTERPRETERS && !unsafe { raw::in_main_interpreter() } {
        return other::prepare(py);
    }
    if is_prepared() {
        return;
    }
    // SAFETY: `py` says that the thread is attached.
    unsafe { raw::make_ready() }.unwrap_or_else(|why| panic!("{why}"));
    assert!(!raw::no_more_lives(), "{TOO_OFTEN}");
    if PREPARED.swap(true, SeqCst) {
        return;
    }
    raw::begin_here();
    hook::module_is_called(None);
    reaper::prepare(py);
    // Without a place for it, the end is noticed only if we bring it about. There are 32, one for each binding.
    let _ = raw::at_the_very_end(at_the_very_end);
}

/// Called when nothing is left of the interpreter, whoever has ended it.
pub(super) extern "C" fn at_the_very_end() {
    if PREPARED.swap(false, SeqCst) {
        raw::end_life();
    }
}
