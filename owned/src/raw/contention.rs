//! Threads that want the same value at the same time: who has it, and waiting for it. Where there is a GIL nothing of
//! this is left: there a value is in use only by code that has let others run, and waiting for that is not for us.

/// Whether no two threads are attached at the same time.
pub(crate) const HAS_GIL: bool = cfg!(not(Py_GIL_DISABLED));

#[cfg(Py_GIL_DISABLED)]
mod threads {
    use core::ptr;
    use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};
    use core::time::Duration;
    use std::thread;

    use super::super::attached::{restore_thread, save_thread};

    /// Which thread uses a value, and how many times over: of several that look, one of them. A hint that tells a thread
    /// that is in its own way from one that has to wait a moment; nothing is safe because of it.
    #[derive(Debug)]
    pub(crate) struct UsedBy(AtomicUsize);

    /// How often; above it is the thread.
    const COUNT: usize = (1 << 16) - 1;

    thread_local! {
        /// Its address is the thread's alone. No destructor: it is there to the end.
        static HERE: u8 = const { 0 };
    }

    /// This thread, as the upper bits of a hint. (Should an address be longer than that, two threads may look the same.)
    #[inline]
    fn here() -> usize {
        HERE.with(|here| ptr::from_ref(here).addr()) << COUNT.count_ones()
    }

    impl UsedBy {
        /// Also what zeroed memory says.
        pub(crate) const NOBODY: Self = UsedBy(AtomicUsize::new(0));

        /// This thread has begun to use the value.
        #[inline]
        pub(crate) fn enter(&self) {
            let (here, now) = (here(), self.0.load(Relaxed));
            if now == 0 {
                // If somebody is faster, it is he who is known.
                let _ = self.0.compare_exchange(0, here | 1, Relaxed, Relaxed);
            } else if now & !COUNT == here && now & COUNT != COUNT {
                self.0.store(now + 1, Relaxed);
            }
        }

        /// Somebody is about to have used it, and whether he is the last. Said before the value is free: whoever is in
        /// the way later finds no thread here that has left.
        #[inline]
        pub(crate) fn leave(&self, last: impl FnOnce() -> bool) {
            let now = self.0.load(Relaxed);
            if last() {
                self.0.store(0, Relaxed);
            } else if now & !COUNT == here() {
                self.0.store(if now & COUNT == 1 { 0 } else { now - 1 }, Relaxed);
            }
        }

        /// Whether it is not known to be this thread: then it may help to wait.
        #[inline]
        pub(crate) fn is_elsewhere(&self) -> bool {
            self.0.load(Relaxed) & !COUNT != here()
        }
    }

    /// How long a thread waits for another: see [`Patience::wait`].
    #[derive(Debug)]
    pub(crate) struct Patience {
        rounds: u32,
    }

    /// At first the others are only let run.
    const YIELDS: u32 = 32;
    /// Then it sleeps, in the end a millisecond at a time, so often: a second in all, and longer on a busy machine, where
    /// the other has not had its turn either.
    const ROUNDS: u32 = 1024;

    impl Patience {
        #[inline]
        pub(crate) const fn new() -> Self {
            Patience { rounds: 0 }
        }

        /// Waits a moment, detached, so that nobody waits for this thread meanwhile: neither the collector nor whoever
        /// wants a critical section that it is in. Whether it is worth trying again.
        ///
        /// # Safety
        /// The thread is attached.
        #[cold]
        pub(crate) unsafe fn wait(&mut self) -> bool {
            if self.rounds == ROUNDS {
                return false;
            }
            let sleeps = self.rounds.checked_sub(YIELDS);
            self.rounds += 1;
            // SAFETY: attached, by the caller; nothing below touches an object before `restore_thread`.
            let saved = unsafe { save_thread() };
            match sleeps {
                None => thread::yield_now(),
                Some(times) => thread::sleep(Duration::from_micros(1 << times.min(10))),
            }
            // SAFETY: put down by this thread, two lines above.
            unsafe { restore_thread(&saved) };
            true
        }
    }
}

#[cfg(not(Py_GIL_DISABLED))]
mod threads {
    /// Nothing: where there is a GIL nobody waits.
    #[derive(Debug)]
    pub(crate) struct UsedBy;

    impl UsedBy {
        pub(crate) const NOBODY: Self = UsedBy;

        #[inline]
        pub(crate) fn enter(&self) {}

        #[inline]
        pub(crate) fn leave(&self, _: impl FnOnce() -> bool) {}

        #[inline]
        pub(crate) fn is_elsewhere(&self) -> bool {
            false
        }
    }

    /// None.
    #[derive(Debug)]
    pub(crate) struct Patience;

    impl Patience {
        #[inline]
        pub(crate) const fn new() -> Self {
            Patience
        }

        /// # Safety
        /// None is needed here.
        #[inline]
        pub(crate) unsafe fn wait(&mut self) -> bool {
            false
        }
    }

    const _: () = assert!(size_of::<UsedBy>() == 0);
}

pub(crate) use threads::{Patience, UsedBy};
