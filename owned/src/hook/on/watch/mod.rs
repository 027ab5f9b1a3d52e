//! Births and deaths of the instances of classes that are watched, and which line let go: of Rust or C, as far as there is
//! debugging information, with the line of Python that called it; or of Python.
//!
//! A death is heard where the memory of an object is given back (`deaths.rs`), so nothing in a type changes for it, and an
//! object that its finalizer brings back has not died. A birth is heard from the interpreter where it says so, from CPython
//! 3.13 on, and from `tp_alloc` of the class before that (`births.rs`). Objects are known by the address where their memory
//! begins; nothing here is a reference.
//!
//! An instance of a class below a watched one counts as its own, by the method resolution order.
#![expect(unsafe_code, reason = "reads what a type derives from")]

mod births;
mod deaths;
mod tables;

use core::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use crate::hook::{Lives, Refusal};
use crate::raw::structs::PyTypeObject;
use crate::raw::{self, BorrowedRef, PyObject};

pub(crate) use deaths::memory_is_kept;
pub(super) use tables::Watched;

static WATCHED: LazyLock<Mutex<Watched>> = LazyLock::new(Mutex::default);

/// Whether anything is watched: false where nobody ever asked.
static AWAKE: AtomicBool = AtomicBool::new(false);

/// Everything that is watched. Nothing of Python's is called while it is locked: whatever makes or frees an object asks here.
pub(super) fn watched() -> MutexGuard<'static, Watched> {
    WATCHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Begins to count the births and deaths of a class, and of those below it. The number says which count it is, later.
///
/// What is alive already is known after [`seen`] was told of it, with that number.
///
/// # Errors
/// Where births and deaths cannot be heard.
pub(crate) fn watch(class: BorrowedRef<'_>) -> Result<u64, Refusal> {
    if !raw::HAS_GIL {
        return Err(Refusal::NoGil);
    }
    // SAFETY: whoever holds an object is attached.
    if !unsafe { raw::in_main_interpreter() } {
        return Err(Refusal::AnotherInterpreter);
    }
    if raw::is_core_type(class) {
        return Err(Refusal::OfTheInterpreter);
    }
    super::fork::expect();
    let number = watched().begin(class.as_ptr().addr(), block_of_heap_type(class));
    AWAKE.store(true, Relaxed);
    listen();
    if !raw::BIRTHS_ARE_TOLD {
        births::adopt(class, block_of_heap_type(class));
    }
    Ok(number)
}

/// Where the memory of a type begins that can go; `None` for one that is compiled in.
fn block_of_heap_type(class: BorrowedRef<'_>) -> Option<usize> {
    // SAFETY: a live object, which is a type.
    raw::is_heap_type(class).then(|| unsafe { raw::block_of(class.as_ptr()) })
}

/// Others who listen where we do may have put back what was there before us.
fn listen() {
    // SAFETY: attached, with a GIL: both were asked when the first class was watched.
    unsafe { raw::hear_frees(&deaths::LISTENER) };
    // SAFETY: attached; no exception is set where a question is answered.
    unsafe { raw::hear_births(births::born) };
}

/// Counts no more under this number. False if there is none such.
pub(crate) fn unwatch(number: u64) -> bool {
    let (known, rest) = watched().end(number);
    if !rest.is_empty() {
        births::release(&rest);
    }
    if known && !watches() {
        AWAKE.store(false, Relaxed);
        // SAFETY: whoever asks is attached.
        unsafe { raw::hear_births_no_more() };
        // SAFETY: as above, with a GIL, or nothing could be watched.
        unsafe { raw::hear_frees_no_more() };
    }
    known
}

/// An object that is alive, as the collector knows it. One that was not known has been made unheard, and is born now; or it
/// was alive when the watch of this number began. Of a class below a watched one births are heard from now on.
pub(crate) fn seen(object: BorrowedRef<'_>, begun: Option<u64>) {
    if !raw::is_of_core_type(object.as_ptr()) {
        // SAFETY: a live object.
        let (class, block) = unsafe { whose(object.as_ptr()) };
        watched().seen(&Family::of(class), block, begun);
    }
    if !raw::BIRTHS_ARE_TOLD && raw::is_type(object) && is_watched(object.as_ptr().cast()) {
        births::adopt(object, block_of_heap_type(object));
    }
}

fn is_watched(class: *mut PyTypeObject) -> bool {
    let family = Family::of(class);
    watched().is_watched(&family)
}

/// Whether any class is watched that is still there.
pub(crate) fn watches() -> bool {
    !watched().is_idle()
}

/// What has been counted so far, by number.
pub(crate) fn lives() -> Vec<Lives> {
    if watches() {
        listen();
    }
    watched().lives()
}

/// The type of an object, and where its memory begins.
///
/// # Safety
/// An object, whole or just made.
unsafe fn whose(object: *mut PyObject) -> (*mut PyTypeObject, usize) {
    // SAFETY: the caller's.
    let class = unsafe { raw::class_of(object) };
    // SAFETY: the caller's.
    (class, unsafe { raw::block_of(object) })
}

/// What is to be known of a class when an instance is made, by addresses.
pub(super) struct Family {
    /// The class, and all that it derives from.
    bases: Vec<usize>,
    /// The functions that take instances apart.
    ends: Vec<usize>,
}

impl Family {
    fn of(class: *mut PyTypeObject) -> Family {
        let (mut bases, mut ends) = (Vec::new(), Vec::new());
        // SAFETY: attached, as whoever has an object is; an object holds its type.
        unsafe { raw::each_base(class, |base| bases.push(base)) };
        // SAFETY: as above.
        unsafe { raw::each_end(class, |function| ends.push(function)) };
        Family { bases, ends }
    }
}
