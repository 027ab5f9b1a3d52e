//! Fields that are objects, with a reference of the struct's own or without.
#![expect(unsafe_code, reason = "reads and writes pointers to objects that C code shares")]

use core::cell::UnsafeCell;
use core::marker::PhantomData;
use core::ptr;

use crate::err::Result;
use crate::ptr::{Any, Owned, TypeInfo};
use crate::raw::{NewRef, PyObject};
use crate::token::Python;

use super::{CField, sealed};

/// A `PyObject *` in a struct of C's: NULL, or an object to which the struct has a strong reference of its own.
#[repr(transparent)]
pub struct OwnedField<T>(UnsafeCell<*mut PyObject>, PhantomData<fn() -> T>);

/// A `PyObject *` in a struct of C's: NULL, or an object that somebody else keeps alive for as long as it is there.
#[repr(transparent)]
pub struct BorrowedField<T>(UnsafeCell<*mut PyObject>, PhantomData<fn() -> T>);

impl<T> sealed::Sealed for OwnedField<T> {}
impl<T> CField for OwnedField<T> {}
impl<T> sealed::Sealed for BorrowedField<T> {}
impl<T> CField for BorrowedField<T> {}

// SAFETY: reached with the token only, so by one thread at a time: a module that adopts a type asks for the GIL.
unsafe impl<T> Send for OwnedField<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for OwnedField<T> {}
// SAFETY: as above.
unsafe impl<T> Send for BorrowedField<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for BorrowedField<T> {}

/// A new reference to what a field has, as a `T`.
///
/// # Safety
/// NULL or a live object.
#[track_caller]
#[inline]
unsafe fn shared<T: TypeInfo>(py: Python<'_>, object: *mut PyObject) -> Result<Option<Owned<'_, T>>> {
    // SAFETY: the caller's; the handle takes a reference of its own.
    let object = unsafe { Owned::<Any>::from_borrowed(py, object) };
    Ok(object.map(|object| object.downcast::<T>()).transpose()?)
}

impl<T: TypeInfo> OwnedField<T> {
    /// What is there now: a new reference, or `None` for NULL.
    ///
    /// # Errors
    /// `TypeError` if C has put something else there than a `T`.
    #[track_caller]
    #[inline]
    pub fn get<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, T>>> {
        // SAFETY: within a live object; nobody writes while this thread is attached and here.
        let object = unsafe { *self.0.get() };
        // SAFETY: NULL or an object that the struct holds.
        unsafe { shared(py, object) }
    }

    /// Puts another object there, or NULL, and gives what was there: its reference is the caller's now. The struct is whole
    /// again before that is released, which may run any code. (`Py_XSETREF`, if what is given is dropped.)
    #[track_caller]
    #[inline]
    pub fn replace<'py>(&self, py: Python<'py>, value: Option<Owned<'py, T>>) -> Option<Owned<'py, Any>> {
        let value = value.map_or(ptr::null_mut(), |value| value.into_ref().into_non_null().as_ptr());
        // SAFETY: as in `get`; nobody has a reference to the place. The new reference moves there.
        let before = unsafe { self.0.get().replace(value) };
        // SAFETY: the struct's own reference, which is not there any more.
        let before = unsafe { NewRef::from_ptr(before) }?;
        // SAFETY: any object is an `Any`.
        Some(unsafe { Owned::from_ref(py, before) })
    }

    /// Puts another object there, or NULL, and releases what was there, afterwards.
    #[track_caller]
    #[inline]
    pub fn set<'py>(&self, py: Python<'py>, value: Option<Owned<'py, T>>) {
        drop(self.replace(py, value));
    }

    /// Leaves NULL there, and gives what was there. (`Py_CLEAR`, if it is dropped.)
    #[track_caller]
    #[inline]
    pub fn take<'py>(&self, py: Python<'py>) -> Option<Owned<'py, Any>> {
        self.replace(py, None)
    }
}

impl<T: TypeInfo> BorrowedField<T> {
    /// What is there now: a new reference, or `None` for NULL.
    ///
    /// # Errors
    /// `TypeError` if C has put something else there than a `T`.
    #[track_caller]
    #[inline]
    pub fn get<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, T>>> {
        // SAFETY: within a live object; nobody writes while this thread is attached and here.
        let object = unsafe { *self.0.get() };
        // SAFETY: NULL or an object that somebody keeps alive while it is there.
        unsafe { shared(py, object) }
    }

    /// Puts another object there, or NULL, of which the struct takes no reference.
    ///
    /// # Safety
    /// Somebody else keeps the object alive for as long as it is there.
    #[inline]
    pub unsafe fn set(&self, _: Python<'_>, value: Option<&Owned<'_, T>>) {
        let value = value.map_or(ptr::null_mut(), |value| value.as_ptr());
        // SAFETY: as in `get`; nobody has a reference to the place.
        unsafe { *self.0.get() = value }
    }
}
