//! What the debug mode looks at before C is called: the thread, and the object.

use core::mem;
use core::ptr::{self, NonNull};
use core::sync::atomic::{AtomicPtr, Ordering::Relaxed};

use super::ffi;

use super::refs::{BorrowedRef, PyObject};

/// What is done when C is called on a detached thread; nothing while nobody looks.
static REFUSE: AtomicPtr<()> = AtomicPtr::new(ptr::null_mut());

/// From now on each wrapper of C calls `refuse` first if its thread is detached, or, with `None`, none looks.
pub(crate) fn refuse_detached(refuse: Option<fn()>) {
    REFUSE.store(refuse.map_or(ptr::null_mut(), |refuse| refuse as *mut ()), Relaxed);
}

/// A function of C is about to be called.
#[inline]
pub(crate) fn called() {
    let refuse = REFUSE.load(Relaxed);
    if !refuse.is_null() {
        // SAFETY: what `refuse_detached` has put there.
        refuse_if_detached(unsafe { mem::transmute::<*mut (), fn()>(refuse) });
    }
}

#[cold]
#[inline(never)]
fn refuse_if_detached(refuse: fn()) {
    if !super::is_attached() {
        refuse();
    }
}

/// Whether the memory is that of an object which was freed: nothing has a count of 0, and the allocator writes its own over
/// one. What was taken for another object meanwhile looks alive. With `PYTHONMALLOC=debug` freed memory is always known.
///
/// # Safety
/// There was an object, and its memory can still be read: the allocator of small objects gives back a whole arena at once
/// only, so what was freed a moment ago is there, but that is no promise.
pub(crate) unsafe fn looks_freed(object: NonNull<PyObject>) -> bool {
    // SAFETY: the caller's; every bit pattern is a number.
    let word = unsafe { object.cast::<u64>().read_volatile() };
    let overwritten = word == DEAD || word == CLEAN;
    // SAFETY: as above.
    let count = unsafe { ffi::Py_REFCNT(object.as_ptr()) };
    overwritten || count <= 0 || usize::BITS == 64 && is_no_count(word)
}

/// What debug allocators write over freed memory, and over new memory.
const DEAD: u64 = 0xdddd_dddd_dddd_dddd;
const CLEAN: u64 = 0xcdcd_cdcd_cdcd_cdcd;

/// Whether the first word is an address of the allocator's and no count. (On 64 bits.)
#[cfg(not(Py_3_14))]
fn is_no_count(word: u64) -> bool {
    !cfg!(Py_GIL_DISABLED) && word >> 40 != 0
}

/// From 3.14 on there are flags beside the count.
#[cfg(Py_3_14)]
fn is_no_count(_: u64) -> bool {
    false
}

/// `Py_REFCNT`.
///
/// # Safety
/// The object is alive, and the thread attached.
pub(crate) unsafe fn references(object: NonNull<PyObject>) -> usize {
    // SAFETY: the caller's.
    super::refcount(unsafe { BorrowedRef::from_non_null(object) })
}

/// `tp_name` of its type, as text.
///
/// # Safety
/// The object is alive, and the thread attached.
pub(crate) unsafe fn kind_of(object: NonNull<PyObject>) -> String {
    // SAFETY: the caller's.
    super::type_name(super::type_of(unsafe { BorrowedRef::from_non_null(object) }))
}

/// Has `function` called when the interpreter has ended (`Py_AtExit`): it may not call Python. False if there is no room.
pub(crate) fn after_the_end(function: extern "C" fn()) -> bool {
    // SAFETY: a function that lives as long as the library, which is never unloaded.
    unsafe { ffi::Py_AtExit(Some(function)) == 0 }
}
