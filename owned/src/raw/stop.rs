//! The end of the interpreter.

use super::ffi;

/// `Py_FinalizeEx`: whether everything that was to be written could be.
///
/// # Safety
/// The thread is attached, on the thread that started the interpreter, and nobody uses the interpreter afterwards.
#[inline]
pub(crate) unsafe fn finalize() -> bool {
    // SAFETY: the caller's.
    unsafe { ffi::Py_FinalizeEx() == 0 }
}

/// Has `function` called at the very end of the interpreter, when nothing of Python's can be called any more. False if
/// the interpreter has no place left for it (it has 32).
#[inline]
pub(crate) fn at_the_very_end(function: extern "C" fn()) -> bool {
    // SAFETY: a function that lives for ever.
    unsafe { ffi::Py_AtExit(Some(function)) == 0 }
}

/// How many other threads the interpreter knows, whether they are attached or not.
///
/// # Safety
/// The thread is attached.
#[cfg(not(Py_LIMITED_API))]
#[inline]
pub(crate) unsafe fn other_threads() -> usize {
    // SAFETY: attached.
    let interpreter = unsafe { ffi::PyInterpreterState_Get() };
    // SAFETY: a live interpreter, which has at least this thread.
    let mut thread = unsafe { ffi::PyInterpreterState_ThreadHead(interpreter) };
    let mut count = 0_usize;
    while !thread.is_null() {
        count += 1;
        // SAFETY: a thread of the interpreter's list; those that end need the lock that this thread has.
        thread = unsafe { ffi::PyThreadState_Next(thread) };
    }
    count.saturating_sub(1)
}

/// The stable ABI does not say: at least one, for all that is known.
///
/// # Safety
/// As above.
#[cfg(Py_LIMITED_API)]
#[inline]
pub(crate) unsafe fn other_threads() -> usize {
    1
}
