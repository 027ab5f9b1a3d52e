//! Where values belong that only their own thread may drop, and how they get there.
//!
//! The invariant that it rests on: **a value of a home is touched by the home's thread only; or, if its maker allows it
//! heirs, once that thread has ended, by the one thread that is settling the home.**
//!
//! A home has no lock: what is left for it is on a stack that an exchange pushes to, so a child process that is forked in
//! the middle finds it whole.
#![expect(unsafe_code, reason = "carries values to their thread through raw pointers; puts exceptions aside")]

use core::cell::Cell;
use core::fmt;
use core::ptr;
use core::sync::atomic::{AtomicBool, AtomicPtr, AtomicU64, AtomicUsize, Ordering::SeqCst};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use crate::raw::{self, SavedException};
use crate::token;

use super::surface::{Kept, lost};

/// A thread that values belong to.
pub(super) struct Home {
    /// Never given twice, unlike the address of a home or the system's number of a thread.
    id: u64,
    pub(super) thread: ThreadName,
    /// What was dropped elsewhere.
    left: AtomicPtr<Node>,
    /// The thread has ended, or is ending.
    ended: AtomicBool,
    /// Some frame is settling, and will see what is left meanwhile.
    settling: AtomicBool,
}

struct Node {
    value: Box<dyn Value>,
    heirs: bool,
    next: *mut Node,
}

/// Anything, as what it is only to be dropped.
trait Value {}
impl<T> Value for T {}

// SAFETY: other threads push nodes, and drop none but as the module's invariant says.
unsafe impl Send for Home {}
// SAFETY: as above; the rest is atomic.
unsafe impl Sync for Home {}

/// A thread, as errors name it: by its name in Rust, if it has one, and by what `threading.get_ident()` says there.
///
/// ```
/// # owned::Python::initialize();
/// use owned::foreign::HomeBound;
///
/// let bound = HomeBound::new(7);
/// let elsewhere = || bound.get().unwrap_err().to_string(); // it names both threads
/// let message = std::thread::scope(|scope| scope.spawn(elsewhere).join()).unwrap();
/// assert!(message.contains("by thread"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadName {
    name: Option<String>,
    ident: core::ffi::c_ulong,
}

impl ThreadName {
    #[inline]
    pub(super) fn current() -> Self {
        ThreadName { name: thread::current().name().map(str::to_owned), ident: raw::thread_ident() }
    }
}

impl fmt::Display for ThreadName {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(f, "'{name}' (ident {})", self.ident),
            None => write!(f, "{}", self.ident),
        }
    }
}

/// Values that were dropped away from their home.
///
/// ```
/// # owned::Python::initialize();
/// use owned::foreign::{HomeBound, pending};
///
/// let bound = HomeBound::new(7);
/// std::thread::scope(|scope| scope.spawn(|| assert_eq!(pending().waiting, 0)).join()).unwrap();
/// std::thread::spawn(move || {
///     drop(bound); // the thread that made it is to drop it
///     assert_eq!(pending().waiting, 1);
/// })
/// .join()
/// .unwrap();
/// assert_eq!(pending().waiting, 0); // it has come by
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pending {
    /// So many wait for their thread to come by. In a forked child, those of threads that it has not got wait for ever.
    pub waiting: usize,
    /// Of so many the thread has ended: they are kept for good, since nobody may drop them any more.
    pub stranded: usize,
}

static WAITING: AtomicUsize = AtomicUsize::new(0);
static STRANDED: AtomicUsize = AtomicUsize::new(0);

/// Counts the values of [`HomeBound`](super::HomeBound)s that were dropped on other threads than their own and are still
/// there, after this thread has dropped those that are its own.
///
/// ```
/// let pending = owned::foreign::pending();
/// assert_eq!((pending.waiting, pending.stranded), (0, 0)); // nothing was dropped on another thread
/// ```
#[inline]
pub fn pending() -> Pending {
    settle_here();
    Pending { waiting: WAITING.load(SeqCst), stranded: STRANDED.load(SeqCst) }
}

/// Ends the home with its thread.
struct Resident(Arc<Home>);

thread_local! {
    /// The id of this thread's home, 0 before it has one. Without a destructor, so that it is there to the end.
    static HERE: Cell<u64> = const { Cell::new(0) };
    static RESIDENT: Resident = Resident(Arc::new(Home::new(false)));
}

impl Drop for Resident {
    #[inline]
    fn drop(&mut self) {
        self.0.ended.store(true, SeqCst);
        self.0.settle();
    }
}

impl Home {
    #[inline]
    fn new(ended: bool) -> Self {
        static IDS: AtomicU64 = AtomicU64::new(1);
        let id = HERE.get();
        let id = if id == 0 { IDS.fetch_add(1, SeqCst) } else { id };
        HERE.set(id);
        token::at_each_attach(|_| settle_here());
        Home {
            id,
            thread: ThreadName::current(),
            left: AtomicPtr::new(ptr::null_mut()),
            ended: AtomicBool::new(ended),
            settling: AtomicBool::new(false),
        }
    }

    /// This thread's. What is made while the thread's variables are being destroyed has a home that has ended.
    #[inline]
    pub(super) fn current() -> Arc<Self> {
        RESIDENT.try_with(|resident| Arc::clone(&resident.0)).unwrap_or_else(|_| Arc::new(Home::new(true)))
    }

    /// Whether this is its thread.
    #[inline]
    pub(super) fn is_here(&self) -> bool {
        HERE.get() == self.id
    }

    /// Whether this thread may touch a value of the home's. One that may have heirs is out of reach once the thread is
    /// ending, also for the destructors that run then: an heir may be at it.
    #[inline]
    pub(super) fn admits(&self, heirs: bool) -> bool {
        self.is_here() && !(heirs && self.ended.load(SeqCst))
    }

    /// Whether nothing was left here, as far as this thread can tell.
    #[inline]
    pub(super) fn is_settled(&self) -> bool {
        self.left.load(SeqCst).is_null()
    }

    /// Leaves a value to the home, from another thread.
    pub(super) fn leave<T: 'static>(&self, value: T, heirs: bool) {
        WAITING.fetch_add(1, SeqCst);
        let node = Box::into_raw(Box::new(Node { value: Box::new(value), heirs, next: ptr::null_mut() }));
        let mut head = self.left.load(SeqCst);
        loop {
            // SAFETY: the node is ours until the exchange below publishes it.
            unsafe { (*node).next = head };
            match self.left.compare_exchange_weak(head, node, SeqCst, SeqCst) {
                Ok(_) => break,
                Err(now) => head = now,
            }
        }
        // Either this sees that the thread has ended, or its last settling sees the node.
        if self.ended.load(SeqCst) {
            self.settle();
        }
    }

    /// Drops what was left. Called on the home's thread, or when that has ended.
    #[cold]
    #[inline]
    pub(super) fn settle(&self) {
        // A destructor may run Python code, in the middle of somebody else's error handling.
        // SAFETY: attached, and so until this function ends.
        let _raised = raw::is_attached().then(|| unsafe { SavedException::take() });
        while !self.is_settled() {
            if self.settling.swap(true, SeqCst) {
                return;
            }
            let mut node = self.left.swap(ptr::null_mut(), SeqCst);
            while !node.is_null() {
                // SAFETY: the exchange made the whole list ours; each node came from `Box::into_raw`.
                let Node { value, heirs, next } = *unsafe { Box::from_raw(node) };
                node = next;
                WAITING.fetch_sub(1, SeqCst);
                if self.is_here() || heirs {
                    // The module's invariant: this is the home's thread; or that has ended, the value may have heirs, and
                    // `settling`, which only this frame has set, keeps every other thread out.
                    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| drop(value))) {
                        lost(Kept::Panic(panic), "dropping a value at home");
                    }
                } else {
                    STRANDED.fetch_add(1, SeqCst);
                    core::mem::forget(value);
                }
            }
            self.settling.store(false, SeqCst);
        }
    }
}

/// Drops what other threads have left for this one.
#[inline]
pub(super) fn settle_here() {
    if HERE.get() != 0 {
        let _ = RESIDENT.try_with(|resident| {
            if !resident.0.is_settled() {
                resident.0.settle();
            }
        });
    }
}
