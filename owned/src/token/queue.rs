//! References let go of on a detached thread, and what else waits for an attached one: kept until some thread is
//! attached and can count.
//!
//! A lock-free stack that cannot lose one: a push is one exchange, a drain takes the whole. It stays usable in a forked
//! child whatever other threads were doing, which a lock would not.
#![expect(unsafe_code, reason = "owns heap nodes through raw pointers in a lock-free stack")]

use core::ptr;
use core::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::hook::Tag;
use crate::raw::{self, LivePointer, NewRef};

use super::{Python, reaper};

struct Node {
    /// The interpreter that it was left in, or for.
    interpreter: usize,
    work: Work,
    next: *mut Node,
}

enum Work {
    /// One strong reference.
    Release(LivePointer, Tag),
    Run(Box<dyn FnOnce(Python<'_>) + Send>),
}

impl Work {
    /// Whether it is to be done in another interpreter, which is there.
    fn is_of_another(&self, interpreter: usize) -> bool {
        match self {
            Work::Release(object, _) => object.now().is_none() && !object.is_over(),
            Work::Run(_) => interpreter != raw::here() && !raw::is_over(interpreter),
        }
    }
}

static HEAD: AtomicPtr<Node> = AtomicPtr::new(ptr::null_mut());
static PENDING: AtomicUsize = AtomicUsize::new(0);

/// How many references, and other things to do, have been left by detached threads and not been seen to yet.
///
/// They are seen to when any [`Python::detach`] ends, at the next [`Python::attach`], and at the latest by a thread
/// that waits for them. Zero, unless a thread is attached for long without a break.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
///
/// let kept = Python::attach(|py| List::empty(py).map(Owned::unbind))?;
/// drop(kept); // this thread is detached: the reference waits
/// Python::attach(|_| ()); // and is released by whoever attaches
/// assert_eq!(owned::pending_releases(), 0);
/// # Ok::<(), PyErr>(())
/// ```
pub fn pending_releases() -> usize {
    PENDING.load(Ordering::SeqCst)
}

/// Hands one strong reference of a detached thread to whoever is attached next.
///
/// # Safety
/// One strong reference to `object` is given up by the caller.
pub(crate) unsafe fn release_later(object: LivePointer, tag: Tag) {
    push(raw::here(), Work::Release(object, tag));
}

/// Has `job` run on whatever thread is attached next, and soon. It sees to its own errors, and does not panic.
pub(crate) fn run_later(job: Box<dyn FnOnce(Python<'_>) + Send>) {
    run_later_in(raw::here(), job);
}

/// As [`run_later`], on a thread that is attached to the interpreter of this number.
pub(crate) fn run_later_in(interpreter: usize, job: Box<dyn FnOnce(Python<'_>) + Send>) {
    push(interpreter, Work::Run(job));
}

/// Whether something waits for an attached thread.
pub(super) fn something_waits() -> bool {
    !HEAD.load(Ordering::SeqCst).is_null()
}

fn push(interpreter: usize, work: Work) {
    PENDING.fetch_add(1, Ordering::SeqCst);
    put(Box::new(Node { interpreter, work, next: ptr::null_mut() }));
    reaper::wake();
}

fn put(node: Box<Node>) {
    let node = Box::into_raw(node);
    let mut head = HEAD.load(Ordering::Relaxed);
    loop {
        // SAFETY: the node is ours until the exchange below publishes it.
        unsafe { (*node).next = head };
        match HEAD.compare_exchange_weak(head, node, Ordering::SeqCst, Ordering::Relaxed) {
            Ok(_) => break,
            Err(now) => head = now,
        }
    }
}

/// Does everything that waits for this interpreter, oldest first. The current exception is left as it was. What was left
/// for an interpreter that has ended is done no more: its objects are out of reach. What waits for another goes on doing so.
pub(crate) fn drain(py: Python<'_>) {
    if HEAD.load(Ordering::Relaxed).is_null() {
        return;
    }
    let mut newest_first = HEAD.swap(ptr::null_mut(), Ordering::SeqCst);
    let (mut nodes, mut of_others) = (Vec::new(), Vec::new());
    while !newest_first.is_null() {
        // SAFETY: the exchange made the whole list ours; each node came from `Box::into_raw`.
        let node = unsafe { Box::from_raw(newest_first) };
        newest_first = node.next;
        if node.work.is_of_another(node.interpreter) { of_others.push(node) } else { nodes.push(node) }
    }
    // Before any code runs: the others may come by, or end, meanwhile.
    while let Some(node) = of_others.pop() {
        put(node);
    }
    // SAFETY: `py` says that the thread is attached.
    let _exception = unsafe { raw::SavedException::take() };
    while let Some(node) = nodes.pop() {
        match node.work {
            Work::Release(object, tag) => match object.now() {
                Some(object) => {
                    tag.released();
                    // SAFETY: the node carries one strong reference, given up by `release_later`; the thread is
                    // attached, to the interpreter that the object is of.
                    drop(unsafe { NewRef::from_non_null(object) });
                }
                None => tag.released(),
            },
            // What it holds can still be of an earlier life, of which using it panics (a waker that somebody kept).
            Work::Run(job) if node.interpreter == raw::here() => drop(catch_unwind(AssertUnwindSafe(|| job(py)))),
            Work::Run(job) => drop(job),
        }
        // Not before: what runs Python code lets other threads in, who may ask whether all is done.
        PENDING.fetch_sub(1, Ordering::SeqCst);
    }
}
