//! How much of this thread's stack is left.
//!
//! Python counts calls, up to ten thousand of them where they go through C, and takes each for a few hundred bytes. A
//! call through Rust can take several thousand, so the stack would be full long before Python says `RecursionError`.

use core::cell::Cell;
use core::sync::atomic::{AtomicUsize, Ordering};

use super::under_lock;

/// Whether each call from C into Rust is counted. An extension module is called by Python code, which the interpreter
/// knows to be running; a program of Rust may call its own functions through C without any.
const COUNTED: bool = cfg!(any(not(owned_extension), Py_LIMITED_API));

/// What is known of a thread's stack.
struct Thread {
    /// The addresses at its end that are kept for finishing, where they begin and how many they are: all addresses
    /// before the system is asked, none where it does not say.
    kept: Cell<(usize, usize)>,
    /// How many calls from C into Rust are on it, if they are counted; otherwise, those that have detached.
    entries: Cell<usize>,
}

/// Where what is free of the stack of the process's main thread begins; no address before that is known. It stays where it is
/// for as long as there is a process, and Linux puts nothing above it: that the stack pointer is there says at once that
/// there is room. No variable of the thread is looked up, which is a call in a shared library, and more than all else that
/// an entry costs.
static MAIN: AtomicUsize = AtomicUsize::new(usize::MAX);

/// Where the upper part of the stack of the process's main thread begins, of which any amount may be used while nobody counts; no
/// address before that is known.
static UPPER: AtomicUsize = AtomicUsize::new(usize::MAX);

thread_local! {
    /// A constant without a destructor, so it is there while the thread is torn down.
    static THREAD: Thread = const { Thread { kept: Cell::new((0, usize::MAX)), entries: Cell::new(0) } };
}

/// Whether what is left of this thread's stack is kept for finishing: no more Rust may be entered from Python.
///
/// Always false where the system does not tell the size of a stack: there Python's own count has to do.
///
/// # Safety
/// This thread is attached.
#[inline]
pub(crate) unsafe fn stack_is_nearly_full() -> bool {
    let here = here();
    // SAFETY: the caller's.
    here < unsafe { under_lock::number(&MAIN) } && keeps(here)
}

/// Whether most of this thread's stack is free. It may be and this says no: of the process's main thread alone it is known at once.
///
/// # Safety
/// This thread is attached.
#[inline(always)]
pub(crate) unsafe fn stack_is_nearly_empty() -> bool {
    // SAFETY: the caller's.
    here() >= unsafe { under_lock::number(&UPPER) }
}

/// Counts what C has called, which runs now, until it has [`left`]. Nothing unwinds in between.
#[inline(always)]
pub(crate) fn entered() {
    if COUNTED {
        count(1);
    }
}

/// The end of what has [`entered`].
#[inline(always)]
pub(crate) fn left() {
    if COUNTED {
        count(-1);
    }
}

#[inline(always)]
fn count(by: isize) {
    THREAD.with(|thread| thread.entries.set(thread.entries.get().wrapping_add_signed(by)));
}

/// Has this thread, which is about to detach, counted as called from C if it is: the interpreter cannot be asked meanwhile.
pub(crate) struct Aside(bool);

impl Aside {
    /// # Safety
    /// Attached.
    #[inline]
    pub(crate) unsafe fn new() -> Self {
        // SAFETY: the caller's.
        let counts = !COUNTED && unsafe { runs_python() };
        if counts {
            count(1);
        }
        Aside(counts)
    }
}

impl Drop for Aside {
    #[inline]
    fn drop(&mut self) {
        if self.0 {
            count(-1);
        }
    }
}

/// Whether C, on this thread, has called the Rust code that runs.
#[cold]
pub(crate) fn called_from_c() -> bool {
    // SAFETY: attached.
    THREAD.with(|thread| thread.entries.get() > 0) || (!COUNTED && super::is_attached() && unsafe { runs_python() })
}

/// # Safety
/// Attached.
unsafe fn runs_python() -> bool {
    // SAFETY: attached; reads a pointer of the thread's.
    !unsafe { pyo3_ffi::PyEval_GetGlobals() }.is_null()
}

/// An address at the end of what is in use of the stack. A program may have moved to a stack of its own (a
/// coroutine's, say), of which nothing is known: that is nowhere in what is kept.
#[inline(always)]
fn here() -> usize {
    // Stacks grow downwards wherever Python runs.
    let local = core::mem::MaybeUninit::<u8>::uninit();
    core::ptr::from_ref(&local).addr()
}

/// [`Thread::keeps`] of this one. A function of its own, since only so the look-up is what a compiled library makes of it.
#[inline(never)]
fn keeps(address: usize) -> bool {
    THREAD.with(|thread| thread.keeps(address))
}

impl Thread {
    #[inline]
    fn keeps(&self, address: usize) -> bool {
        let (lowest, size) = self.kept.get();
        address.wrapping_sub(lowest) < size && self.keeps_once_asked(address)
    }

    #[cold]
    fn keeps_once_asked(&self, address: usize) -> bool {
        if self.kept.get().1 == usize::MAX {
            self.kept.set((0, 0));
            let found = if is_main() { find_main(address) } else { None };
            if let Some(Found { lowest, size }) = found.or_else(find) {
                // A quarter of the stack is kept, and never more than this: room for Python to build and handle the
                // error.
                let kept = (size / 4).min(256 * 1024);
                self.kept.set((lowest, kept));
                // The thread that has forked is its child's main thread, on a stack among those of others.
                if (lowest..lowest + size).contains(&program_name()) {
                    // The upper part, which is what the system kept free for it when the process began: where the limit
                    // has been raised since, there may be another thread's stack below.
                    MAIN.store(lowest + size - (size - kept).min(64 << 20), Ordering::Relaxed);
                    UPPER.store(lowest + size - (size / 4).min(512 << 10), Ordering::Relaxed);
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

#[cfg(not(target_os = "linux"))]
fn program_name() -> usize {
    0
}

#[cfg(not(target_os = "linux"))]
fn find_main(_: usize) -> Option<Found> {
    None
}

#[cfg(target_os = "linux")]
fn is_main() -> bool {
    // SAFETY: takes nothing and cannot fail.
    let thread = unsafe { libc::syscall(libc::SYS_gettid) };
    // SAFETY: as above.
    thread == i64::from(unsafe { libc::getpid() })
}

/// Where the name is that the program was started by, which is on the process's first stack; 0 if it is not known.
#[cfg(target_os = "linux")]
fn program_name() -> usize {
    // SAFETY: asks what the process was started with.
    unsafe { libc::getauxval(libc::AT_EXECFN) as usize }
}

/// The main thread's, on which this address is, by what the kernel has put at its upper end: the name that the program was
/// started by. `pthread_getattr_np` reads the map of all the process's memory for that, more than the rest of an import
/// costs. `None` where the stack is of another kind.
#[cfg(target_os = "linux")]
fn find_main(address: usize) -> Option<Found> {
    /// The kernel keeps twice as much free below a stack, whatever its limit was when the program began.
    const LARGEST: u64 = 64 << 20;

    let name = program_name();
    if name == 0 {
        return None;
    }
    // SAFETY: a C string that is there as long as the process.
    let length = unsafe { libc::strlen(core::ptr::with_exposed_provenance(name)) };
    // Started by hand, the dynamic loader names the program among the arguments instead, which are before the environment, and
    // that can be as large as what is kept: so that page must be the last.
    // SAFETY: takes a number, and says -1 of one that it does not know.
    let page = usize::try_from(unsafe { libc::sysconf(libc::_SC_PAGESIZE) }).ok()?;
    let end = (name + length + 1).checked_next_multiple_of(page)?;
    if !is_free(end) {
        return None;
    }
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: storage for the answer.
    let asked = unsafe { libc::getrlimit(libc::RLIMIT_STACK, &raw mut limit) };
    if asked != 0 || limit.rlim_cur > LARGEST {
        return None;
    }
    let size = usize::try_from(limit.rlim_cur).ok()?;
    let lowest = end.checked_sub(size)?;
    (lowest..end).contains(&address).then_some(Found { lowest, size })
}

/// Whether there is no memory at the address, at which a page begins.
#[cfg(target_os = "linux")]
fn is_free(address: usize) -> bool {
    let mut answer = 0;
    // SAFETY: asks the system, which has storage for the answer of one page.
    let asked = unsafe { libc::mincore(core::ptr::without_provenance_mut(address), 1, &raw mut answer) };
    asked != 0 && std::io::Error::last_os_error().raw_os_error() == Some(libc::ENOMEM)
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
