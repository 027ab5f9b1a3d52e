//! Filling a new list or tuple in place, as C does with `PyList_New` and `PyList_SET_ITEM`, while foreign code runs
//! between one item and the next.
//!
//! CPython tracks a new container at once, so `gc.get_objects()`, called by such code, would show it with its places
//! still NULL, and reading one crashes. Here the collector does not know the container before it is whole. Until then
//! nobody can reach it, and dropped half full it releases what it has: `dealloc` skips NULLs.

use super::ffi;

use super::refs::{Failed, NewRef, PyObject};
use super::results;

/// A list of these references, which move in. Nothing runs between one and the next, so it need not be kept from the
/// collector meanwhile.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn list_of(mut items: Vec<NewRef>) -> Result<NewRef, Failed> {
    // SAFETY: attached; a new reference or NULL. Running out of memory is all that can be wrong with the size.
    let list = unsafe { ffi::PyList_New(items.len().cast_signed()) };
    // SAFETY: the contract above.
    let object = unsafe { results::new(list) }?;
    // SAFETY: a live list.
    let places = unsafe { (*list.cast::<ffi::PyListObject>()).ob_item };
    // SAFETY: a `NewRef` is a pointer; a new list has as many places, all NULL, and nobody else looks at it.
    unsafe { places.copy_from_nonoverlapping(items.as_ptr().cast(), items.len()) };
    // SAFETY: they are the list's now.
    unsafe { items.set_len(0) };
    Ok(object)
}

/// A tuple, as [`list_of`].
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn tuple_of(mut items: Vec<NewRef>) -> Result<NewRef, Failed> {
    // SAFETY: attached.
    let (object, places) = unsafe { empty_tuple(items.len()) }?;
    // SAFETY: a `NewRef` is a pointer; a new tuple has as many places, all NULL, and nobody else looks at it.
    unsafe { places.copy_from_nonoverlapping(items.as_ptr().cast(), items.len()) };
    // SAFETY: they are the tuple's now.
    unsafe { items.set_len(0) };
    Ok(object)
}

/// A tuple of as many references as are written down, as [`list_of`].
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn tuple_of_these<const N: usize>(items: [NewRef; N]) -> Result<NewRef, Failed> {
    // SAFETY: attached.
    let (object, places) = unsafe { empty_tuple(N) }?;
    // SAFETY: a `NewRef` is a pointer; a new tuple has as many places, all NULL, and nobody else looks at it.
    unsafe { places.cast::<[NewRef; N]>().write(items) };
    Ok(object)
}

/// A new tuple, and its places.
///
/// # Safety
/// The thread is attached; the places are filled before any code of Python's runs.
#[inline]
unsafe fn empty_tuple(size: usize) -> Result<(NewRef, *mut *mut PyObject), Failed> {
    // SAFETY: attached; a new reference or NULL. Running out of memory is all that can be wrong with the size.
    let tuple = unsafe { ffi::PyTuple_New(size.cast_signed()) };
    // SAFETY: the contract above.
    let object = unsafe { results::new(tuple) }?;
    // SAFETY: a live tuple; only the address is taken.
    let places = unsafe { &raw mut (*tuple.cast::<ffi::PyTupleObject>()).ob_item };
    Ok((object, places.cast()))
}

/// A list or tuple that is being filled.
///
/// Invariants: 0 nobody else has a reference to `object`, nor does the collector track it; 1 `places` are its items,
/// of which the first `filled` are owned references and the others, up to `size`, are NULL; 2 the thread is attached
/// (`NewRef` is not `Send`).
pub(crate) struct Filling {
    object: NewRef,
    places: *mut *mut PyObject,
    filled: usize,
    size: usize,
}

impl Filling {
    /// A list of `size` places.
    ///
    /// # Safety
    /// The thread is attached.
    #[inline]
    pub(crate) unsafe fn list(size: usize) -> Result<Self, Failed> {
        // A size that no list can have. `PyList_New` of CPython 3.13 without a GIL corrupts memory where it finds none.
        if size > isize::MAX.unsigned_abs() / size_of::<*mut PyObject>() {
            // SAFETY: attached; sets the exception that is returned.
            unsafe { ffi::PyErr_NoMemory() };
            return Err(Failed::set());
        }
        // SAFETY: attached; a new reference or NULL.
        let list = unsafe { ffi::PyList_New(size.cast_signed()) };
        // SAFETY: the contract above.
        let object = unsafe { results::new(list) }?;
        // SAFETY: a list of ours, tracked.
        unsafe { ffi::PyObject_GC_UnTrack(list.cast()) };
        // SAFETY: a live list.
        let places = unsafe { (*list.cast::<ffi::PyListObject>()).ob_item };
        Ok(Filling { object, places, filled: 0, size })
    }

    /// A tuple of `size` places.
    ///
    /// # Safety
    /// The thread is attached.
    #[inline]
    pub(crate) unsafe fn tuple(size: usize) -> Result<Self, Failed> {
        // SAFETY: attached; a new reference or NULL.
        let tuple = unsafe { ffi::PyTuple_New(isize::try_from(size).unwrap_or(isize::MAX)) };
        // SAFETY: the contract above.
        let object = unsafe { results::new(tuple) }?;
        // The empty tuple is one for all, and never tracked.
        if size > 0 {
            // SAFETY: a tuple of ours, tracked.
            unsafe { ffi::PyObject_GC_UnTrack(tuple.cast()) };
        }
        // SAFETY: a live tuple; only the address is taken.
        let places = unsafe { &raw mut (*tuple.cast::<ffi::PyTupleObject>()).ob_item };
        Ok(Filling { object, places: places.cast(), filled: 0, size })
    }

    /// Puts an item into the next place. It moves in; if there is no place, it comes back.
    #[inline]
    pub(crate) fn push(&mut self, item: NewRef) -> Result<(), NewRef> {
        if self.filled == self.size {
            return Err(item);
        }
        // SAFETY: invariant 1: within the items.
        let place = unsafe { self.places.add(self.filled) };
        // SAFETY: a NULL of ours (invariants 0 and 1): nothing is overwritten that somebody owns.
        unsafe { place.write(item.into_ptr()) };
        self.filled += 1;
        Ok(())
    }

    /// The list: as long as what was put in.
    #[inline]
    pub(crate) fn into_list(self) -> Result<NewRef, Failed> {
        let list = self.object.borrow().as_ptr();
        if self.filled < self.size {
            let (filled, size) = (self.filled.cast_signed(), self.size.cast_signed());
            // SAFETY: attached; deletes the places that are NULL, which releases nothing.
            results::status(unsafe { ffi::PyList_SetSlice(list, filled, size, core::ptr::null_mut()) })?;
        }
        // SAFETY: not tracked (invariant 0), and without a NULL now.
        unsafe { ffi::PyObject_GC_Track(list.cast()) };
        Ok(self.object)
    }

    /// The tuple: as long as what was put in.
    #[inline]
    pub(crate) fn into_tuple(self) -> Result<NewRef, Failed> {
        if self.filled < self.size {
            // The tuple that comes back has no NULL, and is tracked.
            let tuple = self.object.into_stolen();
            // SAFETY: attached; nobody else has a reference to the tuple (invariant 0).
            return unsafe { super::tuple_resize(tuple, self.filled.cast_signed()) };
        }
        if self.size > 0 {
            // SAFETY: not tracked (invariant 0), and without a NULL now.
            unsafe { ffi::PyObject_GC_Track(self.object.borrow().as_ptr().cast()) };
        }
        Ok(self.object)
    }
}
