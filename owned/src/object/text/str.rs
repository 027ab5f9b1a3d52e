//! `str`: made, decoded, encoded, lent as UTF-8.
#![expect(unsafe_code, reason = "calls the unicode API; a handle proves an attached thread and the type")]

use core::ffi::CStr;
use std::borrow::Cow;
use std::ffi::CString;

use super::Bytes;
use crate::err::Result;
use crate::object::builtin_type;
use crate::ptr::{Any, Borrowed, Owned};
use crate::raw;
use crate::token::Python;

builtin_type! {
    /// Python's `str`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// Python::attach(|py| {
    ///     let word = Str::new(py, "tête-à-tête")?;
    ///     assert_eq!(word.to_str()?, "tête-à-tête"); // lent, as long as the string lives
    ///     assert_eq!(word.len(), 11); // code points, as `len` has it
    ///     assert_eq!(word.find(&Str::new(py, "à")?)?, Some(5));
    ///     assert!(word == *"tête-à-tête");
    ///
    ///     let odd = Str::decode(py, b"caf\xe9", Some(c"utf-8"), Some(c"surrogateescape"))?;
    ///     assert!(odd.to_str().is_err()); // UnicodeEncodeError: UTF-8 cannot say a lone surrogate
    ///     assert_eq!(odd.to_string_lossy(), "caf\u{fffd}");
    ///     assert_eq!(odd.encode(Some(c"utf-8"), Some(c"surrogateescape"))?.as_slice(), b"caf\xe9");
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Str, "str", raw::is_str
}

impl Str {
    /// A new `str` (`PyUnicode_FromStringAndSize`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "ink")?.len(), 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new<'py>(py: Python<'py>, text: &str) -> Result<Owned<'py, Str>> {
        // SAFETY: attached, by `py`; pointer and length are of one str.
        let new = unsafe { raw::unicode_from_string_and_size(text.as_ptr().cast(), text.len().cast_signed()) }?;
        // SAFETY: the function makes a str.
        Ok(unsafe { Owned::from_ref(py, new) })
    }

    /// The one `str` of this text that the interpreter keeps for names (`PyUnicode_InternInPlace`): looking up an
    /// attribute or a key by it is fast, and two of them are equal if they are the same.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(Str::intern(py, "width")?.is(&Str::intern(py, "width")?));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn intern<'py>(py: Python<'py>, text: &str) -> Result<Owned<'py, Str>> {
        Str::new(py, text)?.into_interned()
    }

    /// `str(data, encoding, errors)` (`PyUnicode_Decode`). `None` is UTF-8, and for the errors `strict`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::decode(py, b"\xe9t\xe9", Some(c"latin-1"), None)?.to_str()?, "été");
    /// assert_eq!(Str::decode(py, b"i\xffk", None, Some(c"replace"))?.to_str()?, "i\u{fffd}k");
    /// assert!(Str::decode(py, b"ink", Some(c"no such code"), None).is_err());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `UnicodeDecodeError`; `LookupError` if there is no such encoding or no such handler of errors.
    #[track_caller]
    #[inline]
    pub fn decode<'py>(
        py: Python<'py>,
        data: &[u8],
        encoding: Option<&CStr>,
        errors: Option<&CStr>,
    ) -> Result<Owned<'py, Str>> {
        let (encoding, errors) = (or_null(encoding), or_null(errors));
        // SAFETY: attached, by `py`; pointer and length are of one slice; C strings or NULL.
        let new = unsafe { raw::unicode_decode(data.as_ptr().cast(), data.len().cast_signed(), encoding, errors) }?;
        // SAFETY: the function makes a str.
        Ok(unsafe { Owned::from_ref(py, new) })
    }

    /// `text % args`, where `args` is a tuple, a dict, or one value (`PyUnicode_Format`).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let text = Str::format(&Str::new(py, "%s of %d")?, &("face", 12).into_any(py)?)?;
    /// assert_eq!(text.to_str()?, "face of 12");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn format<'py>(text: &Owned<'py, Str>, args: &Owned<'py, Any>) -> Result<Owned<'py, Str>> {
        // SAFETY: handles: attached, alive, and a str.
        let new = unsafe { raw::unicode_format(text.raw(), args.raw()) }?;
        // SAFETY: the function makes a str.
        Ok(unsafe { Owned::from_ref(text.py(), new) })
    }
}

#[inline]
pub(super) fn or_null(text: Option<&CStr>) -> *const core::ffi::c_char {
    text.map_or(core::ptr::null(), CStr::as_ptr)
}

impl<'py> Owned<'py, Str> {
    /// The text, lent for as long as the string is (`PyUnicode_AsUTF8AndSize`). The string keeps the UTF-8.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "ink")?.to_str()?, "ink");
    /// assert!(Str::from_code_points(py, &[0xd800])?.to_str().is_err()); // a lone surrogate
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `UnicodeEncodeError` for a lone surrogate, which UTF-8 cannot say.
    #[track_caller]
    #[inline]
    pub fn to_str(&self) -> Result<&str> {
        // SAFETY: a handle to a str.
        Ok(unsafe { raw::unicode_utf8(self.raw()) }?)
    }

    /// The text, with U+FFFD for each lone surrogate: lent if there is none.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "ink")?.to_string_lossy(), "ink");
    /// assert_eq!(Str::from_code_points(py, &[0x69, 0xd800])?.to_string_lossy(), "i\u{fffd}");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        // SAFETY: a handle to a str.
        match unsafe { raw::unicode_utf8(self.raw()) } {
            Ok(text) => Cow::Borrowed(text),
            Err(failed) => {
                drop(crate::err::PyErr::from(failed));
                let points = self.code_points();
                Cow::Owned(points.map(|point| char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
            }
        }
    }

    /// The text as a C string; a copy.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "ink")?.to_c_string()?.as_c_str(), c"ink");
    /// assert!(Str::new(py, "i\0k")?.to_c_string().unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if there is a NUL in it, `UnicodeEncodeError` for a lone surrogate.
    #[track_caller]
    #[inline]
    pub fn to_c_string(&self) -> Result<CString> {
        Ok(CString::new(self.to_str()?)?)
    }

    /// `self.encode(encoding, errors)` (`PyUnicode_AsEncodedString`). `None` is UTF-8, and for the errors `strict`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "été")?.encode(Some(c"latin-1"), None)?.as_slice(), b"\xe9t\xe9");
    /// assert!(Str::new(py, "été")?.encode(Some(c"ascii"), None).is_err());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `UnicodeEncodeError`; `LookupError` if there is no such encoding or no such handler of errors.
    #[track_caller]
    #[inline]
    pub fn encode(&self, encoding: Option<&CStr>, errors: Option<&CStr>) -> Result<Owned<'py, Bytes>> {
        // SAFETY: a handle to a str; C strings or NULL.
        let bytes = unsafe { raw::unicode_as_encoded_string(self.raw(), or_null(encoding), or_null(errors)) }?;
        // SAFETY: the function makes bytes, or fails.
        Ok(unsafe { Owned::from_ref(self.py(), bytes) })
    }

    /// The same text as the one `str` that the interpreter keeps. An instance of a subclass stays as it is.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let name = Str::new(py, "width")?.into_interned()?;
    /// assert!(name.is(&Str::intern(py, "width")?));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn into_interned(self) -> Result<Owned<'py, Str>> {
        let py = self.py();
        // SAFETY: attached, by `py`; a str.
        let new = unsafe { raw::unicode_intern_in_place(self.into_stolen()) }?;
        // SAFETY: the function gives a str.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl<'a> Borrowed<'a, '_, Str> {
    /// The text with the life of the string's owner.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let string = Str::new(py, "ink")?;
    /// let text: &str = string.as_borrowed().as_str()?; // as long as `string`
    /// assert_eq!(text, "ink");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `UnicodeEncodeError` for a lone surrogate.
    #[track_caller]
    #[inline]
    pub fn as_str(self) -> Result<&'a str> {
        // SAFETY: a handle to a str, which lives for `'a`.
        Ok(unsafe { raw::unicode_utf8(self.inner()) }?)
    }
}
