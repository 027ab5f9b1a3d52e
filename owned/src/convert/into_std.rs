//! [`IntoPy`] for the containers and paths of std.

use std::collections::{BTreeMap, HashMap};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use crate::err::Result;
use crate::object::{Bytes, Dict, List, Str, Tuple};
use crate::ptr::{Any, Owned};
use crate::token::Python;

use super::IntoPy;

impl<'py, T: IntoPy<'py>> IntoPy<'py> for Option<T> {
    type Target = Any;

    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        match self {
            Some(value) => value.into_any(py),
            None => Ok(py.none()),
        }
    }
}

impl<'a, 'py, T> IntoPy<'py> for &'a Option<T>
where
    &'a T: IntoPy<'py>,
{
    type Target = Any;

    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        self.as_ref().into_py(py)
    }
}

/// What can be iterated becomes a list.
macro_rules! lists {
    ($([$($generics:tt)*] $list:ty, $item:ty;)*) => { $(
        impl<'py, $($generics)*> IntoPy<'py> for $list
        where
            $item: IntoPy<'py>,
        {
            type Target = List;

            #[track_caller]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, List>> {
                List::new(py, self)
            }
        }
    )* };
}
lists! {
    [T] Vec<T>, T;
    ['a, T] &'a Vec<T>, &'a T;
    ['a, T] &'a [T], &'a T;
    [T, const N: usize] [T; N], T;
    ['a, T, const N: usize] &'a [T; N], &'a T;
}

/// What has keys becomes a dict.
macro_rules! dicts {
    ($([$($generics:tt)*] $map:ty, $key:ty, $value:ty;)*) => { $(
        impl<'py, $($generics)*> IntoPy<'py> for $map
        where
            $key: IntoPy<'py>,
            $value: IntoPy<'py>,
        {
            type Target = Dict;

            #[track_caller]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Dict>> {
                let dict = Dict::empty(py)?;
                for (key, value) in self {
                    dict.put(&key.into_py(py)?, &value.into_py(py)?)?;
                }
                Ok(dict)
            }
        }
    )* };
}
dicts! {
    [K, V, S] HashMap<K, V, S>, K, V;
    ['a, K, V, S] &'a HashMap<K, V, S>, &'a K, &'a V;
    [K, V] BTreeMap<K, V>, K, V;
    ['a, K, V] &'a BTreeMap<K, V>, &'a K, &'a V;
}

macro_rules! tuples {
    ($($($name:ident $at:tt),+;)*) => { $(
        impl<'py, $($name: IntoPy<'py>),+> IntoPy<'py> for ($($name,)+) {
            type Target = Tuple;

            #[track_caller]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Tuple>> {
                Tuple::from_items(py, [$(self.$at.into_any(py)?),+])
            }
        }

        impl<'a, 'py, $($name),+> IntoPy<'py> for &'a ($($name,)+)
        where
            $(&'a $name: IntoPy<'py>),+
        {
            type Target = Tuple;

            #[track_caller]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Tuple>> {
                Tuple::from_items(py, [$((&self.$at).into_any(py)?),+])
            }
        }
    )* };
}
tuples! {
    A 0;
    A 0, B 1;
    A 0, B 1, C 2;
    A 0, B 1, C 2, D 3;
    A 0, B 1, C 2, D 3, E 4;
    A 0, B 1, C 2, D 3, E 4, F 5;
}

impl<'py> IntoPy<'py> for &OsStr {
    type Target = Str;

    /// The filesystem's encoding, as `os.fsdecode` has it.
    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Str>> {
        if let Some(text) = self.to_str() {
            return text.into_py(py);
        }
        let bytes = Bytes::new(py, self.as_encoded_bytes())?;
        Ok(py.import("os")?.call_method("fsdecode", (bytes,))?.downcast()?)
    }
}

macro_rules! paths {
    ($($path:ty)*) => { $(
        impl<'py> IntoPy<'py> for $path {
            type Target = Str;

            #[track_caller]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Str>> {
                AsRef::<OsStr>::as_ref(&self).into_py(py)
            }
        }
    )* };
}
paths!(&Path PathBuf &PathBuf OsString &OsString);
