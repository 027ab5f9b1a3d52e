//! The state of one copy of a module: it owns the type objects of the module's classes.
//!
//! Those whose instances have no header are in the state of a second module, that nobody sees (*the shelf*). An instance
//! holds its type, and its type what makes it be found; and the collector cannot see that an instance without a header
//! holds its type. So nothing that such a type holds may lead back to an instance, and a module can: an instance may be
//! one of its attributes. Nothing can be put onto the shelf.
#![expect(unsafe_code, reason = "keeps a box in the memory that Python gives each module")]

use core::cell::UnsafeCell;
use core::ffi::{c_int, c_void};
use core::ptr;

use crate::class::CreatedType;
use crate::err::Result;
use crate::gc::{Stop, Visitor};
use crate::object::Module;
use crate::ptr::{Owned, Py};
use crate::raw::structs::{PyModuleDef, PyModuleDef_HEAD_INIT, visitproc};
use crate::raw::{self, PyObject};

/// Behind the one pointer that is a module's state: NULL until the module is executed, and after it is cleared.
#[derive(Default)]
pub(super) struct State {
    types: Vec<CreatedType>,
    /// The module that has the types without a header, once there is one.
    shelf: Option<Py<Module>>,
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
#[inline]
pub(super) unsafe fn own(module: *mut PyObject, created: CreatedType) {
    // SAFETY: the caller's.
    let state = unsafe { state(module) };
    // SAFETY: a box made by `state`, and nobody else refers into it now.
    unsafe { (*state).types.push(created) };
}

/// The state, made with the first thing that is put into it.
///
/// # Safety
/// As [`own`].
#[inline]
unsafe fn state(module: *mut PyObject) -> *mut State {
    // SAFETY: the caller's.
    let place = unsafe { place(module) }.expect("a module that is executed has its state");
    // SAFETY: the state's memory is the module's own; NULL at first.
    let mut state = unsafe { *place };
    if state.is_null() {
        state = Box::into_raw(Box::default());
        // SAFETY: as above.
        unsafe { *place = state };
    }
    state
}

/// The module's shelf.
///
/// # Errors
/// `MemoryError`.
///
/// # Safety
/// As [`own`].
pub(super) unsafe fn shelf<'py>(module: &Owned<'py, Module>) -> Result<Owned<'py, Module>> {
    static SHELF: Shelf = Shelf(UnsafeCell::new(PyModuleDef {
        m_base: PyModuleDef_HEAD_INIT,
        m_name: c"owned.shelf".as_ptr(),
        m_doc: ptr::null(),
        m_size: SIZE,
        m_methods: ptr::null_mut(),
        m_slots: ptr::null_mut(),
        m_traverse: Some(traverse),
        m_clear: Some(clear),
        m_free: Some(free),
    }));

    let py = module.py();
    // SAFETY: the caller's.
    let state = unsafe { state(module.as_ptr()) };
    // SAFETY: a box made by `state`, and nobody changes it now.
    if let Some(shelf) = unsafe { &(*state).shelf } {
        return Ok(shelf.bind(py).to_owned());
    }
    // SAFETY: attached; a definition that lives for ever, of a module with a state and no phases.
    let shelf = unsafe { raw::module_create(SHELF.0.get()) }?;
    // SAFETY: the function makes a module.
    let shelf = unsafe { Owned::<Module>::from_ref(py, shelf) };
    // SAFETY: as above.
    unsafe { (*state).shelf = Some(shelf.clone().unbind()) };
    Ok(shelf)
}

/// The definition of every shelf.
struct Shelf(UnsafeCell<PyModuleDef>);

// SAFETY: Python writes to the definition (its count, its index) under its own lock; we only pass its address on.
unsafe impl Sync for Shelf {}

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
    if let Some(shelf) = &state.shelf
        && let Err(Stop(stop)) = visitor.handle(shelf)
    {
        return stop;
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
