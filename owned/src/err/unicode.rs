//! The errors of text: encodings, with the data and the place where it is wrong.
#![expect(unsafe_code, reason = "makes arguments of C's")]

use core::fmt;
use core::ops::Range;
use core::str::Utf8Error;
use std::borrow::Cow;

use crate::ptr::Owned;
use crate::raw::{self, ExceptionKind, NewRef};
use crate::token::Python;

use super::build::{integer, known, make, text};
use super::exceptions::{BaseException, UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError};
use super::repr::{Called, Recipe, rare};
use super::{PyErr, Result};

/// The arguments of the three exceptions, which have one shape but for the encoding.
struct Unicode {
    kind: ExceptionKind,
    encoding: Option<Cow<'static, str>>,
    data: Data,
    range: Range<usize>,
    reason: Cow<'static, str>,
}

enum Data {
    Bytes(Vec<u8>),
    Text(String),
}

impl Recipe for Unicode {
    #[inline]
    fn build<'py>(&self, py: Python<'py>) -> Result<Owned<'py, BaseException>> {
        make(py, known(self.kind), &arguments(self)?)
    }

    #[inline]
    fn describe(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} ({}..{})", self.kind.name(), self.reason, self.range.start, self.range.end)
    }
}

/// Only built with a token at hand.
#[inline]
fn arguments(unicode: &Unicode) -> Called<Vec<NewRef>> {
    let mut args = Vec::with_capacity(5);
    if let Some(encoding) = &unicode.encoding {
        args.push(text(encoding)?);
    }
    let data = match &unicode.data {
        Data::Text(data) => text(data),
        Data::Bytes(data) => {
            let (pointer, length) = (data.as_ptr().cast(), data.len().cast_signed());
            // SAFETY: attached, as above; pointer and length are of one slice.
            unsafe { raw::bytes_from_string_and_size(pointer, length) }
        }
    };
    args.push(data?);
    args.push(integer(unicode.range.start)?);
    args.push(integer(unicode.range.end)?);
    args.push(text(&unicode.reason)?);
    Ok(args)
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
        let kind = raw::known(ExceptionKind::UnicodeDecodeError);
        rare(Unicode { kind, encoding, data, range, reason: reason.into() })
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
        let kind = raw::known(ExceptionKind::UnicodeEncodeError);
        rare(Unicode { kind, encoding, data, range, reason: reason.into() })
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
        rare(Unicode { kind, encoding: None, data, range, reason: reason.into() })
    }
}
