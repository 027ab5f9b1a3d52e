//! [`FromPy`]: from a Python object to a value of Rust.

use crate::err::Result;
use crate::ptr::{Any, Borrowed, Owned, Py, TypeHint, TypeInfo};
use crate::raw::BorrowedRef;

use super::inside::Inside;

/// A value that a Python object can be turned into: an argument of a function, a settable field.
///
/// `'a` is the life of the object's owner: `&'a str` and `Borrowed<'a, 'py, T>` may borrow from it.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     struct Width(u32);
///     impl<'a, 'py> FromPy<'a, 'py> for Width {
///         fn from_py(object: Borrowed<'a, 'py, Any>) -> Result<Self> {
///             match object.extract::<u32>()? {
///                 0 => Err(ValueError::new("a face has some width")),
///                 width => Ok(Width(width)),
///             }
///         }
///     }
///     assert_eq!(py.eval("12", None)?.extract::<Width>()?.0, 12);
///     assert!(py.eval("0", None)?.extract::<Width>().is_err());
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
///
/// # Errors
/// `TypeError` says what was expected and what came; `OverflowError` that a number does not fit.
#[cfg_attr(
    not(all(feature = "more-types", feature = "time")),
    diagnostic::on_unimplemented(
        note = "dates, times and the rarer types of std are the features `time` and `more-types` of `owned-py`"
    )
)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be taken from a Python object",
    label = "not a type that an argument can have",
    note = "arguments can be numbers, `bool`, `&str`, `String`, `PathBuf`, `Option`, `Vec`, `HashMap`, tuples, handles (`Owned`, `Borrowed`, `Py`) and, for a `#[class]` type `C`, `Ref<'_, C>` or `Borrowed<'_, '_, C>`",
    note = "a struct or enum of your own that is no class: add `#[derive(FromPy)]`"
)]
pub trait FromPy<'a, 'py>: Sized {
    /// What type checkers are told that it takes, in stub files: anything, unless it says otherwise.
    const ACCEPTS: TypeHint = TypeHint::ANY;

    /// Converts. The object is only borrowed: its count is as before.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let object = Int::from_i64(py, 7)?.into_any();
    /// assert_eq!(i32::from_py(object.as_borrowed())?, 7); // `object.extract()` is shorter
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    fn from_py(object: Borrowed<'a, 'py, Any>) -> Result<Self>;

    /// The value, if it can be had without running Python code: so an item of a list need not be kept meanwhile.
    /// `None` leaves it to `from_py`. Only this library implements it, since `Inside` has no name elsewhere.
    #[doc(hidden)]
    #[inline]
    fn quick(_object: BorrowedRef<'_>, _: Inside) -> Option<Self> {
        None
    }

    /// A whole sequence of values that are bytes, at once.
    #[doc(hidden)]
    #[inline]
    fn of_bytes(_data: &[u8], _: Inside) -> Option<Vec<Self>> {
        None
    }
}

impl<'a, 'py, T: TypeInfo> FromPy<'a, 'py> for Borrowed<'a, 'py, T> {
    const ACCEPTS: TypeHint = T::HINT;

    #[inline]
    fn from_py(object: Borrowed<'a, 'py, Any>) -> Result<Self> {
        Ok(object.downcast()?)
    }
}

impl<'py, T: TypeInfo> FromPy<'_, 'py> for Owned<'py, T> {
    const ACCEPTS: TypeHint = T::HINT;

    /// A new reference.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
        Ok(object.downcast::<T>()?.to_owned())
    }
}

impl<T: TypeInfo> FromPy<'_, '_> for Py<T> {
    const ACCEPTS: TypeHint = T::HINT;

    /// A new reference.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        Ok(object.downcast::<T>()?.to_owned().unbind())
    }
}
