//! Maps and sets of `indexmap`: a `dict` in its order, and a `set`.

use core::hash::{BuildHasher, Hash};

use ::indexmap::{IndexMap, IndexSet};

use crate::convert::std::maps::{from_dict, into_dict};
use crate::convert::std::sets::{from_set, into_set};
use crate::convert::{FromPy, IntoPy};
use crate::err::{Result, TypeError, ValueError};
use crate::object::{Dict, FrozenSet, Set};
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::token::Python;

from_dict! {
    IndexMap<K: Eq Hash, V, S: BuildHasher, Default>;
}
into_dict! {
    [K, V, S] IndexMap<K, V, S>, K, V;
    ['a, K, V, S] &'a IndexMap<K, V, S>, &'a K, &'a V;
}

// A set of Python's has no order of its own, but a list would be no set: the order is for `Vec` to keep.
from_set! {
    IndexSet<T: Eq Hash, S: BuildHasher, Default>;
}
into_set! {
    [T, S] IndexSet<T, S>, T;
    ['a, T, S] &'a IndexSet<T, S>, &'a T;
}
