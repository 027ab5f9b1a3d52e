//! The types behind the handles.
#![expect(unsafe_code, reason = "declares the traits that let a handle be cast")]

use crate::raw::BorrowedRef;

use super::hint::TypeHint;

/// Any Python object. The type at the top of every chain: each `Owned<T>` derefs to `Owned<Any>`.
#[derive(Debug)]
pub enum Any {}

/// A Python type as Rust sees it: the `T` of [`Owned<T>`](super::Owned).
///
/// # Safety
/// `is_instance` returns true only for objects of which every operation that the handle `Owned<Self>` offers is
/// right, and runs no Python code.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Python type",
    label = "not a Python type",
    note = "handles hold the types of `owned::object` (`Any`, `Str`, `List`, …) and structs marked `#[class]`"
)]
pub unsafe trait TypeInfo: Sized + 'static {
    /// The name in Python, for messages.
    const NAME: &'static str;

    /// What type checkers are told of it.
    #[doc(hidden)]
    const HINT: TypeHint = TypeHint::built_in(Self::NAME);

    /// Whether the object is an instance of this type or of a subclass.
    fn is_instance(object: BorrowedRef<'_>) -> bool;
}

/// A type with another above it: `Owned<Self>` derefs to `Owned<Self::Base>`.
///
/// # Safety
/// Every instance of `Self` is an instance of `Base`.
pub unsafe trait Derived: TypeInfo {
    /// The type above.
    type Base: TypeInfo;
}

// SAFETY: every object is an object.
unsafe impl TypeInfo for Any {
    const NAME: &'static str = "object";

    #[inline]
    fn is_instance(_: BorrowedRef<'_>) -> bool {
        true
    }
}
