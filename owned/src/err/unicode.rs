//! The errors of text: encodings, with the data and the place where it is wrong.

use core::ops::Range;
use core::str::Utf8Error;
use std::borrow::Cow;

use crate::raw::{self, ExceptionKind};

use super::PyErr;
use super::exceptions::{UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError};
use super::repr::What;

/// The arguments of the three exceptions, which have one shape but for the encoding.
pub(crate) struct Unicode {
    pub(super) kind: ExceptionKind,
    pub(super) encoding: Option<Cow<'static, str>>,
    pub(super) data: Data,
    pub(super) range: Range<usize>,
    pub(super) reason: Cow<'static, str>,
}

pub(super) enum Data {
    Bytes(Vec<u8>),
    Text(String),
}

impl From<Unicode> for PyErr {
    #[inline]
    fn from(unicode: Unicode) -> Self {
        What::Unicode(Box::new(unicode)).into()
    }
}

impl UnicodeDecodeError {
    /// An error of this kind: the bytes of `range` are no text in `encoding`. Needs no token.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::exceptions::UnicodeDecodeError;
    /// let error = UnicodeDecodeError::new("utf-8", *b"i\xffk", 1..2, "invalid start byte");
    /// assert!(error.is::<UnicodeDecodeError>(py));
    /// assert_eq!(error.into_value(py).getattr("start")?.extract::<i32>()?, 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the exception, the value is an error")]
    pub fn new(
        encoding: impl Into<Cow<'static, str>>,
        bytes: impl Into<Vec<u8>>,
        range: Range<usize>,
        reason: impl Into<Cow<'static, str>>,
    ) -> PyErr {
        let (encoding, data) = (Some(encoding.into()), Data::Bytes(bytes.into()));
        Unicode { kind: raw::known(ExceptionKind::UnicodeDecodeError), encoding, data, range, reason: reason.into() }
            .into()
    }

    /// As Python's own UTF-8 decoder says it, of the bytes in which Rust's found the error.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::exceptions::UnicodeDecodeError;
    /// let bytes = b"caf\xe9!";
    /// let error = core::str::from_utf8(bytes).map_err(|error| UnicodeDecodeError::utf8(error, bytes)).unwrap_err();
    /// let text = "'utf-8' codec can't decode byte 0xe9 in position 3: invalid continuation byte";
    /// owned::Python::attach(|py| assert_eq!(error.into_value(py).str().unwrap().to_str().unwrap(), text));
    /// ```
    pub fn utf8(error: Utf8Error, bytes: impl Into<Vec<u8>>) -> PyErr {
        let bytes = bytes.into();
        let start = error.valid_up_to();
        let end = error.error_len().map_or(bytes.len(), |length| start + length);
        let reason = match (error.error_len(), bytes.get(start)) {
            (None, _) => "unexpected end of data",
            (_, Some(0xc2..=0xf4)) => "invalid continuation byte",
            _ => "invalid start byte",
        };
        UnicodeDecodeError::new("utf-8", bytes, start..end, reason)
    }
}

impl UnicodeEncodeError {
    /// An error of this kind: the characters of `range` cannot be said in `encoding`. Needs no token.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::exceptions::UnicodeEncodeError;
    /// let error = UnicodeEncodeError::new("ascii", "été", 0..1, "ordinal not in range(128)");
    /// assert_eq!(error.into_value(py).getattr("encoding")?.str()?.to_str()?, "ascii");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the exception, the value is an error")]
    pub fn new(
        encoding: impl Into<Cow<'static, str>>,
        text: impl Into<String>,
        range: Range<usize>,
        reason: impl Into<Cow<'static, str>>,
    ) -> PyErr {
        let (encoding, data) = (Some(encoding.into()), Data::Text(text.into()));
        Unicode { kind: raw::known(ExceptionKind::UnicodeEncodeError), encoding, data, range, reason: reason.into() }
            .into()
    }
}

impl UnicodeTranslateError {
    /// An error of this kind: the characters of `range` cannot be translated. Needs no token.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::exceptions::UnicodeTranslateError;
    /// let error = UnicodeTranslateError::new("été", 0..1, "no such key");
    /// assert_eq!(error.into_value(py).getattr("reason")?.str()?.to_str()?, "no such key");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the exception, the value is an error")]
    pub fn new(text: impl Into<String>, range: Range<usize>, reason: impl Into<Cow<'static, str>>) -> PyErr {
        let (kind, data) = (raw::known(ExceptionKind::UnicodeTranslateError), Data::Text(text.into()));
        Unicode { kind, encoding: None, data, range, reason: reason.into() }.into()
    }
}
