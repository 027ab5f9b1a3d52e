//! [`Borrowed`]: a reference that somebody else owns.
#![expect(unsafe_code, reason = "turns borrowed raw pointers into handles and derefs to the owning type")]

use core::marker::PhantomData;
use core::ops::Deref;
use core::ptr::NonNull;

use crate::hook::Tag;
use crate::raw::{BorrowedRef, PyObject};
use crate::token::Python;

use super::handle::Handle;
use super::{Any, Derived, Owned, TypeInfo};

/// A reference without a count of its own: valid while its owner, whose life is `'a`, holds the object.
///
/// `Copy`. It derefs to [`Owned`], so it has every method of one; [`Owned::clone`] through it makes a new reference.
/// A container that Python code can change never hands one out: its getters return [`Owned`].
///
/// Invariants: 0 the pointer is not null; 1 the object stays alive for `'a`; 2 it is a `T`; 3 this thread is attached
/// for `'py`.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     let kept: Py<Str> = Str::new(py, "canvas")?.unbind();
///     let lent: Borrowed<'_, '_, Str> = kept.bind(py); // no count moves
///     assert_eq!(lent.len(), 6);
///     let own: Owned<'_, Str> = (*lent).clone(); // a reference more
///     assert!(own.is(&lent));
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[repr(transparent)]
pub struct Borrowed<'a, 'py, T: TypeInfo> {
    handle: Handle,
    // Covariant in `'a` (a shorter life is always right), invariant in `'py` through `Owned`.
    marker: PhantomData<&'a Owned<'py, T>>,
}

impl<T: TypeInfo> Clone for Borrowed<'_, '_, T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: TypeInfo> Copy for Borrowed<'_, '_, T> {}

impl<'a, 'py, T: TypeInfo> Borrowed<'a, 'py, T> {
    /// # Safety
    /// Invariants 0 to 3.
    #[inline]
    pub(super) unsafe fn from_handle(handle: Handle) -> Self {
        Borrowed { handle, marker: PhantomData }
    }

    /// Believes a pointer that a C function has lent. `None` for NULL.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::empty(py)?;
    /// // SAFETY: `list` keeps the object alive for as long as `lent` is used, and it is a list.
    /// let lent = unsafe { Borrowed::<List>::from_ptr(py, list.as_ptr()) }.unwrap();
    /// assert!(lent.is(&list));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Safety
    /// If `ptr` is not NULL: the object stays alive for `'a` (invariant 1) and is a `T` (invariant 2).
    #[track_caller]
    #[inline]
    pub unsafe fn from_ptr(_py: Python<'py>, ptr: *mut PyObject) -> Option<Self> {
        let object = NonNull::new(ptr)?;
        // A borrowed reference is nobody's count: the ledger does not hear of it.
        let tag = Tag::NOBODY;
        // SAFETY: invariant 0 by the check above, 1 and 2 by the caller, 3 by `_py`.
        Some(unsafe { Self::from_handle(Handle { object, tag }) })
    }

    /// The reference that a function of [`raw`](crate::raw) has lent, with the life of what lends it.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::empty(py)?;
    /// // SAFETY: a list.
    /// let lent = unsafe { Borrowed::<List>::from_ref(py, list.raw()) };
    /// assert!(lent.is(&list));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Safety
    /// Invariant 2: the object is a `T`.
    #[track_caller]
    #[inline]
    pub unsafe fn from_ref(_py: Python<'py>, object: BorrowedRef<'a>) -> Self {
        let tag = Tag::NOBODY;
        // SAFETY: invariants 0 and 1 are `BorrowedRef`'s, 2 the caller's, 3 by `_py`.
        unsafe { Self::from_handle(Handle { object: object.as_non_null(), tag }) }
    }

    /// A new reference to the same object: now it has a count of its own.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let kept = List::empty(py)?.unbind();
    /// let own: Owned<'_, List> = kept.bind(py).to_owned();
    /// drop(kept);
    /// assert!(own.is_empty()); // it has a count of its own
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn to_owned(self) -> Owned<'py, T> {
        (*self).clone()
    }

    /// The same object as any object, with the owner's life.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::empty(py)?;
    /// let object: Borrowed<'_, '_, Any> = list.as_borrowed().into_any();
    /// assert_eq!(object.type_name(), "list");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn into_any(self) -> Borrowed<'a, 'py, Any> {
        // SAFETY: invariants 0, 1 and 3 are the same; every object is an `Any`.
        unsafe { Borrowed::from_handle(self.handle) }
    }

    /// The same object as its base type, with the owner's life.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::empty(py)?;
    /// let object: Borrowed<'_, '_, Any> = list.as_borrowed().into_base();
    /// assert!(object.is(&list));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn into_base(self) -> Borrowed<'a, 'py, T::Base>
    where
        T: Derived,
    {
        // SAFETY: invariants 0, 1 and 3 are the same; a `T` is a `T::Base`.
        unsafe { Borrowed::from_handle(self.handle) }
    }

    /// The pointer's reference with the owner's life (longer than a borrow of this handle).
    #[inline]
    pub(crate) fn inner(self) -> BorrowedRef<'a> {
        // SAFETY: invariant 1.
        unsafe { BorrowedRef::from_non_null(self.handle.object) }
    }

    #[inline]
    pub(super) fn handle(self) -> Handle {
        self.handle
    }
}

impl<'py, T: TypeInfo> Deref for Borrowed<'_, 'py, T> {
    type Target = Owned<'py, T>;

    #[inline]
    fn deref(&self) -> &Self::Target {
        // SAFETY: both are `repr(transparent)` over the same handle. The `Owned` is only lent, so it is never dropped,
        // and nothing moves out of a shared reference.
        unsafe { &*(&raw const *self).cast() }
    }
}

const _: () = assert!(size_of::<Borrowed<'static, 'static, Any>>() == size_of::<Owned<'static, Any>>());
const _: () =
    assert!(size_of::<Borrowed<'static, 'static, Any>>() == size_of::<Option<Borrowed<'static, 'static, Any>>>());
#[cfg(test)]
static_assertions::assert_not_impl_any!(Borrowed<'static, 'static, Any>: Send, Sync, Default, core::ops::DerefMut);
#[cfg(test)]
static_assertions::assert_impl_all!(Borrowed<'static, 'static, Any>: Copy);
const _: () = assert!(size_of::<*mut PyObject>() == size_of::<NonNull<PyObject>>());
