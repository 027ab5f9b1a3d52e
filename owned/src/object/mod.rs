//! Floor 4: the built-in types. Methods that only take and give handles; those that convert values are in `convert`.

mod any;
mod compare;
mod containers;
mod iter;
mod module;
mod scalars;
mod text;
mod types;
mod weak;

pub use compare::CompareOp;
pub use containers::{Dict, DictItems, List, Tuple};
pub use iter::Iter;
pub use module::Module;
pub use scalars::{Bool, Float, Int};
pub use text::{Bytes, Str};
pub use types::{Callable, Type};
pub use weak::Weak;

/// Declares a type of the interpreter: its marker, its check, its place below `Any`.
macro_rules! builtin_type {
    ($(#[$doc:meta])* $name:ident, $python:literal, $check:expr) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}

        // SAFETY: the check is CPython's own for this type and its subclasses, and runs no Python code.
        unsafe impl $crate::ptr::TypeInfo for $name {
            const NAME: &'static str = $python;

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
