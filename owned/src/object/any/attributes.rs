//! Attributes. Setting one takes a value, and is in `convert`.
#![expect(unsafe_code, reason = "calls the attribute API; handles prove an attached thread and live objects")]

use core::panic::Location;

use crate::err::Result;
use crate::ptr::{Any, Borrowed, Owned, Py};
use crate::raw::{self, BorrowedRef};
use crate::token::Python;

use super::super::{List, Str, handle};

/// The name of an attribute or a method: text, of which a str is made for the call, or a str that is kept, which saves
/// making it each time.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     let list = List::new(py, [3, 1, 2])?;
///     list.call_method("sort", ())?;
///     let append = Str::new(py, "append")?; // made once …
///     for n in 4..7 {
///         list.call_method(&append, (n,))?; // … used often
///     }
///     assert_eq!(list.len(), 6);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the name of an attribute",
    label = "neither text nor a `Str`",
    note = "names are `&str`, `&String`, or a str that is kept: `&Owned<Str>`, `Borrowed<Str>`, `&Py<Str>`"
)]
pub trait Name<'py> {
    /// Lends the name to `f`.
    ///
    /// # Errors
    /// `MemoryError` if the str cannot be made.
    #[doc(hidden)]
    #[track_caller]
    fn lend<R>(self, py: Python<'py>, f: impl FnOnce(BorrowedRef<'_>) -> R) -> Result<R>;
}

macro_rules! text {
    ($($text:ty)*) => { $(
        impl<'py> Name<'py> for $text {
            #[track_caller]
            fn lend<R>(self, py: Python<'py>, f: impl FnOnce(BorrowedRef<'_>) -> R) -> Result<R> {
                Ok(f(Str::new(py, self)?.raw()))
            }
        }
    )* };
}
text!(&str && str & String);

impl<'py> Name<'py> for &Owned<'py, Str> {
    #[inline]
    fn lend<R>(self, _py: Python<'py>, f: impl FnOnce(BorrowedRef<'_>) -> R) -> Result<R> {
        Ok(f(self.raw()))
    }
}

impl<'py> Name<'py> for Borrowed<'_, 'py, Str> {
    #[inline]
    fn lend<R>(self, _py: Python<'py>, f: impl FnOnce(BorrowedRef<'_>) -> R) -> Result<R> {
        Ok(f(self.raw()))
    }
}

impl<'py> Name<'py> for &Py<Str> {
    #[inline]
    fn lend<R>(self, py: Python<'py>, f: impl FnOnce(BorrowedRef<'_>) -> R) -> Result<R> {
        Ok(f(self.bind(py).raw()))
    }
}

impl<'py> Owned<'py, Any> {
    /// `getattr(self, name)` (`PyObject_GetAttr`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let sys = py.import("sys")?;
    /// assert!(sys.getattr("path")?.downcast::<List>().is_ok());
    /// assert!(sys.getattr("no_such_thing").unwrap_err().is::<AttributeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `AttributeError` if there is none; what a property or `__getattr__` raises.
    #[track_caller]
    pub fn getattr(&self, name: impl Name<'py>) -> Result<Owned<'py, Any>> {
        // SAFETY: handles: attached and alive.
        let value = name.lend(self.py(), |name| unsafe { raw::object_get_attr(self.raw(), name) })??;
        Ok(handle(self.py(), value))
    }

    /// `getattr(self, name, None)`, told apart from an attribute that is `None` (`PyObject_GetOptionalAttr`). A new
    /// reference, if there is one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let sys = py.import("sys")?;
    /// assert!(sys.getattr_opt("path")?.is_some());
    /// assert!(sys.getattr_opt("no_such_thing")?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What a property or `__getattr__` raises, but for an `AttributeError`.
    #[track_caller]
    pub fn getattr_opt(&self, name: impl Name<'py>) -> Result<Option<Owned<'py, Any>>> {
        // SAFETY: handles: attached and alive.
        let value = name.lend(self.py(), |name| unsafe { raw::object_get_optional_attr(self.raw(), name) })??;
        let place = Location::caller();
        // SAFETY: any object is an `Any`.
        Ok(value.map(|value| unsafe { Owned::from_ref_at(self.py(), value, place) }))
    }

    /// `hasattr(self, name)` (`PyObject_HasAttrWithError`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.import("sys")?.hasattr("path")?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What a property or `__getattr__` raises, but for an `AttributeError`.
    #[track_caller]
    pub fn hasattr(&self, name: impl Name<'py>) -> Result<bool> {
        // SAFETY: handles: attached and alive.
        Ok(name.lend(self.py(), |name| unsafe { raw::object_has_attr_with_error(self.raw(), name) })??)
    }

    /// `delattr(self, name)` (`PyObject_DelAttr`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let object = py.eval("type('Face', (), {})()", None)?;
    /// object.setattr("width", 12)?;
    /// object.delattr("width")?;
    /// assert!(object.delattr("width").unwrap_err().is::<AttributeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `AttributeError` if there is none or it cannot be deleted.
    #[track_caller]
    pub fn delattr(&self, name: impl Name<'py>) -> Result<()> {
        // SAFETY: handles: attached and alive.
        Ok(name.lend(self.py(), |name| unsafe { raw::object_del_attr(self.raw(), name) })??)
    }

    /// `dir(self)`: the names of its attributes, in a new list (`PyObject_Dir`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(List::empty(py)?.dir()?.contains("append")?);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What `__dir__` raises.
    #[track_caller]
    #[inline]
    pub fn dir(&self) -> Result<Owned<'py, List>> {
        // SAFETY: a handle: attached and alive.
        let names = unsafe { raw::object_dir(self.raw()) }?;
        // SAFETY: `PyObject_Dir` gives a list.
        Ok(unsafe { Owned::from_ref(self.py(), names) })
    }
}
