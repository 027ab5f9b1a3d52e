//! [`IntoPy`]: from a value of Rust to a Python object.

use crate::err::{BaseException, PyErr, Result};
use crate::object::List;
use crate::ptr::{Any, Borrowed, Owned, Py, TypeHint, TypeInfo};
use crate::token::Python;

use super::inside::Inside;

/// A value that becomes a Python object: a result, a gettable field, an argument of a call.
///
/// ```
/// # owned::Python::initialize();
/// use owned::prelude::*;
/// Python::attach(|py| {
///     struct Width(u32);
///     impl<'py> IntoPy<'py> for Width {
///         type Target = Int;
///         fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Int>> {
///             self.0.into_py(py)
///         }
///     }
///     assert_eq!(List::new(py, [Width(12), Width(13)])?.str()?.to_str()?, "[12, 13]");
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
#[cfg_attr(
    not(all(feature = "more-types", feature = "time")),
    diagnostic::on_unimplemented(
        note = "dates, times and the rarer types of std are the features `time` and `more-types` of `owned-py`"
    )
)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be turned into a Python object",
    label = "not a type that Python can be given",
    note = "results can be `()`, numbers, `bool`, `&str`, `String`, paths, `Option`, `Vec`, `HashMap`, tuples, handles (`Owned`, `Borrowed`, `Py`) and `#[class]` types; a field that is read by `get` must be so by reference",
    note = "a struct or enum of your own that is no class: add `#[derive(IntoPy)]`"
)]
pub trait IntoPy<'py>: Sized {
    /// The type of the object.
    type Target: TypeInfo;

    /// What type checkers are told that it gives, in stub files: the type of the object, unless it says more.
    const GIVES: TypeHint = <Self::Target as TypeInfo>::HINT;

    /// What a sequence of values is.
    #[doc(hidden)]
    const GIVES_MANY: TypeHint = TypeHint::generic(&TypeHint::LIST, const { &[Self::GIVES] });

    /// Converts. The result is a new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let text: Owned<'_, Str> = "ink".into_py(py)?;
    /// assert_eq!(text.len(), 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Self::Target>>;

    /// Converts, and forgets the type.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let object: Owned<'_, Any> = "ink".into_any(py)?;
    /// assert_eq!(object.type_name(), "str");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    #[track_caller]
    fn into_any(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        Ok(self.into_py(py)?.into_any())
    }

    /// A sequence of values: a list, or `bytes` if they are bytes.
    #[doc(hidden)]
    #[inline]
    #[track_caller]
    fn many(items: impl ExactSizeIterator<Item = Self>, py: Python<'py>, _: Inside) -> Result<Owned<'py, Any>> {
        Ok(List::new(py, items)?.into_any())
    }
}

impl<'py, T: TypeInfo> IntoPy<'py> for Owned<'py, T> {
    type Target = T;

    #[inline]
    fn into_py(self, _py: Python<'py>) -> Result<Owned<'py, T>> {
        Ok(self)
    }
}

impl<'py, T: TypeInfo> IntoPy<'py> for &Owned<'py, T> {
    type Target = T;

    #[track_caller]
    #[inline]
    fn into_py(self, _py: Python<'py>) -> Result<Owned<'py, T>> {
        Ok(self.clone())
    }
}

impl<'py, T: TypeInfo> IntoPy<'py> for Borrowed<'_, 'py, T> {
    type Target = T;

    #[track_caller]
    #[inline]
    fn into_py(self, _py: Python<'py>) -> Result<Owned<'py, T>> {
        Ok(self.to_owned())
    }
}

impl<'py, T: TypeInfo> IntoPy<'py> for &Borrowed<'_, 'py, T> {
    type Target = T;

    #[track_caller]
    #[inline]
    fn into_py(self, _py: Python<'py>) -> Result<Owned<'py, T>> {
        Ok((*self).to_owned())
    }
}

impl<'py, T: TypeInfo> IntoPy<'py> for Py<T> {
    type Target = T;

    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, T>> {
        Ok(self.into_bound(py))
    }
}

impl<'py, T: TypeInfo> IntoPy<'py> for &Py<T> {
    type Target = T;

    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, T>> {
        Ok(self.bind(py).to_owned())
    }
}

impl<'py> IntoPy<'py> for PyErr {
    type Target = BaseException;

    /// The exception object.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, BaseException>> {
        Ok(self.into_value(py))
    }
}
