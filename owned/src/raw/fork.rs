//! What is done around a fork.

/// Has `before` called on the thread that forks, and `after` on it and on its copy in the child. False where that cannot be had.
#[cfg(target_os = "linux")]
pub(crate) fn at_fork(before: extern "C" fn(), after: extern "C" fn()) -> bool {
    // SAFETY: functions that live as long as the library, with which they are forgotten.
    unsafe { libc::pthread_atfork(Some(before), Some(after), Some(after)) == 0 }
}

/// As above.
#[cfg(not(target_os = "linux"))]
pub(crate) fn at_fork(_: extern "C" fn(), _: extern "C" fn()) -> bool {
    false
}
