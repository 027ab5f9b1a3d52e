//! How much of this thread's stack is left.
//!
//! Python counts calls, up to ten thousand of them where they go through C, and takes each for a few hundred bytes. A
//! call through Rust can take several thousand, so the stack would be full long before Python says `RecursionError`.

use core::cell::Cell;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicUsize, Ordering};

/// How many calls from C into Rust are on a thread's stack. Counted by whoever enters.
#[repr(align(128))] // apart from what other threads read
pub(crate) struct Entries(AtomicUsize);

/// What is known of a thread's stack.
struct Thread {
    /// The addresses at its end that are kept for finishing, where they begin and how many they are: all addresses
    /// before the system is asked, none where it does not say.
    kept: Cell<(usize, usize)>,
    /// The main thread's entries are in [`MAIN`].
    is_main: Cell<bool>,
    entries: Entries,
}

/// The stack of the process's main thread, which stays where it is for as long as there is a process: that the stack
/// pointer is in it says at once which thread this is, and that there is room. No variable of the thread is looked up,
/// which is a call in a shared library, and more than all else that an entry costs.
struct Main {
    /// Where what is free of it begins, and how many bytes it has; none before it is known.
    free: (AtomicUsize, AtomicUsize),
    entries: Entries,
}

static MAIN: Main = Main { free: (AtomicUsize::new(0), AtomicUsize::new(0)), entries: Entries::new() };

thread_local! {
    /// A constant without a destructor, so it is there while the thread is torn down.
    static THREAD: Thread =
        const { Thread { kept: Cell::new((0, usize::MAX)), is_main: Cell::new(false), entries: Entries::new() } };
}

/// Whether what is left of this thread's stack is kept for finishing: no more Rust may be entered from Python.
///
/// Always false where the system does not tell the size of a stack: there Python's own count has to do.
pub(crate) fn stack_is_nearly_full() -> bool {
    with_room(|_| ()).is_none()
}

/// Runs `f` with this thread's entries, unless its stack is nearly full.
#[inline(always)]
pub(crate) fn with_room<R>(f: impl FnOnce(&Entries) -> R) -> Option<R> {
    let here = here();
    // One place where `f` is called, so that it is inlined.
    let entries = if MAIN.has_room(here) { NonNull::from(&MAIN.entries) } else { asked(here)? };
    // SAFETY: this thread's, which are here until `f` is through; they have no destructor.
    Some(f(unsafe { entries.as_ref() }))
}

/// Runs `f` with this thread's entries, however full its stack is.
#[inline]
pub(crate) fn with_entries<R>(f: impl FnOnce(&Entries) -> R) -> R {
    let here = here();
    if MAIN.has_room(here) {
        return f(&MAIN.entries);
    }
    THREAD.with(|thread| {
        // Once known, it stays known where the entries are.
        thread.keeps(here);
        f(thread.entries())
    })
}

/// An address at the end of what is in use of the stack. A program may have moved to a stack of its own (a
/// coroutine's, say), of which nothing is known: that is nowhere in what is kept.
#[inline(always)]
fn here() -> usize {
    // Stacks grow downwards wherever Python runs.
    let local = core::mem::MaybeUninit::<u8>::uninit();
    core::ptr::from_ref(&local).addr()
}

/// The entries, if there is room: by the thread's own variable. A function of its own, since only so the look-up is what
/// a compiled library makes of it.
#[inline(never)]
fn asked(here: usize) -> Option<NonNull<Entries>> {
    THREAD.with(|thread| (!thread.keeps(here)).then(|| NonNull::from(thread.entries())))
}

impl Entries {
    const fn new() -> Self {
        Entries(AtomicUsize::new(0))
    }

    #[inline(always)]
    pub(crate) fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }

    /// Counts one more. Only its own thread writes.
    #[inline(always)]
    pub(crate) fn enter(&self) {
        self.0.store(self.count() + 1, Ordering::Relaxed);
    }

    /// Counts one less.
    #[inline(always)]
    pub(crate) fn leave(&self) {
        self.0.store(self.count() - 1, Ordering::Relaxed);
    }
}

impl Main {
    #[inline(always)]
    fn has_room(&self, address: usize) -> bool {
        // The size is written last: whoever sees it sees the beginning.
        let size = self.free.1.load(Ordering::Acquire);
        address.wrapping_sub(self.free.0.load(Ordering::Relaxed)) < size
    }

    fn is_free(&self, begin: usize, size: usize) {
        self.free.0.store(begin, Ordering::Relaxed);
        self.free.1.store(size, Ordering::Release);
    }
}

impl Thread {
    /// Asked for after [`Thread::keeps`].
    fn entries(&self) -> &Entries {
        if self.is_main.get() { &MAIN.entries } else { &self.entries }
    }

    #[inline]
    fn keeps(&self, address: usize) -> bool {
        let (lowest, size) = self.kept.get();
        address.wrapping_sub(lowest) < size && self.keeps_once_asked(address)
    }

    #[cold]
    fn keeps_once_asked(&self, address: usize) -> bool {
        if self.kept.get().1 == usize::MAX {
            self.kept.set((0, 0));
            if let Some(Found { lowest, size }) = find() {
                // A quarter of the stack is kept, and never more than this: room for Python to build and handle the
                // error.
                let kept = (size / 4).min(256 * 1024);
                self.kept.set((lowest, kept));
                if is_main() && MAIN.free.1.load(Ordering::Relaxed) == 0 {
                    // The upper part, which is what the system kept free for it when the process began: where the limit
                    // has been raised since, there may be another thread's stack below.
                    let free = (size - kept).min(64 << 20);
                    MAIN.is_free(lowest + size - free, free);
                    self.is_main.set(true);
                }
            }
        }
        let (lowest, size) = self.kept.get();
        address.wrapping_sub(lowest) < size
    }
}

/// A thread's stack.
struct Found {
    lowest: usize,
    size: usize,
}

#[cfg(not(target_os = "linux"))]
fn find() -> Option<Found> {
    None
}

#[cfg(not(target_os = "linux"))]
fn is_main() -> bool {
    false
}

#[cfg(target_os = "linux")]
fn is_main() -> bool {
    // SAFETY: takes nothing and cannot fail.
    let thread = unsafe { libc::syscall(libc::SYS_gettid) };
    // SAFETY: as above.
    thread == i64::from(unsafe { libc::getpid() })
}

/// `None` if the system does not say.
#[cfg(target_os = "linux")]
fn find() -> Option<Found> {
    use core::mem::MaybeUninit;

    let mut attributes = MaybeUninit::<libc::pthread_attr_t>::uninit();
    // SAFETY: this thread's own handle.
    let this = unsafe { libc::pthread_self() };
    // SAFETY: a live thread, and storage for its attributes, which is filled in on success.
    if unsafe { libc::pthread_getattr_np(this, attributes.as_mut_ptr()) } != 0 {
        return None;
    }
    let (mut lowest, mut size) = (core::ptr::null_mut(), 0);
    // SAFETY: the attributes were filled in by the call above.
    let found = unsafe { libc::pthread_attr_getstack(attributes.as_ptr(), &mut lowest, &mut size) };
    // SAFETY: as above; not used again.
    unsafe { libc::pthread_attr_destroy(attributes.as_mut_ptr()) };
    (found == 0).then(|| Found { lowest: lowest.addr(), size })
}
