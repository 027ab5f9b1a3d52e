//! `str` and `bytes`.
#![expect(unsafe_code, reason = "calls the unicode and bytes API; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::ptr::{Borrowed, Owned};
use crate::raw;
use crate::token::Python;

use super::builtin_type;

builtin_type! {
    /// Python's `str`.
    Str, "str", raw::is_str
}
builtin_type! {
    /// Python's `bytes`.
    Bytes, "bytes", raw::is_bytes
}

impl Str {
    /// A new `str` (`PyUnicode_FromStringAndSize`).
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py>(py: Python<'py>, text: &str) -> Result<Owned<'py, Str>> {
        // SAFETY: attached, by `py`; pointer and length are of one str.
        let new = unsafe { raw::unicode_from_utf8(text.as_ptr().cast(), text.len().cast_signed()) }?;
        // SAFETY: the function makes a str.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl Owned<'_, Str> {
    /// The text, lent for as long as the string is (`PyUnicode_AsUTF8AndSize`).
    ///
    /// # Errors
    /// `UnicodeEncodeError` for a lone surrogate, which UTF-8 cannot say.
    #[track_caller]
    pub fn to_str(&self) -> Result<&str> {
        // SAFETY: a handle to a str.
        Ok(unsafe { raw::unicode_utf8(self.raw()) }?)
    }

    /// The length in bytes of UTF-8.
    #[track_caller]
    pub fn len(&self) -> Result<usize> {
        self.to_str().map(str::len)
    }

    /// Whether the text is empty.
    #[track_caller]
    pub fn is_empty(&self) -> Result<bool> {
        self.to_str().map(str::is_empty)
    }
}

impl<'a> Borrowed<'a, '_, Str> {
    /// The text with the life of the string's owner.
    ///
    /// # Errors
    /// `UnicodeEncodeError` for a lone surrogate.
    #[track_caller]
    pub fn as_str(self) -> Result<&'a str> {
        // SAFETY: a handle to a str, which lives for `'a`.
        Ok(unsafe { raw::unicode_utf8(self.inner()) }?)
    }
}

impl Bytes {
    /// A new `bytes` with a copy of the data (`PyBytes_FromStringAndSize`).
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    pub fn new<'py>(py: Python<'py>, data: &[u8]) -> Result<Owned<'py, Bytes>> {
        // SAFETY: attached, by `py`; pointer and length are of one slice.
        let new = unsafe { raw::bytes_from(data.as_ptr().cast(), data.len().cast_signed()) }?;
        // SAFETY: the function makes bytes.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl<'py> Owned<'py, Bytes> {
    /// The data, lent for as long as the object is.
    pub fn as_slice(&self) -> &[u8] {
        // SAFETY: a handle to bytes.
        unsafe { raw::bytes_data(self.raw()) }
    }

    /// `memoryview(self)`: a read-only view that keeps the bytes alive (`PyMemoryView_FromObject`).
    #[track_caller]
    pub fn memory_view(&self) -> Result<Owned<'py, crate::ptr::Any>> {
        // SAFETY: a handle: attached and alive.
        let view = unsafe { raw::memory_view(self.raw()) }?;
        // SAFETY: any object is an `Any`.
        Ok(unsafe { Owned::from_ref(self.py(), view) })
    }
}

impl<'a> Borrowed<'a, '_, Bytes> {
    /// The data with the life of the object's owner.
    pub fn as_bytes(self) -> &'a [u8] {
        // SAFETY: a handle to bytes, which live for `'a` and never change.
        unsafe { raw::bytes_data(self.inner()) }
    }
}
