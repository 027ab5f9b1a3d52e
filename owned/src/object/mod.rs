//! Floor 4: the built-in types. Methods that only take and give handles; those that convert values are in `convert`.

mod any;
#[cfg(feature = "buffers")]
mod buffer;
mod calls;
mod code;
mod compare;
mod containers;
mod exact;
mod exception;
mod module;
#[cfg(feature = "more-types")]
mod more;
mod scalars;
mod text;
#[cfg(feature = "time")]
mod time;
mod traceback;
mod types;
mod weak;

pub(crate) use any::Step;
pub use any::{Items, Name, ReprGuard};
#[cfg(feature = "buffers")]
pub use buffer::{Bool8, Buffer, BufferMut, Element, Exported, Field, Format, MemoryView, PyBuffer, Shared};
#[cfg(feature = "buffers")]
pub(crate) use buffer::{Kind, clear_padding, is_inside, write_item};
pub use code::{AsyncGenerator, BoundMethod, BuiltinFunction, Coroutine, Function, Generator};
pub use compare::CompareOp;
pub use containers::{
    AnySet, AsyncIter, Dict, DictItems, DictKeys, DictPairs, DictSnapshot, DictValues, FrozenSet, Iter, List,
    ListItems, Mapping, Reply, Sequence, Set, Slice, SliceIndices, Tuple, TupleItems,
};
pub(crate) use containers::{no_such_item, position};
pub use exact::Exact;
use exact::exact;
pub use module::Module;
#[cfg(feature = "more-types")]
pub use more::*;
pub use scalars::{Bool, Complex, Ellipsis, Float, Int, NoneType, NotImplemented};
pub use text::{ByteArray, Bytes, Str, StrData};
#[cfg(feature = "time")]
pub use time::{Date, DateParts, DateTime, Time, TimeDelta, TimeParts, TimeZone, TzInfo};
pub use traceback::Traceback;
pub use types::{Callable, Type};
pub use weak::{Weak, WeakProxy};

/// A handle to any object, whose reference moves in. Of the caller's line.
#[track_caller]
#[inline]
#[expect(unsafe_code, reason = "the one thing to know of the object is that it is one")]
pub(crate) fn handle(py: crate::token::Python<'_>, new: crate::raw::NewRef) -> crate::ptr::Owned<'_, crate::ptr::Any> {
    // SAFETY: any object is an `Any`.
    unsafe { crate::ptr::Owned::from_ref(py, new) }
}

/// Declares a type of the interpreter: its marker, its check, its place below `Any`. The marker has no values, so it needs no
/// `Debug`, which would be a body more for each.
macro_rules! builtin_type {
    ($(#[$doc:meta])* $name:ident, $python:literal, $check:expr) => {
        $(#[$doc])*
        pub enum $name {}

        // SAFETY: the check is CPython's own for this type and its subclasses, and runs no Python code.
        unsafe impl $crate::ptr::TypeInfo for $name {
            const NAME: &'static str = $python;

            #[inline]
            fn is_instance(object: $crate::raw::BorrowedRef<'_>) -> bool {
                $check(object)
            }
        }

        // SAFETY: everything is an object.
        unsafe impl $crate::ptr::Derived for $name {
            type Base = $crate::ptr::Any;
        }
    };
}
use builtin_type;
