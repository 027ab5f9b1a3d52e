//! [`FromPy`] for the containers and paths of std.

use core::hash::{BuildHasher, Hash};
use std::collections::{BTreeMap, HashMap};
use std::ffi::OsString;
use std::path::PathBuf;

use crate::err::{Result, TypeError};
use crate::object::{Bytes, Dict, Str, Tuple};
use crate::ptr::{Any, Borrowed};

use super::FromPy;

impl<'a, 'py, T: FromPy<'a, 'py>> FromPy<'a, 'py> for Option<T> {
    /// `None` is `None`.
    #[track_caller]
    fn from_py(object: Borrowed<'a, 'py, Any>) -> Result<Self> {
        if object.is_none() { Ok(None) } else { T::from_py(object).map(Some) }
    }
}

impl<'py, T: for<'x> FromPy<'x, 'py>> FromPy<'_, 'py> for Vec<T> {
    /// Any iterable except a `str`, which is hardly ever meant as a list of its characters.
    #[track_caller]
    fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
        let wrong = || TypeError::new(format!("expected a sequence, got {}", object.type_name()));
        if object.is_a::<Str>() {
            return Err(wrong());
        }
        let iterator =
            object.iter().map_err(|error| if error.is::<TypeError>(object.py()) { wrong() } else { error })?;
        // A loop and no adaptors: the handles that the items may be answer to the caller's line.
        let mut items = Vec::new();
        for item in iterator {
            let value = T::from_py(item?.as_borrowed());
            items.push(value.map_err(|e| e.within(&format!("item {}", items.len())))?);
        }
        Ok(items)
    }
}

macro_rules! maps {
    ($($map:ident<K $(: $($bound:ident)+)?, V $(, $s:ident: $b:path, $d:path)?>;)*) => { $(
        impl<'py, K, V $(, $s: $b + $d)?> FromPy<'_, 'py> for $map<K, V $(, $s)?>
        where
            K: for<'x> FromPy<'x, 'py> $($(+ $bound)+)?,
            V: for<'x> FromPy<'x, 'py>,
        {
            /// A `dict`, as it is when the conversion begins.
            #[track_caller]
            fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
                let mut map = Self::default();
                for (name, value) in object.downcast::<Dict>()?.items()? {
                    let key = K::from_py(name.as_borrowed()).map_err(|e| e.within("key"))?;
                    let value = V::from_py(value.as_borrowed());
                    map.insert(key, value.map_err(|e| e.within(&format!("value of {name:?}")))?);
                }
                Ok(map)
            }
        }
    )* };
}
maps! {
    HashMap<K: Eq Hash, V, S: BuildHasher, Default>;
    BTreeMap<K: Ord, V>;
}

macro_rules! tuples {
    ($($count:literal: $($name:ident $at:tt),+;)*) => { $(
        impl<'py, $($name: for<'x> FromPy<'x, 'py>),+> FromPy<'_, 'py> for ($($name,)+) {
            /// A `tuple` of exactly this length.
            #[track_caller]
            fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
                let tuple = object.downcast::<Tuple>()?;
                if tuple.len() != $count {
                    return Err(TypeError::new(format!(
                        "expected a tuple of {}, got one of {}", $count, tuple.len()
                    )));
                }
                Ok(($($name::from_py(tuple.get($at)?).map_err(|e| e.within(concat!("item ", $at)))?,)+))
            }
        }
    )* };
}
tuples! {
    1: A 0;
    2: A 0, B 1;
    3: A 0, B 1, C 2;
    4: A 0, B 1, C 2, D 3;
    5: A 0, B 1, C 2, D 3, E 4;
    6: A 0, B 1, C 2, D 3, E 4, F 5;
}

impl FromPy<'_, '_> for PathBuf {
    /// `str`, `bytes` or an `os.PathLike` (`os.fspath`).
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        OsString::from_py(object).map(PathBuf::from)
    }
}

impl FromPy<'_, '_> for OsString {
    /// `str`, `bytes` or an `os.PathLike`, in the filesystem's encoding (`os.fsencode`).
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let py = object.py();
        let encoded = py.import("os")?.call_method("fsencode", (object,)).map_err(|error| {
            if error.is::<TypeError>(py) {
                TypeError::new(format!("expected a path, got {}", object.type_name()))
            } else {
                error
            }
        })?;
        let encoded = encoded.downcast::<Bytes>()?;
        if encoded.as_slice().contains(&0) {
            return Err(crate::err::ValueError::new("embedded null byte in a path"));
        }
        os_string(encoded.as_slice())
    }
}

#[cfg(unix)]
fn os_string(bytes: &[u8]) -> Result<OsString> {
    use std::os::unix::ffi::OsStrExt;
    Ok(std::ffi::OsStr::from_bytes(bytes).to_owned())
}

#[cfg(not(unix))]
fn os_string(bytes: &[u8]) -> Result<OsString> {
    Ok(core::str::from_utf8(bytes)?.into())
}
