//! What `?` turns into exceptions.

use core::num::{ParseFloatError, ParseIntError, TryFromIntError};
use core::str::Utf8Error;
use std::ffi::NulError;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::string::FromUtf8Error;

use crate::ptr::Downcast;
use crate::raw::ExceptionKind;

use super::PyErr;

macro_rules! from {
    ($($error:ty => $kind:ident),* $(,)?) => { $(
        impl From<$error> for PyErr {
            fn from(error: $error) -> Self {
                PyErr::new(ExceptionKind::$kind, error.to_string())
            }
        }
    )* };
}

from! {
    ParseIntError => ValueError,
    ParseFloatError => ValueError,
    TryFromIntError => OverflowError,
    Utf8Error => UnicodeError,
    FromUtf8Error => UnicodeError,
    NulError => ValueError,
    core::fmt::Error => RuntimeError,
    core::array::TryFromSliceError => ValueError,
    core::char::ParseCharError => ValueError,
    core::str::ParseBoolError => ValueError,
}

impl<I> From<Downcast<I>> for PyErr {
    fn from(error: Downcast<I>) -> Self {
        PyErr::new(ExceptionKind::TypeError, error.to_string())
    }
}

impl From<io::Error> for PyErr {
    /// `OSError` with the system's number, so that Python picks the subclass; without one, the nearest kind.
    fn from(error: io::Error) -> Self {
        match error.raw_os_error() {
            Some(errno) => PyErr::os(errno, strip_number(&error), None),
            None => PyErr::new(kind(error.kind()), error.to_string()),
        }
    }
}

impl PyErr {
    /// As `From<io::Error>`, with the name of the file that it was about.
    pub fn from_io(error: &io::Error, path: &Path) -> Self {
        match error.raw_os_error() {
            Some(errno) => PyErr::os(errno, strip_number(error), Some(path.as_os_str().to_owned())),
            None => PyErr::new(kind(error.kind()), format!("{error}: '{}'", path.display())),
        }
    }
}

fn kind(kind: ErrorKind) -> ExceptionKind {
    match kind {
        ErrorKind::NotFound => ExceptionKind::FileNotFoundError,
        ErrorKind::PermissionDenied => ExceptionKind::PermissionError,
        ErrorKind::TimedOut => ExceptionKind::TimeoutError,
        ErrorKind::UnexpectedEof => ExceptionKind::EOFError,
        ErrorKind::OutOfMemory => ExceptionKind::MemoryError,
        _ => ExceptionKind::OSError,
    }
}

/// Rust appends " (os error 2)", Python prefixes "[Errno 2]": once is enough.
fn strip_number(error: &io::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" (os error ").map_or(text.clone(), |(message, _)| message.to_owned())
}
