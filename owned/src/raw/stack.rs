//! How much of this thread's stack is left.
//!
//! Python counts calls, up to ten thousand of them where they go through C, and takes each for a few hundred bytes. A
//! call through Rust can take several thousand, so the stack would be full long before Python says `RecursionError`.

/// Whether what is left of this thread's stack is kept for finishing: no more Rust may be entered from Python.
///
/// Always false where the system does not tell the size of a stack: there Python's own count has to do.
pub(crate) fn stack_is_nearly_full() -> bool {
    #[cfg(target_os = "linux")]
    return linux::is_nearly_full();
    #[cfg(not(target_os = "linux"))]
    return false;
}

#[cfg(target_os = "linux")]
mod linux {
    use core::cell::Cell;
    use core::mem::MaybeUninit;
    use core::ptr;

    /// A quarter of the stack is kept, and never more than this: room for Python to build and handle the error.
    const MOST_KEPT: usize = 256 * 1024;

    thread_local! {
        /// The addresses that are kept: from the end of the stack up to the limit. Empty where the system does not say,
        /// `None` before it is asked. A constant without a destructor, so it is there while the thread is torn down.
        static KEPT: Cell<Option<(usize, usize)>> = const { Cell::new(None) };
    }

    pub(super) fn is_nearly_full() -> bool {
        let (lowest, limit) = KEPT.get().unwrap_or_else(|| {
            let kept = find_kept().unwrap_or((0, 0));
            KEPT.set(Some(kept));
            kept
        });
        // Stacks grow downwards on every Linux that Python supports. A program may have moved to a stack of its own
        // (a coroutine's, say), of which nothing is known: that is nowhere between the two.
        let local = 0_u8;
        let here = ptr::from_ref(core::hint::black_box(&local)).addr();
        lowest <= here && here < limit
    }

    /// `None` if the system does not say.
    fn find_kept() -> Option<(usize, usize)> {
        let mut attributes = MaybeUninit::<libc::pthread_attr_t>::uninit();
        // SAFETY: this thread's own handle.
        let this = unsafe { libc::pthread_self() };
        // SAFETY: a live thread, and storage for its attributes, which is filled in on success.
        if unsafe { libc::pthread_getattr_np(this, attributes.as_mut_ptr()) } != 0 {
            return None;
        }
        let (mut lowest, mut size) = (ptr::null_mut(), 0);
        // SAFETY: the attributes were filled in by the call above.
        let found = unsafe { libc::pthread_attr_getstack(attributes.as_ptr(), &mut lowest, &mut size) };
        // SAFETY: as above; not used again.
        unsafe { libc::pthread_attr_destroy(attributes.as_mut_ptr()) };
        (found == 0).then(|| (lowest.addr(), lowest.addr() + MOST_KEPT.min(size / 4)))
    }
}
