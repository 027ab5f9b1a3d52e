//! What a function of the user's may return: a value, or a `Result` of one.

use crate::err::{PyErr, Result};
use crate::ptr::{Any, Owned, TypeHint};
use crate::token::Python;

use super::IntoPy;

/// A value, or a `Result` of one with an error that becomes a [`PyErr`].
#[cfg_attr(
    not(all(feature = "more-types", feature = "time")),
    diagnostic::on_unimplemented(
        note = "dates, times and the rarer types of std are the features `time` and `more-types` of `owned-py`"
    )
)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be returned to Python",
    label = "not a type that Python can be given",
    note = "return `()`, a number, `bool`, text, a path, `Option`, `Vec`, `HashMap`, a tuple, a handle or a `#[class]` type, or a `Result` of one whose error is `Into<PyErr>`"
)]
pub trait IntoReturn<'py> {
    /// What type checkers are told of it.
    const GIVES: TypeHint;

    /// Converts.
    #[track_caller]
    fn into_return(self, py: Python<'py>) -> Result<Owned<'py, Any>>;
}

impl<'py, T: IntoPy<'py>> IntoReturn<'py> for T {
    const GIVES: TypeHint = <T as IntoPy<'py>>::GIVES;

    #[track_caller]
    #[inline]
    fn into_return(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        self.into_any(py)
    }
}

impl<'py, T: IntoPy<'py>, E: Into<PyErr>> IntoReturn<'py> for Result<T, E> {
    const GIVES: TypeHint = <T as IntoPy<'py>>::GIVES;

    #[track_caller]
    #[inline]
    fn into_return(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        self.map_err(Into::into)?.into_any(py)
    }
}

/// What `__next__` may return: an `Option`, or a `Result` of one. `None` ends the iteration.
#[cfg_attr(
    not(all(feature = "more-types", feature = "time")),
    diagnostic::on_unimplemented(
        note = "dates, times and the rarer types of std are the features `time` and `more-types` of `owned-py`"
    )
)]
#[diagnostic::on_unimplemented(
    message = "`__next__` cannot return `{Self}`",
    note = "return `Option<T>` or `Result<Option<T>>`: `None` ends the iteration"
)]
pub trait IntoNext<'py> {
    /// What type checkers are told of an item.
    const GIVES: TypeHint;

    /// Converts.
    #[track_caller]
    fn into_next(self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>>;
}

impl<'py, T: IntoPy<'py>> IntoNext<'py> for Option<T> {
    const GIVES: TypeHint = <T as IntoPy<'py>>::GIVES;

    #[track_caller]
    fn into_next(self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
        match self {
            Some(value) => Ok(Some(value.into_any(py)?)),
            None => Ok(None),
        }
    }
}

impl<'py, T: IntoPy<'py>, E: Into<PyErr>> IntoNext<'py> for Result<Option<T>, E> {
    const GIVES: TypeHint = <T as IntoPy<'py>>::GIVES;

    #[track_caller]
    fn into_next(self, py: Python<'py>) -> Result<Option<Owned<'py, Any>>> {
        self.map_err(Into::into)?.into_next(py)
    }
}

/// A plain `T`, or a `Result` of one: what `__len__`, `__hash__`, `__bool__`, `#[new]` and `__init__` return.
#[diagnostic::on_unimplemented(message = "expected `{T}` or `Result<{T}>`, found `{Self}`")]
pub trait IntoResult<T> {
    /// Converts.
    fn into_result(self) -> Result<T>;
}

impl<T> IntoResult<T> for T {
    fn into_result(self) -> Result<T> {
        Ok(self)
    }
}

impl<T, E: Into<PyErr>> IntoResult<T> for Result<T, E> {
    fn into_result(self) -> Result<T> {
        self.map_err(Into::into)
    }
}

/// See [`IntoReturn`].
#[track_caller]
#[inline]
pub fn ret<'py, R: IntoReturn<'py>>(py: Python<'py>, value: R) -> Result<Owned<'py, Any>> {
    value.into_return(py)
}

/// See [`IntoNext`].
#[track_caller]
#[inline]
pub fn ret_next<'py, R: IntoNext<'py>>(py: Python<'py>, value: R) -> Result<Option<Owned<'py, Any>>> {
    value.into_next(py)
}

/// See [`IntoResult`].
pub fn plain<T, R: IntoResult<T>>(value: R) -> Result<T> {
    value.into_result()
}
