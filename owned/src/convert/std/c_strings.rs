//! C strings: text without a NUL inside.
#![expect(unsafe_code, reason = "lends the NUL that Python keeps after the text")]

use std::ffi::{CStr, CString};

use crate::convert::{FromPy, IntoPy};
use crate::err::{PyErr, Result, ValueError};
use crate::object::{Bytes, Str};
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::raw;
use crate::token::Python;

impl<'a> FromPy<'a, '_> for &'a CStr {
    const ACCEPTS: TypeHint = TypeHint::union(&[TypeHint::STR, TypeHint::BYTES]);

    /// Lends the UTF-8 of a `str`, or `bytes`.
    ///
    /// # Errors
    /// `ValueError` if there is a NUL inside.
    #[inline]
    fn from_py(object: Borrowed<'a, '_, Any>) -> Result<Self> {
        if let Ok(text) = object.downcast::<Str>() {
            // SAFETY: a handle to a str, which lives for `'a`.
            let lent = unsafe { raw::unicode_c_str(text.inner()) }?;
            return lent.ok_or_else(|| ValueError::new("embedded null character"));
        }
        match object.downcast::<Bytes>() {
            Ok(bytes) => {
                // SAFETY: a handle to bytes, which live for `'a`.
                let lent = unsafe { raw::bytes_c_str(bytes.inner()) };
                lent.ok_or_else(|| ValueError::new("embedded null byte"))
            }
            Err(_) => Err(PyErr::unexpected("str or bytes", &object)),
        }
    }
}

impl FromPy<'_, '_> for CString {
    const ACCEPTS: TypeHint = <&CStr as FromPy<'_, '_>>::ACCEPTS;

    /// Copies; see `&CStr`.
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        <&CStr>::from_py(object).map(CStr::to_owned)
    }
}

macro_rules! c_strings {
    ($($text:ty)*) => { $(
        impl<'py> IntoPy<'py> for $text {
            type Target = Str;

            /// A `str`.
            ///
            /// # Errors
            /// `UnicodeDecodeError` if it is not UTF-8.
            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Str>> {
                Str::decode(py, self.to_bytes(), None, None)
            }
        }
    )* };
}
c_strings!(&CStr CString &CString);
