//! Freeing instances, when the last reference goes.
#![expect(unsafe_code, reason = "implements tp_dealloc")]

use crate::err::quietly;
use crate::raw::{self, NewRef, PyObject};
use crate::token::Python;

use super::layout::{Body, Layout};
use super::{Base, Class, State, slots, trashcan};

/// `tp_dealloc`.
pub(super) unsafe extern "C" fn dealloc<C: Class>(object: *mut PyObject) {
    // An instance of a class of Python's has the header also where the class itself needs none.
    // SAFETY: the object holds its type.
    if C::NEEDS_HEADER || unsafe { raw::has_gc_header(object) } {
        // SAFETY: CPython calls attached; it has the header. Untracked first: the collector must not find it half taken apart.
        unsafe { raw::gc_untrack(object) };
    }
    if const { <C as Base>::TRIVIAL } {
        // SAFETY: attached, as above; there is nothing in it to be taken apart.
        unsafe { raw::type_free(object) };
        return;
    }
    // SAFETY: attached, and untracked above; its count is zero, and nobody else sees it.
    let now = |object| unsafe { free::<C>(object) };
    // SAFETY: as above; `now` and `free` are the same, of which the one is inlined here.
    unsafe { trashcan::run(object, now, free::<C>) };
}

/// Takes an instance apart, unless its `__del__` has it kept, and leaves what is raised as it is: a destructor runs in the middle
/// of anything.
///
/// # Safety
/// Attached; an untracked instance whose count is zero.
#[inline(always)]
unsafe fn free<C: Class>(object: *mut PyObject) {
    if const { <C as Base>::FINALIZES } {
        // Here, since what it lets go of can have a `__del__` as well. It sees an object of which the collector knows.
        // SAFETY: attached, by the caller; it has the header, as each instance of a class with a `__del__` does (`NEEDS_HEADER`).
        unsafe { raw::gc_track(object) };
        // SAFETY: tracked by the line above, with a count of zero.
        if unsafe { slots::survives::<C>(object) } {
            return;
        }
        // SAFETY: as above.
        unsafe { raw::gc_untrack(object) };
    }
    if const { <C as Base>::QUIET } {
        // SAFETY: the caller's.
        return unsafe { take_apart::<C>(object) };
    }
    // SAFETY: attached, by the caller.
    let exception = unsafe { raw::SavedException::take() };
    // SAFETY: the caller's.
    unsafe { take_apart::<C>(object) };
    drop(exception);
}

/// # Safety
/// As [`free`].
#[inline]
unsafe fn take_apart<C: Class>(object: *mut PyObject) {
    if Layout::<C>::HAS_WEAKREF {
        // SAFETY: the type declares its list of weak references, and the object is still whole.
        unsafe { raw::clear_weakrefs(object) };
    }
    // SAFETY: attached, by the caller.
    let py = unsafe { Python::assume_attached() };
    // SAFETY: an untracked instance whose count is zero; it is not used again.
    unsafe { C::free(py, object) };
}

/// Drops the part of `C`.
///
/// # Safety
/// Attached; an untracked instance whose count is zero.
pub(super) unsafe fn drop_part<C: Class>(py: Python<'_>, object: *mut PyObject) {
    // SAFETY: the memory is that of an instance.
    let body = unsafe { Body::<C>::of(object) };
    if body.state.present() {
        // SAFETY: present, and with a count of zero nobody else looks; `set_gone` follows at once.
        let inside = unsafe { body.take() };
        body.state.set_gone();
        if const { C::DROPS_QUIETLY } {
            // With a token a slot need not ask whether this thread is attached.
            inside.clear_cells(py);
            drop(inside);
        } else {
            // The object is as good as gone: its class is what a report can name.
            // SAFETY: the object holds its type until its memory is gone.
            let class = raw::type_of(unsafe { raw::BorrowedRef::from_ptr(object) }.expect("not NULL"));
            quietly(py, class, || drop(inside));
        }
    }
    // SAFETY: an instance.
    unsafe { drop_dict::<C>(object) };
}

/// Releases the instance's `__dict__`, if it has one: the place is emptied before the release runs any code.
///
/// # Safety
/// Attached; `object` is an instance of the class.
pub(super) unsafe fn drop_dict<C: Class>(object: *mut PyObject) {
    // SAFETY: an instance, by the caller.
    let Some(place) = (unsafe { Layout::<C>::dict_of(object) }) else {
        return;
    };
    // SAFETY: the place holds NULL or the instance's own reference to its dict.
    let dict = unsafe { place.replace(core::ptr::null_mut()) };
    // SAFETY: that reference, taken out of the place by the line above.
    drop(unsafe { NewRef::from_ptr(dict) });
}
