//! Types that can be asked for without their subclasses.

use crate::ptr::TypeInfo;
use crate::raw::BorrowedRef;

use super::{Bool, Bytes, Dict, Float, FrozenSet, Int, List, Module, Set, Slice, Str, Tuple, Type};

/// A built-in type whose own instances can be told from those of its subclasses:
/// [`is_exactly`](crate::ptr::Owned::is_exactly), [`downcast_exact`](crate::ptr::Owned::downcast_exact).
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// use owned::types::Exact;
/// Python::attach(|py| {
///     fn unchanged<T: Exact>(object: &Owned<'_, Any>) -> bool {
///         object.is_exactly::<T>() // no subclass, so its methods are the type's own
///     }
///     assert!(unchanged::<Int>(&py.eval("1", None)?));
///     assert!(!unchanged::<Int>(&py.eval("True", None)?));
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no exact check",
    note = "protocols (`Iter`, `Mapping`, …) have no type of their own, and classes answer to `is_a`"
)]
pub trait Exact: TypeInfo {
    /// Whether the object's type is this one itself. No Python code runs.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::Exact;
    /// assert!(Int::is_exact(py.eval("1", None)?.raw()));
    /// assert!(!Int::is_exact(py.eval("True", None)?.raw()));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
