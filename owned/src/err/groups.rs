//! Exception groups, before they are raised.
#![expect(unsafe_code, reason = "declares a type for handles")]

use std::borrow::Cow;

use crate::ptr::{Any, Derived, Owned, TypeInfo};
use crate::raw::{self, BorrowedRef};
use crate::token::Python;

use super::exceptions::{BaseExceptionGroup, Exception, ExceptionClass};
use super::repr::What;
use super::{PyErr, Result, build};

impl BaseExceptionGroup {
    /// An error that is several at once. Python makes an [`ExceptionGroup`] of it if all of them are of `Exception`.
    /// Needs no token; where there is no error in it, what reaches Python is a `ValueError`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::exceptions::{BaseExceptionGroup, ExceptionGroup, KeyboardInterrupt};
    /// let error = BaseExceptionGroup::new("stopped", vec![KeyboardInterrupt::new("")]);
    /// assert!(error.is::<BaseExceptionGroup>(py) && !error.is::<ExceptionGroup>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the exception, the value is an error")]
    #[track_caller]
    pub fn new(message: impl Into<Cow<'static, str>>, errors: Vec<PyErr>) -> PyErr {
        What::Group { only: false, message: message.into(), errors }.into()
    }
}

/// Python's `ExceptionGroup`: several exceptions at once, each of `Exception`.
///
/// An object is one if it is both a `BaseExceptionGroup` and an `Exception`, which is how Python decides what may be in
/// it.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::exceptions::ExceptionGroup;
/// Python::attach(|py| {
///     let error = ExceptionGroup::new("two at once", vec![ValueError::new("a"), TypeError::new("b")]);
///     let (values, rest) = error.except_star::<ValueError>(py)?;
///     assert_eq!(values.unwrap().to_string(), "ExceptionGroup: two at once (1 sub-exception)");
///     assert!(rest.is_some());
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub enum ExceptionGroup {}

impl ExceptionGroup {
    /// An error that is several at once. Needs no token; where there is no error in it what reaches Python is a
    /// `ValueError`, and a `TypeError` where one is not of `Exception`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::exceptions::ExceptionGroup;
    /// let error = ExceptionGroup::new("two of them", vec![ValueError::new("one"), TypeError::new("other")]);
    /// assert!(error.is::<ExceptionGroup>(py));
    /// assert!(ExceptionGroup::new("none", vec![]).is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the exception, the value is an error")]
    #[track_caller]
    pub fn new(message: impl Into<Cow<'static, str>>, errors: Vec<PyErr>) -> PyErr {
        What::Group { only: true, message: message.into(), errors }.into()
    }
}

// SAFETY: what it covers are groups, and it offers what a group does.
unsafe impl TypeInfo for ExceptionGroup {
    const NAME: &'static str = "ExceptionGroup";

    #[inline]
    fn is_instance(object: BorrowedRef<'_>) -> bool {
        Self::covers(raw::type_of(object))
    }
}

// SAFETY: see `covers`.
unsafe impl Derived for ExceptionGroup {
    type Base = BaseExceptionGroup;
}

impl ExceptionClass for ExceptionGroup {
    #[track_caller]
    #[inline]
    fn class(py: Python<'_>) -> Result<Owned<'_, Any>> {
        build::group_class(py)
    }

    #[inline]
    fn covers(class: BorrowedRef<'_>) -> bool {
        BaseExceptionGroup::covers(class) && Exception::covers(class)
    }
}
