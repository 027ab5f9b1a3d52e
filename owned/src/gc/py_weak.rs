//! [`PyWeak`]: a weak reference that knows the type.
#![expect(unsafe_code, reason = "implements Traverse for the handle that it holds")]

use core::fmt;
use core::marker::PhantomData;

use crate::err::Result;
use crate::object::Weak;
use crate::ptr::{Owned, Py, TypeInfo};
use crate::token::Python;

use super::{Traverse, Visited, Visitor};

/// A weak reference to a `T`, for fields: it keeps nothing alive.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::PyWeak;
/// use owned::types::Set;
///
/// Python::attach(|py| {
///     let set = Set::empty(py)?;
///     let weak = PyWeak::new(&set)?;
///     assert_eq!(weak.upgrade(py)?.unwrap().len(), 0); // a set
///     drop(set);
///     assert!(weak.upgrade(py)?.is_none());
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub struct PyWeak<T> {
    weak: Py<Weak>,
    // `T` is only named.
    marker: PhantomData<fn() -> T>,
}

impl<T: TypeInfo> PyWeak<T> {
    /// A weak reference to `object`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let set = owned::types::Set::empty(py)?;
    /// assert!(PyWeak::new(&set)?.upgrade(py)?.is_some());
    /// assert!(PyWeak::new(&List::empty(py)?).unwrap_err().is::<TypeError>(py)); // no weak references to lists
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if its type does not support weak references.
    #[track_caller]
    pub fn new(object: &Owned<'_, T>) -> Result<Self> {
        Ok(PyWeak { weak: Weak::new(object)?.unbind(), marker: PhantomData })
    }

    /// The object, if it is still alive. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let set = owned::types::Set::empty(py)?;
    /// let weak = PyWeak::new(&set)?;
    /// drop(set);
    /// assert!(weak.upgrade(py)?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if it is no `T` any more: Python code can assign `__class__`.
    #[track_caller]
    pub fn upgrade<'py>(&self, py: Python<'py>) -> Result<Option<Owned<'py, T>>> {
        Ok(self.weak.bind(py).upgrade()?.map(Owned::downcast::<T>).transpose()?)
    }

    /// Another one to the same object.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let set = owned::types::Set::empty(py)?;
    /// let weak = PyWeak::new(&set)?;
    /// assert!(weak.clone_ref(py).upgrade(py)?.is_some_and(|same| same.is(&set)));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    pub fn clone_ref(&self, py: Python<'_>) -> Self {
        PyWeak { weak: self.weak.clone_ref(py), marker: PhantomData }
    }
}

// SAFETY: the one handle, to the weak reference; what that refers to is not owned.
unsafe impl<T> Traverse for PyWeak<T> {
    fn traverse(&self, visitor: &mut Visitor<'_>) -> Visited {
        visitor.handle(&self.weak)
    }
}

impl<T> fmt::Debug for PyWeak<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.weak.fmt(f)
    }
}

#[cfg(test)]
static_assertions::assert_impl_all!(PyWeak<crate::ptr::Any>: Send, Sync);
