//! Downcasts, which give their input back when they fail.
#![expect(unsafe_code, reason = "believes a type after checking it")]

use core::fmt;

use crate::raw::{self, BorrowedRef};

use super::{Any, Borrowed, Owned, TypeInfo};

/// A downcast that failed: the object is not what was asked for. It holds the input.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     let object = List::empty(py)?.into_any();
///     let refused = object.downcast::<Dict>().unwrap_err();
///     assert_eq!(refused.to_string(), "expected dict, got list");
///     assert!(refused.input.downcast::<List>().is_ok()); // the same reference
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub struct Downcast<I> {
    /// What was to be cast.
    pub input: I,
    pub(crate) wanted: &'static str,
    pub(crate) found: String,
}

impl<I> Downcast<I> {
    /// `input`, whose type is called `found`, is no `T`.
    pub(crate) fn refused<T: TypeInfo>(found: String, input: I) -> Self {
        Downcast { input, wanted: T::NAME, found }
    }
}

/// What the type of an object is called.
#[cold]
#[inline(never)]
fn found(object: BorrowedRef<'_>) -> String {
    raw::type_name(raw::type_of(object))
}

impl<I> fmt::Display for Downcast<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}, got {}", self.wanted, self.found)
    }
}

impl<I> fmt::Debug for Downcast<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Downcast({self})")
    }
}

impl<'py> Owned<'py, Any> {
    /// The same reference as a `T`, if the object is one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::empty(py)?.into_any().downcast::<List>()?; // `?` makes a `TypeError` of a refusal
    /// let refused = list.into_any().downcast::<Dict>().unwrap_err();
    /// assert_eq!(refused.to_string(), "expected dict, got list");
    /// assert!(refused.input.is_a::<List>()); // the same handle
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// Gives the handle back, with a message that names both types.
    #[track_caller]
    #[inline]
    pub fn downcast<T: TypeInfo>(self) -> Result<Owned<'py, T>, Downcast<Self>> {
        if !T::is_instance(self.raw()) {
            return Err(Downcast::refused::<T>(found(self.raw()), self));
        }
        let py = self.py();
        // SAFETY: checked above.
        Ok(unsafe { Owned::from_ref(py, self.into_ref()) })
    }
}

impl<'a, 'py> Borrowed<'a, 'py, Any> {
    /// The same object as a `T`, if it is one, with the owner's life.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let object = List::empty(py)?.into_any();
    /// let list: Borrowed<'_, '_, List> = object.as_borrowed().downcast()?;
    /// assert!(list.is_empty());
    /// assert!(object.as_borrowed().downcast::<Dict>().is_err());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// Gives the handle back, with a message that names both types.
    #[inline]
    pub fn downcast<T: TypeInfo>(self) -> Result<Borrowed<'a, 'py, T>, Downcast<Self>> {
        if !T::is_instance(self.inner()) {
            return Err(Downcast::refused::<T>(found(self.inner()), self));
        }
        // SAFETY: invariants 0, 1 and 3 are the input's; 2 was checked above.
        Ok(unsafe { Borrowed::from_handle(self.handle()) })
    }
}
