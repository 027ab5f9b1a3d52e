//! The types behind the handles.
#![expect(unsafe_code, reason = "declares the traits that let a handle be cast")]

use crate::raw::BorrowedRef;

use super::hint::TypeHint;

/// Any Python object. The type at the top of every chain: each `Owned<T>` derefs to `Owned<Any>`.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     let number: Owned<'_, Any> = py.eval("7", None)?;
///     assert_eq!(number.repr()?.to_str()?, "7");
///     assert!(number.downcast::<Int>().is_ok());
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[derive(Debug)]
pub enum Any {}

/// A Python type as Rust sees it: the `T` of [`Owned<T>`](super::Owned).
///
/// # Safety
/// `is_instance` returns true only for objects of which every operation that the handle `Owned<Self>` offers is
/// right, and runs no Python code.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     fn named<T: owned::TypeInfo>(object: &Owned<'_, Any>) -> Option<&'static str> {
///         object.clone().downcast::<T>().is_ok().then_some(T::NAME)
///     }
///     let list = List::empty(py)?.into_any();
///     assert_eq!((named::<List>(&list), named::<Dict>(&list)), (Some("list"), None));
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
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
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::TypeInfo as _;
    /// assert!(List::is_instance(List::empty(py)?.raw()));
    /// assert!(!Dict::is_instance(List::empty(py)?.raw()));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    fn is_instance(object: BorrowedRef<'_>) -> bool;
}

/// A type with another above it: `Owned<Self>` derefs to `Owned<Self::Base>`.
///
/// # Safety
/// Every instance of `Self` is an instance of `Base`.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     let text = Str::new(py, "a face")?;
///     let above: &Owned<'_, Any> = &text; // what every object can do, without a new reference
///     assert!(above.getattr("upper")?.is_callable());
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
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
