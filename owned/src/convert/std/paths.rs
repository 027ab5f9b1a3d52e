//! Paths and OS strings: `os.fspath`, and the filesystem's encoding with its surrogates.
#![expect(unsafe_code, reason = "calls the functions for paths; handles prove an attached thread")]

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use crate::convert::{FromPy, IntoPy};
use crate::err::{Result, TypeError, ValueError};
use crate::object::{Bytes, Str};
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::raw;
use crate::token::Python;

impl FromPy<'_, '_> for OsString {
    const ACCEPTS: TypeHint = TypeHint::union(&[
        TypeHint::STR,
        TypeHint::BYTES,
        TypeHint::generic(&TypeHint::named("os", "PathLike"), &[TypeHint::STR]),
        TypeHint::generic(&TypeHint::named("os", "PathLike"), &[TypeHint::BYTES]),
    ]);

    /// `str`, `bytes` or an `os.PathLike`, as `os.fsencode` has it.
    ///
    /// # Errors
    /// `ValueError` if there is a NUL inside, which no system takes.
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        if object.is_a::<Str>() || object.is_a::<Bytes>() {
            return os_string(&object.to_owned());
        }
        if object.type_of().getattr_opt("__fspath__")?.is_none() {
            return Err(TypeError::new(format!("expected a path, got {}", object.type_name())));
        }
        // SAFETY: a handle: attached and alive.
        let path = unsafe { raw::os_fs_path(object.raw()) }?;
        // SAFETY: any object is an `Any`.
        os_string(&unsafe { Owned::from_ref(object.py(), path) })
    }
}

/// Of a `str` or `bytes`, which is all that `os.fspath` gives.
#[inline]
fn os_string(path: &Owned<'_, Any>) -> Result<OsString> {
    let text = match path.as_borrowed().downcast::<Bytes>() {
        Ok(bytes) => from_bytes(bytes.as_bytes())?,
        Err(_) => from_str(path.as_borrowed().downcast::<Str>()?)?,
    };
    if text.as_encoded_bytes().contains(&0) {
        return Err(ValueError::new("embedded null byte in a path"));
    }
    Ok(text)
}

#[cfg(unix)]
#[inline]
fn from_bytes(bytes: &[u8]) -> Result<OsString> {
    use std::os::unix::ffi::OsStrExt;
    Ok(OsStr::from_bytes(bytes).to_owned())
}

#[cfg(unix)]
#[inline]
fn from_str(text: Borrowed<'_, '_, Str>) -> Result<OsString> {
    // SAFETY: a handle to a str.
    let bytes = unsafe { raw::unicode_encode_fs_default(text.raw()) }?;
    // SAFETY: the function makes bytes.
    from_bytes(unsafe { Owned::<Bytes>::from_ref(text.py(), bytes) }.as_slice())
}

#[cfg(not(unix))]
#[inline]
fn from_bytes(bytes: &[u8]) -> Result<OsString> {
    Ok(core::str::from_utf8(bytes)?.into())
}

/// In 16-bit units, where lone surrogates stand for themselves.
#[cfg(windows)]
#[inline]
fn from_str(text: Borrowed<'_, '_, Str>) -> Result<OsString> {
    use std::os::windows::ffi::OsStringExt;
    let units = text.encode(Some(c"utf-16-le"), Some(c"surrogatepass"))?;
    let units: Vec<u16> = units.as_slice().chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    Ok(OsString::from_wide(&units))
}

#[cfg(not(any(unix, windows)))]
#[inline]
fn from_str(text: Borrowed<'_, '_, Str>) -> Result<OsString> {
    Ok(text.as_str()?.into())
}

impl FromPy<'_, '_> for PathBuf {
    const ACCEPTS: TypeHint = <OsString as FromPy<'_, '_>>::ACCEPTS;

    /// `str`, `bytes` or an `os.PathLike`; see `OsString`.
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        OsString::from_py(object).map(PathBuf::from)
    }
}

impl<'py> IntoPy<'py> for &OsStr {
    type Target = Str;

    /// A `str`, as `os.fsdecode` has it.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Str>> {
        let text = raw::path_to_str(self)?;
        // SAFETY: the function makes a str.
        Ok(unsafe { Owned::from_ref(py, text) })
    }
}

macro_rules! paths {
    ($($path:ty)*) => { $(
        impl<'py> IntoPy<'py> for $path {
            type Target = Str;

            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Str>> {
                AsRef::<Path>::as_ref(&self).as_os_str().into_py(py)
            }
        }
    )* };
}
paths!(&Path PathBuf &PathBuf OsString &OsString Cow<'_, Path> &Cow<'_, Path> Cow<'_, OsStr> &Cow<'_, OsStr>);
