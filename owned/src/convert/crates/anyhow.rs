//! `anyhow::Error`, by `?`.

use core::error::Error;

use super::reports::{Report, report, under};
use crate::err::PyErr;
use crate::raw::ExceptionKind;

/// An error that somebody has boxed before.
type Boxed = Box<dyn Error + Send + Sync>;

impl From<::anyhow::Error> for PyErr {
    /// A `RuntimeError` with the error's text and what it is caused by as causes, one exception for each.
    ///
    /// A `PyErr` inside is raised as it was: itself if nothing was put over it, and else as the cause of the contexts over it.
    /// An `io::Error` without a context is the `OSError` that it is by itself. The text is that of `{}`; who wants all
    /// in one text, or the backtrace, says so: `RuntimeError::new(format!("{error:#}"))`, or `{error:?}`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use anyhow::Context;
    /// use owned::prelude::*;
    ///
    /// fn limit(text: &str) -> anyhow::Result<u8> {
    ///     text.parse().with_context(|| format!("the limit is '{text}'"))
    /// }
    ///
    /// fn set_limit(text: &str) -> Result<u8> {
    ///     Ok(limit(text)?)
    /// }
    /// let error = set_limit("300").unwrap_err();
    /// assert_eq!(error.to_string(), "RuntimeError: the limit is '300'");
    /// let cause = std::error::Error::source(&error).unwrap();
    /// assert_eq!(cause.to_string(), "RuntimeError: number too large to fit in target type");
    /// ```
    #[track_caller]
    fn from(error: ::anyhow::Error) -> Self {
        let other = |error: ::anyhow::Error| PyErr::from_error(ExceptionKind::RuntimeError, &*error);
        match report(error.chain()) {
            Report::Raised(texts) => match error.downcast::<PyErr>() {
                Ok(raised) => under(texts, raised),
                Err(error) => other(error),
            },
            Report::Io => error.downcast::<std::io::Error>().map_or_else(other, PyErr::from),
            Report::Other if is_boxed(&error) => error.downcast::<Boxed>().map_or_else(other, PyErr::from),
            Report::Other => other(error),
        }
    }
}

/// Whether the error is a box, with nothing said over it.
fn is_boxed(error: &::anyhow::Error) -> bool {
    error.downcast_ref::<Boxed>().is_some_and(|boxed| boxed.to_string() == error.to_string())
}
