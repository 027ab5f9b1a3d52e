//! What parameters take that has no type of its own in Rust.

use owned::TypeHint;
use owned::prelude::*;

/// An argument that need not be given, where `None` is one that may be.
pub(crate) struct Given<'a, 'py>(pub(crate) Option<Borrowed<'a, 'py, Any>>);

impl<'a, 'py> FromPy<'a, 'py> for Given<'a, 'py> {
    fn from_py(object: Borrowed<'a, 'py, Any>) -> Result<Self> {
        Ok(Given(Some(object)))
    }
}

/// Any object, for its truth.
pub(crate) struct Truth(pub(crate) bool);

impl FromPy<'_, '_> for Truth {
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        object.is_true().map(Truth)
    }
}

/// What is called with each key and value that must go; `None` for nothing.
pub(crate) struct Evicted(pub(crate) Option<Py<Any>>);

impl FromPy<'_, '_> for Evicted {
    const ACCEPTS: TypeHint = TypeHint::written("collections.abc.Callable[[typing.Any, typing.Any], object] | None");

    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        if object.is_none() {
            Ok(Evicted(None))
        } else if object.is_callable() {
            Ok(Evicted(Some(object.into())))
        } else {
            Err(TypeError::new("parameter must be callable"))
        }
    }
}

/// How many entries there may be.
pub(crate) struct Size(pub(crate) isize);

impl Size {
    /// # Errors
    /// `ValueError` for a size that no cache can have.
    pub(crate) fn checked(self) -> Result<usize> {
        let size = usize::try_from(self.0).unwrap_or(0);
        if size > 0 { Ok(size) } else { Err(ValueError::new("Size should be a positive number")) }
    }
}

impl FromPy<'_, '_> for Size {
    const ACCEPTS: TypeHint = isize::ACCEPTS;

    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        object.extract().map(Size)
    }
}

/// What a method has taken out of its object: dropped when the object is free again, since destructors may use it.
/// Python gets `None`.
pub(crate) struct Afterwards<T>(pub(crate) T);

impl<'py, T> IntoPy<'py> for Afterwards<T> {
    type Target = Any;
    const GIVES: TypeHint = TypeHint::NONE;

    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        drop(self.0);
        Ok(py.none())
    }
}
