//! The state of one copy of a module: it owns the type objects of the module's classes.
#![expect(unsafe_code, reason = "keeps a box in the memory that Python gives each module")]

use core::ffi::{c_int, c_void};
use core::ptr;

use crate::class::CreatedType;
use crate::gc::{Stop, Visitor};
use crate::raw::structs::visitproc;
use crate::raw::{self, PyObject};

/// Behind the one pointer that is a module's state: NULL until the module is executed, and after it is cleared.
#[derive(Default)]
pub(super) struct State {
    types: Vec<CreatedType>,
}

impl Drop for State {
    /// A class must not be found any more before its type object goes.
    fn drop(&mut self) {
        for created in &self.types {
            created.retire();
        }
    }
}

pub(super) const SIZE: isize = size_of::<*mut State>().cast_signed();

/// # Safety
/// A module with [`SIZE`] bytes of state, or one whose state is not allocated yet; attached.
unsafe fn place(module: *mut PyObject) -> Option<*mut *mut State> {
    // SAFETY: the caller's module is alive.
    let module = unsafe { raw::BorrowedRef::from_ptr(module) }?;
    // SAFETY: a module, by the caller; NULL while it has no state.
    let state = unsafe { raw::module_get_state(module) }.ok()?.cast::<*mut State>();
    (!state.is_null()).then_some(state)
}

/// Gives the module's state one more type to own.
///
/// # Safety
/// A module being executed, whose state is allocated; attached.
pub(super) unsafe fn own(module: *mut PyObject, created: CreatedType) {
    // SAFETY: the caller's.
    let place = unsafe { place(module) }.expect("a module that is executed has its state");
    // SAFETY: the state's memory is the module's own; NULL at first.
    let mut state = unsafe { *place };
    if state.is_null() {
        state = Box::into_raw(Box::default());
        // SAFETY: as above.
        unsafe { *place = state };
    }
    // SAFETY: a box made by this function, and nobody else refers into it now.
    let state = unsafe { &mut *state };
    state.types.push(created);
}

/// `m_traverse`.
pub(super) unsafe extern "C" fn traverse(module: *mut PyObject, visit: visitproc, argument: *mut c_void) -> c_int {
    // SAFETY: the collector passes the module.
    let Some(place) = (unsafe { place(module) }) else {
        return 0;
    };
    // SAFETY: the state's memory is the module's own.
    let state = unsafe { *place };
    // SAFETY: NULL or the box that `own` made.
    let Some(state) = (unsafe { state.as_ref() }) else {
        return 0;
    };
    // SAFETY: the two arguments of this traversal.
    let mut visitor = unsafe { Visitor::new(visit, argument) };
    for created in &state.types {
        if let Err(Stop(stop)) = visitor.handle(created.class()) {
            return stop;
        }
    }
    0
}

/// `m_clear`.
pub(super) unsafe extern "C" fn clear(module: *mut PyObject) -> c_int {
    // SAFETY: the collector passes the module.
    let Some(place) = (unsafe { place(module) }) else {
        return 0;
    };
    // SAFETY: the memory is the module's own; emptied before the types go, which may run code.
    let state = unsafe { place.replace(ptr::null_mut()) };
    if !state.is_null() {
        // SAFETY: made by `Box::into_raw` in `own`, and taken out of its place by the line above.
        drop(unsafe { Box::from_raw(state) });
    }
    0
}

/// `m_free`.
pub(super) unsafe extern "C" fn free(module: *mut c_void) {
    // SAFETY: Python passes the module, once, before its memory goes.
    unsafe { clear(module.cast()) };
}
