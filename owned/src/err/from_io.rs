//! `io::Error` and `OSError`, both ways: by the system's number where there is one, else by kind.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::raw::{self, ExceptionKind, exception_attribute_i32};
use crate::token::Python;

use super::PyErr;
use super::exceptions::*;
use super::from::{same, sources};
use super::os::Os;
use super::repr::{Lazy, Look, What, rare};

/// Each kind of error with the exception that is nearest to it.
macro_rules! kinds {
    ($($kind:ident <=> $exception:ident)*) => {
        #[inline]
        fn exception(kind: ErrorKind) -> ExceptionKind {
            match kind {
                $( ErrorKind::$kind => raw::known(ExceptionKind::$exception), )*
                _ => raw::known(ExceptionKind::OSError),
            }
        }

        #[inline]
        fn kind(error: &PyErr, py: Python<'_>) -> ErrorKind {
            $( if error.is::<$exception>(py) {
                return ErrorKind::$kind;
            } )*
            ErrorKind::Other
        }
    };
}
kinds! {
    NotFound <=> FileNotFoundError
    PermissionDenied <=> PermissionError
    AlreadyExists <=> FileExistsError
    IsADirectory <=> IsADirectoryError
    NotADirectory <=> NotADirectoryError
    ConnectionRefused <=> ConnectionRefusedError
    ConnectionReset <=> ConnectionResetError
    ConnectionAborted <=> ConnectionAbortedError
    BrokenPipe <=> BrokenPipeError
    WouldBlock <=> BlockingIOError
    Interrupted <=> InterruptedError
    TimedOut <=> TimeoutError
    UnexpectedEof <=> EOFError
    OutOfMemory <=> MemoryError
}

impl From<io::Error> for PyErr {
    /// `OSError` with the system's number, so that Python picks the subclass; without one, the nearest kind. A `PyErr`
    /// that was put into the `io::Error` comes out as it was.
    #[track_caller]
    #[inline]
    fn from(error: io::Error) -> Self {
        match error.downcast::<PyErr>() {
            Ok(error) => error,
            Err(error) => borrowed(&error),
        }
    }
}

impl<W> From<io::IntoInnerError<W>> for PyErr {
    #[track_caller]
    fn from(error: io::IntoInnerError<W>) -> Self {
        error.into_error().into()
    }
}

/// As `From<io::Error>`, of an error that somebody else keeps.
#[track_caller]
#[inline]
pub(super) fn borrowed(error: &io::Error) -> PyErr {
    let inside = error.get_ref().and_then(|inside| inside.downcast_ref::<PyErr>());
    inside.and_then(same).unwrap_or_else(|| made(error, None))
}

#[track_caller]
#[inline]
fn made(error: &io::Error, path: Option<&Path>) -> PyErr {
    let made = match (error.raw_os_error(), path) {
        (Some(number), _) => {
            let path = path.map(|path| path.as_os_str().to_owned());
            rare(Os { number, windows: cfg!(windows), message: strip_number(error), path })
        }
        (None, None) => PyErr::of_known(exception(error.kind()), error.to_string().into()),
        (None, Some(path)) => PyErr::of_known(exception(error.kind()), format!("{error}: '{}'", path.display()).into()),
    };
    match sources(error, 16) {
        Some(cause) => made.caused_by(cause),
        None => made,
    }
}

impl PyErr {
    /// As `From<io::Error>`, with the name of the file that it was about.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::exceptions::FileNotFoundError;
    /// let path = std::path::Path::new("no/such/ink");
    /// let error = std::fs::File::open(path).map(drop).unwrap_err();
    /// let error = PyErr::from_io(&error, path);
    /// assert!(error.is::<FileNotFoundError>(py));
    /// assert!(error.to_string().contains("no/such/ink"));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn from_io(error: &io::Error, path: &Path) -> Self {
        made(error, Some(path))
    }
}

impl From<PyErr> for io::Error {
    /// The kind is that of the `errno` of an `OSError`, or of the exception's class; the exception itself is inside, so
    /// nothing of it is lost, and `From<io::Error>` gives it back.
    #[track_caller]
    #[inline]
    fn from(error: PyErr) -> Self {
        let number = match error.0.look() {
            Look::Lazy(Lazy { what: What::Rare(recipe), .. }) => recipe.number(),
            _ => None,
        };
        let kind = match number {
            Some(number) => io::Error::from_raw_os_error(number).kind(),
            None => Python::try_attach(|py| kind_of(&error, py)).unwrap_or(ErrorKind::Other),
        };
        io::Error::new(kind, error)
    }
}

#[inline]
fn kind_of(error: &PyErr, py: Python<'_>) -> ErrorKind {
    let by_class = kind(error, py);
    if by_class != ErrorKind::Other || !error.is::<OSError>(py) {
        return by_class;
    }
    let Some(exception) = error.stored() else {
        return by_class;
    };
    let errno = exception_attribute_i32(exception.bind(py).raw(), c"errno");
    errno.map_or(by_class, |errno| io::Error::from_raw_os_error(errno).kind())
}

/// Rust appends " (os error 2)", Python prefixes "[Errno 2]": once is enough.
#[inline]
fn strip_number(error: &io::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" (os error ").map_or(text.clone(), |(message, _)| message.to_owned())
}
