//! Showing the collector an instance, and breaking its cycles.
#![expect(unsafe_code, reason = "implements tp_traverse and tp_clear")]

use core::ffi::{c_int, c_void};

use crate::err::quietly;
use crate::gc::{Stop, Visited, Visitor};
use crate::raw::structs::{inquiry, traverseproc, visitproc};
use crate::raw::{self, BorrowedRef, PyObject};
use crate::token::Python;

use super::dealloc::drop_dict;
use super::layout::{Body, Layout};
use super::{Base as _, Class, State};

/// Whether there is anything in an instance that the collector has to see, besides its class.
const fn holds<C: Class>() -> bool {
    // What a built-in type has in its instances is for that type to say.
    C::NEEDS_HEADER || C::Base::SIZE.is_none()
}

/// The `tp_traverse` of a class, of its own only where it holds something.
pub(super) const fn traverse_of<C: Class>() -> traverseproc {
    if const { holds::<C>() } { traverse::<C> } else { traverse_nothing }
}

/// The `tp_clear` of a class, as its [`traverse_of`].
pub(super) const fn clear_of<C: Class>() -> inquiry {
    if const { holds::<C>() } { clear::<C> } else { clear_nothing }
}

unsafe extern "C" fn traverse_nothing(object: *mut PyObject, visit: visitproc, argument: *mut c_void) -> c_int {
    // SAFETY: the two arguments of this traversal.
    let mut visitor = unsafe { Visitor::new(visit, argument) };
    // SAFETY: the collector passes a live instance.
    match unsafe { show_class(object, &mut visitor) } {
        Ok(()) => 0,
        Err(Stop(stop)) => stop,
    }
}

unsafe extern "C" fn clear_nothing(_: *mut PyObject) -> c_int {
    0
}

/// `tp_traverse`. No Python code runs in it and nothing is counted.
pub(super) unsafe extern "C" fn traverse<C: Class>(
    object: *mut PyObject,
    visit: visitproc,
    argument: *mut c_void,
) -> c_int {
    // SAFETY: the two arguments of this traversal.
    let mut visitor = unsafe { Visitor::new(visit, argument) };
    // SAFETY: the collector passes a live instance.
    match unsafe { show::<C>(object, &mut visitor) } {
        Ok(()) => 0,
        Err(Stop(stop)) => stop,
    }
}

/// # Safety
/// A live instance of the class, during a traversal.
unsafe fn show<C: Class>(object: *mut PyObject, visitor: &mut Visitor<'_>) -> Visited {
    // SAFETY: a live instance.
    unsafe { show_class(object, visitor) }?;
    // SAFETY: a live instance.
    unsafe { C::show(object, visitor) }
}

/// # Safety
/// A live instance, during a traversal.
unsafe fn show_class(object: *mut PyObject, visitor: &mut Visitor<'_>) -> Visited {
    // SAFETY: the object is alive.
    let class = raw::type_of(unsafe { BorrowedRef::from_ptr(object) }.expect("not NULL"));
    // SAFETY: an instance of a heap type owns a reference to it (visited since 3.9).
    unsafe { visitor.object(class.as_ptr()) }
}

/// What the part of `C` owns, without those below.
///
/// # Safety
/// A live instance of the class, during a traversal.
pub(super) unsafe fn show_part<C: Class>(object: *mut PyObject, visitor: &mut Visitor<'_>) -> Visited {
    // SAFETY: a live instance.
    if let Some(place) = unsafe { Layout::<C>::dict_of(object) } {
        // SAFETY: the place is within the instance and holds NULL or a dict.
        let dict = unsafe { *place };
        // SAFETY: the instance owns the reference to its dict.
        unsafe { visitor.object(dict) }?;
    }
    // SAFETY: a live instance.
    let body = unsafe { Body::<C>::of(object) };
    // Under exclusive access nothing is shown, in any pass of this collection: what is inside then counts as held from
    // outside. Whoever has the access holds the object, so none of it is garbage.
    if body.state.visible() {
        // SAFETY: present, and nobody changes it: that would take exclusive access, and an attached thread.
        unsafe { body.shared() }.traverse(visitor)?;
    }
    Ok(())
}

/// `tp_clear`: moves the inside out, then drops it; later calls on the object raise. Under a live borrow it does nothing
/// this time: whoever borrows holds the object, so the collector comes again. The inside of an object that cannot change
/// stays, since anybody may be looking at it without a word; its cells are emptied.
pub(super) unsafe extern "C" fn clear<C: Class>(object: *mut PyObject) -> c_int {
    // SAFETY: the collector calls attached.
    let py = unsafe { Python::assume_attached() };
    // SAFETY: the collector holds the object during this call.
    unsafe { C::clear(py, object) };
    0
}

/// Releases what the part of `C` owns.
///
/// # Safety
/// A live instance of the class, which the collector holds.
pub(super) unsafe fn clear_part<C: Class>(py: Python<'_>, object: *mut PyObject) {
    // SAFETY: a live instance.
    let body = unsafe { Body::<C>::of(object) };
    // SAFETY: the collector holds the object during this call.
    let context = unsafe { BorrowedRef::from_ptr(object) }.expect("the collector passes an object");
    if !C::State::CLEARS {
        // SAFETY: present as long as the object is alive, and nobody changes it.
        let inside = unsafe { body.shared() };
        quietly(py, context, || inside.clear_cells(py));
    } else if body.state.claim() {
        // SAFETY: claimed by the line above; `set_gone` follows at once.
        let inside = unsafe { body.take() };
        body.state.set_gone();
        quietly(py, context, || drop(inside));
    }
    // SAFETY: a live instance.
    if unsafe { may_drop_dict::<C>(object) } {
        // SAFETY: a live instance.
        unsafe { drop_dict::<C>(object) };
    }
}

/// Whether the collector may let go of the instance's `__dict__`. Without a GIL another thread that has found the object
/// may be looking an attribute up right now, between reading the place and counting: the dict, which the collector
/// knows as well, is then emptied by itself, and stays in its place as long as the object. Only an object that is its own
/// `__dict__` must let go, and whoever looks there holds it.
///
/// # Safety
/// A live instance of the class.
unsafe fn may_drop_dict<C: Class>(object: *mut PyObject) -> bool {
    if raw::HAS_GIL {
        return true;
    }
    // SAFETY: a live instance.
    let Some(place) = (unsafe { Layout::<C>::dict_of(object) }) else {
        return false;
    };
    // SAFETY: the place is within the instance and holds NULL or a dict.
    unsafe { *place == object }
}
