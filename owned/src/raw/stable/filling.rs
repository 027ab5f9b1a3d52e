//! Filling a new list or tuple, in the place of `raw/filling.rs`: the reasons are there. A list or tuple that nobody else
//! has may be filled by the functions too.

use crate::raw::ffi;
use crate::raw::refs::{Failed, NewRef, PyObject};
use crate::raw::results;

/// Puts an item into a place that is still empty.
///
/// # Safety
/// The thread is attached; a list, or a tuple to which there is one reference; a place of it, which is NULL.
#[inline]
unsafe fn put(object: *mut PyObject, at: usize, item: NewRef) {
    // SAFETY: a live object.
    if unsafe { ffi::PyList_Check(object) } != 0 {
        // SAFETY: the caller's; the reference is stolen.
        unsafe { ffi::PyList_SetItem(object, at.cast_signed(), item.into_ptr()) };
    } else {
        // SAFETY: the caller's; the reference is stolen.
        unsafe { ffi::PyTuple_SetItem(object, at.cast_signed(), item.into_ptr()) };
    }
}

/// A list of these references, which move in.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn list_of(items: Vec<NewRef>) -> Result<NewRef, Failed> {
    // SAFETY: attached; a new reference or NULL. Running out of memory is all that can be wrong with the size.
    let list = unsafe { ffi::PyList_New(items.len().cast_signed()) };
    // SAFETY: the contract above.
    let object = unsafe { results::new(list) }?;
    for (at, item) in items.into_iter().enumerate() {
        // SAFETY: attached; a new list has as many places, all NULL.
        unsafe { put(list, at, item) };
    }
    Ok(object)
}

/// A tuple, as [`list_of`].
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn tuple_of(items: Vec<NewRef>) -> Result<NewRef, Failed> {
    // SAFETY: attached.
    unsafe { tuple(items.into_iter()) }
}

/// A tuple of as many references as are written down, as [`list_of`].
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn tuple_of_these<const N: usize>(items: [NewRef; N]) -> Result<NewRef, Failed> {
    // SAFETY: attached.
    unsafe { tuple(items.into_iter()) }
}

/// # Safety
/// The thread is attached; `items` runs no code of Python's.
#[inline]
unsafe fn tuple(items: impl ExactSizeIterator<Item = NewRef>) -> Result<NewRef, Failed> {
    // SAFETY: attached; a new reference or NULL. Running out of memory is all that can be wrong with the size.
    let tuple = unsafe { ffi::PyTuple_New(items.len().cast_signed()) };
    // SAFETY: the contract above.
    let object = unsafe { results::new(tuple) }?;
    for (at, item) in items.enumerate() {
        // SAFETY: attached; a new tuple has as many places, all NULL, and one reference, unless it is empty.
        unsafe { put(tuple, at, item) };
    }
    Ok(object)
}

/// A list or tuple that is being filled.
///
/// Invariants: 0 nobody else has a reference to `object`, nor does the collector track it; 1 of its `size` places the first
/// `filled` have items, and the others are NULL; 2 the thread is attached (`NewRef` is not `Send`).
pub(crate) struct Filling {
    object: NewRef,
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
        // SAFETY: attached; a new reference or NULL.
        let list = unsafe { ffi::PyList_New(isize::try_from(size).unwrap_or(isize::MAX)) };
        // SAFETY: the contract above.
        let object = unsafe { results::new(list) }?;
        // SAFETY: a list of ours, tracked.
        unsafe { ffi::PyObject_GC_UnTrack(list.cast()) };
        Ok(Filling { object, filled: 0, size })
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
        Ok(Filling { object, filled: 0, size })
    }

    /// Puts an item into the next place. It moves in; if there is no place, it comes back.
    #[inline]
    pub(crate) fn push(&mut self, item: NewRef) -> Result<(), NewRef> {
        if self.filled == self.size {
            return Err(item);
        }
        // SAFETY: attached (invariant 2); nobody else has it (0), and the place is NULL (1).
        unsafe { put(self.object.borrow().as_ptr(), self.filled, item) };
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
            // A copy of what is there has no NULL, and is tracked.
            // SAFETY: attached; a tuple, of which the first places have items; a new reference or NULL.
            let tuple = unsafe { ffi::PyTuple_GetSlice(self.object.borrow().as_ptr(), 0, self.filled.cast_signed()) };
            // SAFETY: the contract above.
            return unsafe { results::new(tuple) };
        }
        if self.size > 0 {
            // SAFETY: not tracked (invariant 0), and without a NULL now.
            unsafe { ffi::PyObject_GC_Track(self.object.borrow().as_ptr().cast()) };
        }
        Ok(self.object)
    }
}
