//! Freeing instances, when the last reference goes.
#![expect(unsafe_code, reason = "implements tp_dealloc")]

use crate::err::quietly;
use crate::raw::structs::{Py_tp_free, PyTypeObject, freefunc};
use crate::raw::{self, NewRef, PyObject};
use crate::token::Python;

use super::layout::{Body, Layout};
use super::{Class, State, trashcan};

/// `tp_dealloc`.
pub(super) unsafe extern "C" fn dealloc<C: Class>(object: *mut PyObject) {
    // SAFETY: CPython calls attached, for a tracked object whose count is zero. Untracked first: the collector must
    // not find it half taken apart.
    unsafe { raw::gc_untrack(object.cast()) };
    // SAFETY: the object waits for `free` and is seen by nobody else.
    unsafe { trashcan::run(object, free::<C>) };
}

/// Takes an instance apart.
///
/// # Safety
/// Attached; an untracked instance whose count is zero.
unsafe fn free<C: Class>(object: *mut PyObject) {
    // SAFETY: CPython calls attached.
    let py = unsafe { Python::assume_attached() };
    // SAFETY: attached. The user's destructor runs in the middle of anything, so what is raised stays as it is.
    let exception = unsafe { raw::SavedException::take() };
    if Layout::<C>::WEAKLIST.is_some() {
        // SAFETY: the type declares its list of weak references, and the object is still whole.
        unsafe { raw::clear_weakrefs(object) };
    }
    // SAFETY: the memory is that of an instance until `tp_free` below.
    let body = unsafe { Body::<C>::of(object) };
    if body.state.present() {
        // SAFETY: present, and with a count of zero nobody else looks; `set_gone` follows at once.
        let inside = unsafe { body.take() };
        body.state.set_gone();
        quietly(py, || drop(inside));
    }
    // SAFETY: an instance.
    unsafe { drop_dict::<C>(object) };
    drop(exception);

    // SAFETY: the object holds its type until the end of this function.
    let class = raw::type_of(unsafe { raw::BorrowedRef::from_ptr(object) }.expect("not NULL")).as_ptr();
    // SAFETY: attached; a live type.
    let free = unsafe { raw::type_slot(class.cast::<PyTypeObject>(), Py_tp_free) };
    // SAFETY: the slot of a type with the collector's flag holds a `freefunc`.
    let free: freefunc = unsafe { core::mem::transmute(free) };
    // SAFETY: the instance was allocated by the same type's `tp_alloc` and is not used again.
    unsafe { free(object.cast()) };
    // SAFETY: an instance of a heap type owns one reference to it, taken by `tp_alloc` and given up here.
    drop(unsafe { NewRef::from_ptr(class) });
}

/// Releases the instance's `__dict__`, if it has one: the place is emptied before the release runs any code.
///
/// # Safety
/// Attached; `object` is an instance of the class.
pub(super) unsafe fn drop_dict<C: Class>(object: *mut PyObject) {
    // SAFETY: an instance, by the caller.
    let Some(place) = (unsafe { Layout::<C>::dict(object) }) else {
        return;
    };
    // SAFETY: the place holds NULL or the instance's own reference to its dict.
    let dict = unsafe { place.replace(core::ptr::null_mut()) };
    // SAFETY: that reference, taken out of the place by the line above.
    drop(unsafe { NewRef::from_ptr(dict) });
}
