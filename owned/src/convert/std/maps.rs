//! Maps: a `dict`.

use core::hash::{BuildHasher, Hash};
use std::collections::{BTreeMap, HashMap};

use crate::convert::{FromPy, IntoPy};
use crate::err::{Result, ValueError};
use crate::object::Dict;
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::token::Python;

macro_rules! from_dict {
    ($($map:ident<K $(: $($bound:ident)+)?, V $(, $s:ident: $b:path, $d:path)?>;)*) => { $(
        impl<'py, K, V $(, $s: $b + $d)?> FromPy<'_, 'py> for $map<K, V $(, $s)?>
        where
            K: for<'x> FromPy<'x, 'py> $($(+ $bound)+)?,
            V: for<'x> FromPy<'x, 'py>,
        {
            const ACCEPTS: TypeHint = TypeHint::generic(
                &TypeHint::DICT,
                const { &[<K as FromPy<'_, 'py>>::ACCEPTS, <V as FromPy<'_, 'py>>::ACCEPTS] },
            );

            /// A `dict`, as it is when the conversion begins.
            ///
            /// # Errors
            /// `ValueError` if two keys that Python tells apart are one in Rust: a value would be lost.
            #[track_caller]
            #[inline]
            fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
                let mut map = Self::default();
                for (name, value) in object.downcast::<Dict>()?.snapshot()? {
                    let key = K::from_py(name.as_borrowed()).map_err(|e| e.within(&["key"]))?;
                    let value = V::from_py(value.as_borrowed());
                    let value = value.map_err(|e| e.within(&["value of ", &format!("{name:?}")]))?;
                    if map.insert(key, value).is_some() {
                        return Err(ValueError::new(format!("key {name:?} is the same as another one")));
                    }
                }
                Ok(map)
            }
        }
    )* };
}
#[cfg(feature = "indexmap")]
pub(in crate::convert) use from_dict;

from_dict! {
    HashMap<K: Eq Hash, V, S: BuildHasher, Default>;
    BTreeMap<K: Ord, V>;
}

macro_rules! into_dict {
    ($([$($generics:tt)*] $map:ty, $key:ty, $value:ty;)*) => { $(
        impl<'py, $($generics)*> IntoPy<'py> for $map
        where
            $key: IntoPy<'py>,
            $value: IntoPy<'py>,
        {
            type Target = Dict;
            const GIVES: TypeHint = TypeHint::generic(
                &TypeHint::DICT,
                const { &[<$key as IntoPy<'py>>::GIVES, <$value as IntoPy<'py>>::GIVES] },
            );

            /// A `dict`, in the order of the map.
            ///
            /// # Errors
            /// `TypeError` for keys that Python cannot hash, such as lists.
            #[track_caller]
            #[inline]
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
#[cfg(feature = "indexmap")]
pub(in crate::convert) use into_dict;

into_dict! {
    [K, V, S] HashMap<K, V, S>, K, V;
    ['a, K, V, S] &'a HashMap<K, V, S>, &'a K, &'a V;
    [K, V] BTreeMap<K, V>, K, V;
    ['a, K, V] &'a BTreeMap<K, V>, &'a K, &'a V;
}
