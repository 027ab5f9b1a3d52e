//! `eyre::Report`, by `?`.

use super::reports::{Report, report, under};
use crate::err::PyErr;
use crate::raw::ExceptionKind;

impl From<::eyre::Report> for PyErr {
    /// A `RuntimeError` with the report's text and what it is caused by as causes, one exception for each.
    ///
    /// A `PyErr` inside is raised as it was: itself if nothing was put over it, and else as the cause of what was wrapped
    /// around it. An `io::Error` in no wrapper is the `OSError` that it is by itself. The text is that of `{}`; who
    /// wants all in one text, or what the hook of `eyre` writes, says so: `RuntimeError::new(format!("{report:#}"))`, or
    /// `{report:?}`.
    #[track_caller]
    fn from(error: ::eyre::Report) -> Self {
        let other = |error: ::eyre::Report| PyErr::from_error(ExceptionKind::RuntimeError, &*error);
        match report(error.chain()) {
            Report::Raised(texts) => match error.downcast::<PyErr>() {
                Ok(raised) => under(texts, raised),
                Err(error) => other(error),
            },
            Report::Io => error.downcast::<std::io::Error>().map_or_else(other, PyErr::from),
            Report::Other => other(error),
        }
    }
}
