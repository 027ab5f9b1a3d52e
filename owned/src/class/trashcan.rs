//! Taking apart long chains without a deep stack: beyond a depth, objects wait until the outermost is done. Where most of the main
//! thread's stack is free, nothing is counted: the deallocations that go on from there are, when they have used it.
//!
//! CPython's own trashcan is a pair of macros over private functions that changed with every version; this is one list
//! per thread. The thread-local is constant and has no destructor, so it works while the thread is being torn down.
#![expect(unsafe_code, reason = "keeps raw objects between their untracking and their freeing")]

use core::cell::Cell;
use core::ptr;

use crate::raw::{self, PyObject};

/// How deep one deallocation may run inside another. A level costs a few hundred bytes of stack here and as much again
/// in CPython for what lies between two instances.
const LIMIT: usize = 40;

type Free = unsafe fn(*mut PyObject);
type Waiting = Vec<(*mut PyObject, Free)>;

/// What a thread is taking apart.
struct Trash {
    depth: Cell<usize>,
    /// Boxed when first needed, freed when empty again.
    waiting: Cell<*mut Waiting>,
    /// Which interpreter the two above are of, while a deallocation runs.
    interpreter: Cell<usize>,
}

thread_local! {
    /// One variable: in a shared library each look-up is a call.
    static TRASH: Trash =
        const { Trash { depth: Cell::new(0), waiting: Cell::new(ptr::null_mut()), interpreter: Cell::new(0) } };
}

/// Frees `object` by `now`, or, perhaps when the deallocations around this one are done, by `counted`, which does the same.
///
/// # Safety
/// Attached; `object` is untracked, its count is zero, and both are right for it.
#[inline(always)]
pub(super) unsafe fn run(object: *mut PyObject, now: impl FnOnce(*mut PyObject), counted: Free) {
    // SAFETY: the caller's.
    if unsafe { raw::stack_is_nearly_empty() } {
        now(object);
    } else {
        // SAFETY: the caller's.
        unsafe { count(object, counted) };
    }
}

/// # Safety
/// As [`run`].
#[inline(never)]
unsafe fn count(object: *mut PyObject, free: Free) {
    // Looked up once, and out of the closure, which would be a function of its own.
    let trash = TRASH.with(ptr::from_ref);
    // SAFETY: this thread's variable, which has no destructor: it is there as long as the thread is.
    let trash = unsafe { &*trash };
    // SAFETY: the caller's.
    unsafe { trash.run(object, free) };
}

impl Trash {
    /// # Safety
    /// As [`run`].
    #[inline]
    unsafe fn run(&self, object: *mut PyObject, free: Free) {
        if raw::SUBINTERPRETERS && self.interpreter.get() != raw::here() {
            // SAFETY: the caller's.
            unsafe { self.run_in_another(object, free) };
        } else {
            // SAFETY: the caller's.
            unsafe { self.run_here(object, free) };
        }
    }

    /// # Safety
    /// As [`run`], where nothing of another interpreter is being taken apart.
    #[inline]
    unsafe fn run_here(&self, object: *mut PyObject, free: Free) {
        let depth = self.depth.get();
        // A destructor that runs Python code takes any amount of stack, and what goes inside of it as much again.
        // SAFETY: the caller's.
        if depth >= LIMIT || depth > 0 && unsafe { raw::stack_is_nearly_full() } {
            self.wait(object, free);
            return;
        }
        self.depth.set(depth + 1);
        // SAFETY: the caller's.
        unsafe { free(object) };
        self.depth.set(depth);
        if depth == 0 {
            while let Some((object, free)) = self.next() {
                self.depth.set(1);
                // SAFETY: as when it was put there: untracked, count zero, the right function.
                unsafe { free(object) };
                self.depth.set(0);
            }
        }
    }

    /// A destructor can have entered another interpreter, and leave it, or end it, before the outermost deallocation is done.
    /// So what waits there does so for the outermost one there, and is none of the interpreter's around it.
    ///
    /// # Safety
    /// As [`run`].
    #[cold]
    #[inline]
    unsafe fn run_in_another(&self, object: *mut PyObject, free: Free) {
        let interpreter = self.interpreter.replace(raw::here());
        let (depth, waiting) = (self.depth.replace(0), self.waiting.replace(ptr::null_mut()));
        // SAFETY: the caller's.
        unsafe { self.run_here(object, free) };
        self.waiting.set(waiting);
        self.depth.set(depth);
        self.interpreter.set(interpreter);
    }

    #[cold]
    #[inline]
    fn wait(&self, object: *mut PyObject, free: Free) {
        let mut list = self.waiting.get();
        if list.is_null() {
            list = Box::into_raw(Box::default());
            self.waiting.set(list);
        }
        // SAFETY: the box is this thread's, and no reference into it is alive.
        unsafe { (*list).push((object, free)) };
    }

    #[inline]
    fn next(&self) -> Option<(*mut PyObject, Free)> {
        let list = self.waiting.get();
        if list.is_null() {
            return None;
        }
        // SAFETY: the box is this thread's, and no reference into it is alive.
        let item = unsafe { (*list).pop() };
        if item.is_none() {
            self.waiting.set(ptr::null_mut());
            // SAFETY: made by `Box::into_raw` and just taken out of the thread-local.
            drop(unsafe { Box::from_raw(list) });
        }
        item
    }
}
