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
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::adopt::OwnedField;
/// Python::attach(|py| {
///     let mut items = std::ptr::null_mut::<owned::PyObject>(); // in a struct of C's
///     // SAFETY: the field is there for as long as it is used, and C leaves it alone meanwhile.
///     let field: &OwnedField<Dict> = unsafe { &*(&raw mut items).cast() };
///     field.set(py, Some(Dict::new(py, [("ink", 3)])?));
///     assert_eq!(field.get(py)?.unwrap().len(), 1);
///     assert!(field.take(py).is_some() && field.get(py)?.is_none()); // NULL again
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[repr(transparent)]
pub struct OwnedField<T>(UnsafeCell<*mut PyObject>, PhantomData<fn() -> T>);

/// A `PyObject *` in a struct of C's: NULL, or an object that somebody else keeps alive for as long as it is there.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::adopt::BorrowedField;
/// Python::attach(|py| {
///     let mut parent = std::ptr::null_mut::<owned::PyObject>(); // in a struct of C's
///     // SAFETY: the field is there for as long as it is used, and C leaves it alone meanwhile.
///     let field: &BorrowedField<Dict> = unsafe { &*(&raw mut parent).cast() };
///     let dict = Dict::empty(py)?;
///     // SAFETY: `dict` keeps the object alive for as long as it is there.
///     unsafe { field.set(py, Some(&dict)) };
///     assert!(field.get(py)?.unwrap().is(&dict));
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
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
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::adopt::OwnedField;
    /// let mut items = List::empty(py)?.into_raw(); // in a struct of C's
    /// // SAFETY: the field is there for as long as it is used, and C leaves it alone meanwhile.
    /// let field: &OwnedField<Dict> = unsafe { &*(&raw mut items).cast() };
    /// assert!(field.get(py).unwrap_err().is::<TypeError>(py)); // no dict
    /// # drop(field.take(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::adopt::OwnedField;
    /// let mut items = Dict::empty(py)?.into_raw(); // in a struct of C's
    /// // SAFETY: the field is there for as long as it is used, and C leaves it alone meanwhile.
    /// let field: &OwnedField<Dict> = unsafe { &*(&raw mut items).cast() };
    /// let before = field.replace(py, None); // ours now
    /// assert!(before.is_some() && field.get(py)?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::adopt::OwnedField;
    /// let mut items = std::ptr::null_mut::<owned::PyObject>(); // in a struct of C's
    /// // SAFETY: the field is there for as long as it is used, and C leaves it alone meanwhile.
    /// let field: &OwnedField<Dict> = unsafe { &*(&raw mut items).cast() };
    /// field.set(py, Some(Dict::empty(py)?));
    /// assert!(field.get(py)?.is_some());
    /// # drop(field.take(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn set<'py>(&self, py: Python<'py>, value: Option<Owned<'py, T>>) {
        drop(self.replace(py, value));
    }

    /// Leaves NULL there, and gives what was there. (`Py_CLEAR`, if it is dropped.)
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::adopt::OwnedField;
    /// let mut items = Dict::empty(py)?.into_raw(); // in a struct of C's
    /// // SAFETY: the field is there for as long as it is used, and C leaves it alone meanwhile.
    /// let field: &OwnedField<Dict> = unsafe { &*(&raw mut items).cast() };
    /// assert!(field.take(py).is_some() && field.take(py).is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn take<'py>(&self, py: Python<'py>) -> Option<Owned<'py, Any>> {
        self.replace(py, None)
    }
}

impl<T: TypeInfo> BorrowedField<T> {
    /// What is there now: a new reference, or `None` for NULL.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::adopt::BorrowedField;
    /// let dict = Dict::empty(py)?;
    /// let mut parent = dict.as_ptr(); // in a struct of C's
    /// // SAFETY: the field is there for as long as it is used, and C leaves it alone meanwhile.
    /// let field: &BorrowedField<Dict> = unsafe { &*(&raw mut parent).cast() };
    /// assert!(field.get(py)?.unwrap().is(&dict));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::adopt::BorrowedField;
    /// let dict = Dict::empty(py)?;
    /// let mut parent = dict.as_ptr(); // in a struct of C's
    /// // SAFETY: the field is there for as long as it is used, and C leaves it alone meanwhile.
    /// let field: &BorrowedField<Dict> = unsafe { &*(&raw mut parent).cast() };
    /// // SAFETY: NULL needs nobody.
    /// unsafe { field.set(py, None) };
    /// assert!(field.get(py)?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
