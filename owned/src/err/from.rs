//! What `?` turns into exceptions, but for those of input and output (`from_io.rs`).

use core::error::Error;
use core::fmt::Display;
use core::num::{ParseFloatError, ParseIntError, TryFromIntError};
use core::str::Utf8Error;
use std::collections::TryReserveError;
use std::ffi::{FromBytesUntilNulError, FromBytesWithNulError, FromVecWithNulError, IntoStringError, NulError};
use std::string::{FromUtf8Error, FromUtf16Error};

use crate::ptr::Downcast;
use crate::raw::{self, ExceptionKind};
use crate::token::Python;

use super::PyErr;
use super::exceptions::UnicodeDecodeError;

/// With the text of an error of Rust, of a kind that is [known](raw::known).
#[cold]
#[track_caller]
fn said(kind: ExceptionKind, error: &dyn Display) -> PyErr {
    PyErr::of_known(kind, error.to_string().into())
}

macro_rules! from {
    ($($error:ty => $kind:ident),* $(,)?) => { $(
        impl From<$error> for PyErr {
            #[inline]
            #[track_caller]
            fn from(error: $error) -> Self {
                said(raw::known(ExceptionKind::$kind), &error)
            }
        }
    )* };
}

from! {
    ParseIntError => ValueError,
    ParseFloatError => ValueError,
    TryFromIntError => OverflowError,
    FromUtf16Error => UnicodeError,
    core::char::DecodeUtf16Error => UnicodeError,
    NulError => ValueError,
    FromBytesWithNulError => ValueError,
    FromBytesUntilNulError => ValueError,
    FromVecWithNulError => ValueError,
    core::fmt::Error => RuntimeError,
    core::array::TryFromSliceError => ValueError,
    core::char::ParseCharError => ValueError,
    core::char::CharTryFromError => ValueError,
    core::char::TryFromCharError => ValueError,
    core::str::ParseBoolError => ValueError,
    core::net::AddrParseError => ValueError,
    core::time::TryFromFloatSecsError => ValueError,
    core::alloc::LayoutError => OverflowError,
    core::cell::BorrowError => RuntimeError,
    core::cell::BorrowMutError => RuntimeError,
    std::time::SystemTimeError => ValueError,
    std::path::StripPrefixError => ValueError,
    std::sync::mpsc::RecvError => RuntimeError,
    std::thread::AccessError => RuntimeError,
    TryReserveError => MemoryError,
}

impl From<Utf8Error> for PyErr {
    /// A `UnicodeDecodeError` with the place and, since `error` does not hold them, no bytes:
    /// [`UnicodeDecodeError::utf8`] takes both.
    #[inline]
    #[track_caller]
    fn from(error: Utf8Error) -> Self {
        let start = error.valid_up_to();
        let end = start + error.error_len().unwrap_or(1);
        UnicodeDecodeError::new("utf-8", Vec::new(), start..end, error.to_string())
    }
}

impl From<FromUtf8Error> for PyErr {
    /// The `UnicodeDecodeError` that Python's own decoder raises for these bytes.
    #[inline]
    #[track_caller]
    fn from(error: FromUtf8Error) -> Self {
        UnicodeDecodeError::utf8(error.utf8_error(), error.into_bytes())
    }
}

impl From<IntoStringError> for PyErr {
    /// The `UnicodeDecodeError` that Python's own decoder raises for these bytes.
    #[inline]
    #[track_caller]
    fn from(error: IntoStringError) -> Self {
        UnicodeDecodeError::utf8(error.utf8_error(), error.into_cstring().into_bytes())
    }
}

impl<I> From<Downcast<I>> for PyErr {
    #[cold]
    #[inline(never)]
    #[track_caller]
    fn from(error: Downcast<I>) -> Self {
        PyErr::unexpected_named(error.wanted, &error.found)
    }
}

impl From<core::convert::Infallible> for PyErr {
    #[inline]
    #[track_caller]
    fn from(never: core::convert::Infallible) -> Self {
        match never {}
    }
}

impl From<Box<dyn Error + Send + Sync>> for PyErr {
    /// What the box holds, if it is a `PyErr` or one of [`std::io::Error`]; else a `RuntimeError` with its text and its
    /// sources as causes. So `Result<T, Box<dyn Error + Send + Sync>>` can be returned to Python.
    #[track_caller]
    #[inline]
    fn from(error: Box<dyn Error + Send + Sync>) -> Self {
        let error = match error.downcast::<PyErr>() {
            Ok(error) => return *error,
            Err(error) => error,
        };
        match error.downcast::<std::io::Error>() {
            Ok(error) => PyErr::from(*error),
            Err(error) => PyErr::from_error(ExceptionKind::RuntimeError, &*error),
        }
    }
}

impl PyErr {
    /// An exception with the text of an error of Rust, and the error's sources as causes: `__cause__` there,
    /// `Error::source` here. The sources become plain data, or what they are if they are exceptions themselves.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::exceptions::ExceptionKind;
    /// let parse = "x".parse::<i32>().unwrap_err();
    /// let error = PyErr::from_error(ExceptionKind::ValueError, &parse);
    /// assert_eq!(error.to_string(), "ValueError: invalid digit found in string");
    /// ```
    #[track_caller]
    #[inline]
    pub fn from_error(kind: ExceptionKind, error: &(dyn Error + 'static)) -> Self {
        let made = PyErr::new(kind, error.to_string());
        match sources(error, DEEPEST) {
            Some(cause) => made.caused_by(cause),
            None => made,
        }
    }
}

/// How many sources become causes: an error's `source` can be anything, also itself.
const DEEPEST: usize = 16;

/// The causes of an error, as exceptions.
#[track_caller]
#[inline]
pub(super) fn sources(error: &(dyn Error + 'static), left: usize) -> Option<PyErr> {
    let source = error.source()?;
    if left == 0 {
        return None;
    }
    if let Some(known) = source.downcast_ref::<PyErr>().and_then(same) {
        return Some(known);
    }
    let made = match source.downcast_ref::<std::io::Error>() {
        Some(error) => super::from_io::borrowed(error),
        None => PyErr::new(ExceptionKind::RuntimeError, source.to_string()),
    };
    Some(match sources(source, left - 1) {
        Some(cause) => made.caused_by(cause),
        None => made,
    })
}

/// Another error with the same exception, if this thread is attached and there is one.
#[track_caller]
#[inline]
pub(super) fn same(error: &PyErr) -> Option<PyErr> {
    let exception = error.stored()?;
    if !raw::is_attached() {
        return None;
    }
    Python::try_attach(|py| PyErr::from_value(exception.bind(py).to_owned())).ok()
}
