//! Iterators, by their slot, and what can be sent values.

use super::ffi;

use super::protocols::has_flag;
use super::refs::{BorrowedRef, Failed, NewRef};
use super::results;
use super::type_parts::next_of;

/// Why [`iter_step`] gave no item.
#[derive(Clone, Copy)]
pub(crate) enum Stop {
    /// The iterator gave NULL.
    Null,
    /// Its class was changed to one without `__next__` (`PyIter_Next` calls NULL before 3.14).
    NoIterator,
}

/// `tp_iternext` of one iterator.
#[derive(Clone, Copy)]
pub(crate) struct NextSlot(ffi::iternextfunc);

impl NextSlot {
    /// The slot as it is now; `__next__` may change the iterator's class, or what the class has.
    #[inline]
    fn of(iterator: BorrowedRef<'_>) -> Option<Self> {
        // SAFETY: a live object.
        let class = unsafe { ffi::Py_TYPE(iterator.as_ptr()) };
        // SAFETY: an object's type is a live type object.
        unsafe { next_of(class) }.map(NextSlot)
    }

    /// The slot, if it stays: neither does the class change, nor can the iterator get another. Such are all iterators
    /// that are built in.
    ///
    /// # Safety
    /// The thread is attached.
    #[inline]
    pub(crate) unsafe fn for_good(iterator: BorrowedRef<'_>) -> Option<Self> {
        if !has_flag(iterator, ffi::Py_TPFLAGS_IMMUTABLETYPE) {
            return None;
        }
        // Modules alone may change from one immutable class to another.
        // SAFETY: a live object.
        if unsafe { ffi::PyModule_Check(iterator.as_ptr()) } != 0 {
            return None;
        }
        Self::of(iterator)
    }

    /// `next(iterator)`. What it means that there is no item, [`iter_stopped`] says.
    ///
    /// # Safety
    /// The thread is attached; the slot is that of the iterator's type.
    #[inline]
    pub(crate) unsafe fn step(self, iterator: BorrowedRef<'_>) -> Result<NewRef, Stop> {
        // SAFETY: attached; the slot of the object's own type, by the caller; a new reference or NULL.
        let item = unsafe { (self.0)(iterator.as_ptr()) };
        // SAFETY: the contract above.
        unsafe { NewRef::from_ptr(item) }.ok_or(Stop::Null)
    }
}

/// `next(iterator)`, by the slot as it is at this step, as C loops do.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn iter_step(iterator: BorrowedRef<'_>) -> Result<NewRef, Stop> {
    let next = NextSlot::of(iterator).ok_or(Stop::NoIterator)?;
    // SAFETY: attached, by the caller; the slot was just read.
    unsafe { next.step(iterator) }
}

/// After NULL: the end, by itself or by a `StopIteration`, is `Ok`; anything else is an error.
///
/// # Errors
/// What the iterator raised, but for `StopIteration`; `TypeError` if it is none any more.
#[inline]
pub(crate) fn iter_stopped(iterator: BorrowedRef<'_>, stop: Stop) -> Result<(), Failed> {
    if let Stop::NoIterator = stop {
        return Err(no_iterator(iterator));
    }
    if !super::error_is_set() {
        return Ok(());
    }
    // SAFETY: set when the interpreter was initialised and not changed while it runs.
    let end = unsafe { ffi::PyExc_StopIteration };
    // SAFETY: attached, and an exception is set.
    if unsafe { ffi::PyErr_ExceptionMatches(end) } == 0 {
        return Err(Failed::set());
    }
    // SAFETY: attached.
    unsafe { ffi::PyErr_Clear() };
    Ok(())
}

#[cold]
#[inline]
fn no_iterator(object: BorrowedRef<'_>) -> Failed {
    // A type's name comes from a C string, so there is no NUL inside.
    let message = format!("'{}' object is not an iterator\0", super::type_name(super::type_of(object)));
    // SAFETY: set when the interpreter was initialised and not changed while it runs.
    let class = unsafe { ffi::PyExc_TypeError };
    // SAFETY: attached, since an object is at hand; a C string, which is copied.
    unsafe { ffi::PyErr_SetString(class, message.as_ptr().cast()) };
    Failed::set()
}

/// What `PyIter_Send` gives.
pub(crate) enum Sent {
    /// The generator goes on, with the next value.
    Next(NewRef),
    /// It has returned this.
    Return(NewRef),
}

/// `PyIter_Send`: sends `value` into a generator, a coroutine, or anything with a method `send`.
///
/// # Errors
/// What it raises.
///
/// # Safety
/// The thread is attached.
#[inline]
pub(crate) unsafe fn iter_send(iterator: BorrowedRef<'_>, value: BorrowedRef<'_>) -> Result<Sent, Failed> {
    let mut out = core::ptr::null_mut();
    // SAFETY: attached; a place for the result, which is a new reference unless it failed.
    let how = unsafe { ffi::PyIter_Send(iterator.as_ptr(), value.as_ptr(), &mut out) };
    // SAFETY: the contract above.
    let value = unsafe { results::new(out) }?;
    Ok(if how == ffi::PySendResult::PYGEN_NEXT { Sent::Next(value) } else { Sent::Return(value) })
}
