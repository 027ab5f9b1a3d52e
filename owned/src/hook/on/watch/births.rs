//! An object is made: said by the interpreter, or by the allocator of its class.
//!
//! A class of Python's that is made later has an allocator of its own and is not heard of before somebody looks.
#![expect(unsafe_code, reason = "stands in tp_alloc")]

use crate::raw::structs::{PyTypeObject, allocfunc};
use crate::raw::{self, BorrowedRef, PyObject};

use super::tables::Allocator;
use super::{Family, watched, whose};

/// The interpreter says that an object is made. Its type is there, and nothing else.
pub(super) fn born(object: *mut PyObject) {
    if raw::is_of_core_type(object) {
        return; // Most are.
    }
    // SAFETY: an object that is just made.
    let (class, block) = unsafe { whose(object) };
    let family = Family::of(class);
    // SAFETY: an object holds its type.
    let again = unsafe { raw::has_finalizer(class) };
    watched().born(&family, block, again);
}

/// Ours, in `tp_alloc`. As a value, so that it is compared as one.
const OURS: allocfunc = alloc;

unsafe extern "C" fn alloc(class: *mut PyTypeObject, items: isize) -> *mut PyObject {
    let family = Family::of(class);
    let former = former(class);
    // SAFETY: as CPython calls it.
    let object = unsafe { former(class, items) };
    if !object.is_null() {
        // SAFETY: an object that is just made.
        let (_, block) = unsafe { whose(object) };
        watched().born(&family, block, false);
    }
    object
}

/// The allocator that stood where ours is, in the class itself, or in the nearest base that it was inherited from.
fn former(class: *mut PyTypeObject) -> allocfunc {
    let watched = watched();
    let mut found = None;
    // SAFETY: attached, and a live type.
    unsafe {
        raw::each_ancestor(class, |base| {
            found = found.or_else(|| watched.allocators.get(&base).map(|one| one.former));
        })
    };
    found.unwrap_or(raw::GENERIC_ALLOC)
}

/// Puts ours in front of a class's allocator, unless it is there.
pub(super) fn adopt(class: BorrowedRef<'_>, block: Option<usize>) {
    let class = class.as_ptr().cast::<PyTypeObject>();
    // SAFETY: a live type, by the caller.
    let former = unsafe { raw::allocator_of(class) };
    let mut watched = watched();
    let placed = watched.allocators.get(&class.addr()).is_some_and(|one| one.placed);
    if placed || former as usize == OURS as usize {
        return; // Inherited, or below what somebody else has put there.
    }
    watched.allocators.insert(class.addr(), Allocator { former, placed: true });
    watched.know(class.addr(), block);
    // SAFETY: attached; ours calls what was there.
    unsafe { raw::set_allocator(class, OURS) };
}

/// Takes ours out again where nothing is watched any more, if it is in its place. What was there stays known: a class that
/// was derived meanwhile may have inherited ours.
pub(super) fn release(classes: &[usize]) {
    for &address in classes {
        let class = core::ptr::with_exposed_provenance_mut::<PyTypeObject>(address);
        let family = Family::of(class);
        let mut watched = watched();
        if watched.is_watched(&family) {
            continue;
        }
        let Some(one) = watched.allocators.get_mut(&address) else { continue };
        // SAFETY: a class that goes is forgotten: this one is alive.
        if unsafe { raw::allocator_of(class) } as usize == OURS as usize {
            one.placed = false;
            // SAFETY: attached; what stood there before.
            unsafe { raw::set_allocator(class, one.former) };
        }
    }
}
