//! Types that can be asked for without their subclasses.

use crate::ptr::TypeInfo;
use crate::raw::BorrowedRef;

use super::{Bool, Bytes, Dict, Float, FrozenSet, Int, List, Module, Set, Slice, Str, Tuple, Type};

/// A built-in type whose own instances can be told from those of its subclasses:
/// [`is_exactly`](crate::ptr::Owned::is_exactly), [`downcast_exact`](crate::ptr::Owned::downcast_exact).
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no exact check",
    note = "protocols (`Iter`, `Mapping`, …) have no type of their own, and classes answer to `is_a`"
)]
pub trait Exact: TypeInfo {
    /// Whether the object's type is this one itself. No Python code runs.
    fn is_exact(object: BorrowedRef<'_>) -> bool;
}

macro_rules! exact {
    ($($name:ident = $check:ident;)*) => { $(
        impl $crate::object::Exact for $name {
            #[inline]
            fn is_exact(object: $crate::raw::BorrowedRef<'_>) -> bool {
                $crate::raw::$check(object)
            }
        }
    )* };
}
pub(super) use exact;

exact! {
    List = is_exactly_list;
    Tuple = is_exactly_tuple;
    Dict = is_exactly_dict;
    Set = is_exactly_set;
    FrozenSet = is_exactly_frozen_set;
    Str = is_exactly_str;
    Bytes = is_exactly_bytes;
    Int = is_exactly_int;
    Float = is_exactly_float;
    Type = is_exactly_type;
    Module = is_exactly_module;
    // These have no subclasses.
    Bool = is_bool;
    Slice = is_slice;
}
