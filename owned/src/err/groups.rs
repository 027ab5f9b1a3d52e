//! Exception groups, before they are raised.
#![expect(unsafe_code, reason = "declares a type for handles, and makes groups by C")]

use core::fmt;
use std::borrow::Cow;

use crate::ptr::{Any, Derived, Owned, TypeInfo};
use crate::raw::{self, BorrowedRef, ExceptionKind};
use crate::token::Python;

use super::build::{kind, make, text, value};
use super::exceptions::{BaseException, BaseExceptionGroup, Exception, ExceptionClass};
use super::repr::{Recipe, rare};
use super::{PyErr, Result, TypeError};

/// An exception group; `only` exceptions of `Exception`, or any.
struct Group {
    only: bool,
    message: Cow<'static, str>,
    errors: Vec<PyErr>,
}

impl Recipe for Group {
    #[inline]
    fn build<'py>(&self, py: Python<'py>) -> Result<Owned<'py, BaseException>> {
        group(py, self.only, &self.message, &self.errors)
    }

    #[inline]
    fn describe(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.only { "ExceptionGroup" } else { "BaseExceptionGroup" };
        let plural = if self.errors.len() == 1 { "" } else { "s" };
        write!(f, "{name}: {} ({} sub-exception{plural})", self.message, self.errors.len())
    }

    #[inline]
    fn errors(&self) -> &[PyErr] {
        &self.errors
    }
}

/// `BaseExceptionGroup(message, errors)`, which makes an `ExceptionGroup` if all of them are of `Exception`.
#[track_caller]
#[inline]
fn group<'py>(py: Python<'py>, only: bool, message: &str, errors: &[PyErr]) -> Result<Owned<'py, BaseException>> {
    // SAFETY: attached, by `py`.
    let list = unsafe { raw::list_new(0) }?;
    for error in errors {
        let item = value(py, error);
        // SAFETY: attached, by `py`; a list.
        unsafe { raw::list_append(list.borrow(), item.raw()) }?;
    }
    let group = make(py, kind(ExceptionKind::BaseExceptionGroup), &[text(message)?, list])?;
    if only && !Exception::covers(raw::type_of(group.raw())) {
        return Err(TypeError::new("Cannot nest BaseExceptions in an ExceptionGroup"));
    }
    Ok(group)
}

/// The class `ExceptionGroup`, of which C has no name: that of such a group, whatever `builtins` says now.
#[track_caller]
#[inline]
fn group_class(py: Python<'_>) -> Result<Owned<'_, Any>> {
    let group = group(py, true, "", &[Exception::new("")])?;
    let class = raw::type_of(group.raw()).to_new();
    // SAFETY: any object is an `Any`.
    Ok(unsafe { Owned::from_ref(py, class) })
}

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
        rare(Group { only: false, message: message.into(), errors })
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
        rare(Group { only: true, message: message.into(), errors })
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
        group_class(py)
    }

    #[inline]
    fn covers(class: BorrowedRef<'_>) -> bool {
        BaseExceptionGroup::covers(class) && Exception::covers(class)
    }
}
