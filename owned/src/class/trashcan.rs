//! Taking apart long chains without a deep stack: beyond a depth, objects wait until the outermost is done.
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

thread_local! {
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    /// Boxed when first needed, freed when empty again.
    static WAITING: Cell<*mut Waiting> = const { Cell::new(ptr::null_mut()) };
    /// Which interpreter the two above are of, while a deallocation runs.
    static INTERPRETER: Cell<usize> = const { Cell::new(0) };
}

/// Frees `object` by `free`, now or when the deallocations around this one are done.
///
/// # Safety
/// Attached; `object` is untracked, its count is zero, and `free` is right for it.
#[inline]
pub(super) unsafe fn run(object: *mut PyObject, free: Free) {
    if raw::SUBINTERPRETERS && INTERPRETER.get() != raw::here() {
        // SAFETY: the caller's.
        unsafe { run_in_another(object, free) };
        return;
    }
    let depth = DEPTH.get();
    if depth >= LIMIT {
        wait(object, free);
        return;
    }
    DEPTH.set(depth + 1);
    // SAFETY: the caller's.
    unsafe { free(object) };
    DEPTH.set(depth);
    if depth == 0 {
        while let Some((object, free)) = next() {
            DEPTH.set(1);
            // SAFETY: as when it was put there: untracked, count zero, the right function.
            unsafe { free(object) };
            DEPTH.set(0);
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
unsafe fn run_in_another(object: *mut PyObject, free: Free) {
    let interpreter = INTERPRETER.replace(raw::here());
    let (depth, waiting) = (DEPTH.replace(0), WAITING.replace(ptr::null_mut()));
    // SAFETY: the caller's.
    unsafe { run(object, free) };
    WAITING.set(waiting);
    DEPTH.set(depth);
    INTERPRETER.set(interpreter);
}

#[cold]
#[inline]
fn wait(object: *mut PyObject, free: Free) {
    let mut list = WAITING.get();
    if list.is_null() {
        list = Box::into_raw(Box::default());
        WAITING.set(list);
    }
    // SAFETY: the box is this thread's, and no reference into it is alive.
    unsafe { (*list).push((object, free)) };
}

#[inline]
fn next() -> Option<(*mut PyObject, Free)> {
    let list = WAITING.get();
    if list.is_null() {
        return None;
    }
    // SAFETY: the box is this thread's, and no reference into it is alive.
    let item = unsafe { (*list).pop() };
    if item.is_none() {
        WAITING.set(ptr::null_mut());
        // SAFETY: made by `Box::into_raw` and just taken out of the thread-local.
        drop(unsafe { Box::from_raw(list) });
    }
    item
}
