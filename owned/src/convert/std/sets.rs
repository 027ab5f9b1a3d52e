//! Sets.

use core::hash::{BuildHasher, Hash};
use std::collections::{BTreeSet, HashSet};

use crate::convert::{FromPy, IntoPy};
use crate::err::{Result, TypeError};
use crate::object::{FrozenSet, Set};
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::token::Python;

macro_rules! from_set {
    ($($set:ident<T $(: $($bound:ident)+)? $(, $s:ident: $b:path, $d:path)?>;)*) => { $(
        impl<'py, T $(, $s: $b + $d)?> FromPy<'_, 'py> for $set<T $(, $s)?>
        where
            T: for<'x> FromPy<'x, 'py> $($(+ $bound)+)?,
        {
            const ACCEPTS: TypeHint = TypeHint::union(const {
                &[
                    TypeHint::generic(&TypeHint::SET, const { &[<T as FromPy<'_, 'py>>::ACCEPTS] }),
                    TypeHint::generic(&TypeHint::FROZENSET, const { &[<T as FromPy<'_, 'py>>::ACCEPTS] }),
                ]
            });

            /// A `set` or `frozenset`. Items that Python tells apart and Rust does not become one.
            ///
            /// # Errors
            /// `RuntimeError` if an item's conversion changes the size of the set.
            #[track_caller]
            #[inline]
            fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
                if !object.is_a::<Set>() && !object.is_a::<FrozenSet>() {
                    return Err(TypeError::new(format!("expected set, got {}", object.type_name())));
                }
                let mut set = Self::default();
                for item in object.iter()? {
                    let value = T::from_py(item?.as_borrowed());
                    set.insert(value.map_err(|error| error.within(&["item"]))?);
                }
                Ok(set)
            }
        }
    )* };
}
#[cfg(feature = "indexmap")]
pub(in crate::convert) use from_set;

from_set! {
    HashSet<T: Eq Hash, S: BuildHasher, Default>;
    BTreeSet<T: Ord>;
}

macro_rules! into_set {
    ($([$($generics:tt)*] $set:ty, $item:ty;)*) => { $(
        impl<'py, $($generics)*> IntoPy<'py> for $set
        where
            $item: IntoPy<'py>,
        {
            type Target = Set;
            const GIVES: TypeHint = TypeHint::generic(&TypeHint::SET, const { &[<$item as IntoPy<'py>>::GIVES] });

            /// A `set`.
            ///
            /// # Errors
            /// `TypeError` for items that Python cannot hash, such as lists.
            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Set>> {
                Set::new(py, self)
            }
        }
    )* };
}
#[cfg(feature = "indexmap")]
pub(in crate::convert) use into_set;

into_set! {
    [T, S] HashSet<T, S>, T;
    ['a, T, S] &'a HashSet<T, S>, &'a T;
    [T] BTreeSet<T>, T;
    ['a, T] &'a BTreeSet<T>, &'a T;
}
