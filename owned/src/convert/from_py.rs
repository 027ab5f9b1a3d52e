//! [`FromPy`]: from a Python object to a value of Rust.

use crate::err::{OverflowError, Result, TypeError};
use crate::object::{Bool, Bytes, Int, Str};
use crate::ptr::{Any, Borrowed, Owned, Py, TypeInfo};

/// A value that a Python object can be turned into: an argument of a function, a settable field.
///
/// `'a` is the life of the object's owner: `&'a str` and `Borrowed<'a, 'py, T>` may borrow from it.
///
/// # Errors
/// `TypeError` says what was expected and what came; `OverflowError` that a number does not fit.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be taken from a Python object",
    label = "not a type that an argument can have",
    note = "arguments can be numbers, `bool`, `&str`, `String`, `PathBuf`, `Option`, `Vec`, `HashMap`, tuples, handles (`Owned`, `Borrowed`, `Py`) and, for a `#[class]` type `C`, `Ref<'_, C>` or `Borrowed<'_, '_, C>`"
)]
pub trait FromPy<'a, 'py>: Sized {
    /// Converts. The object is only borrowed: its count is as before.
    #[track_caller]
    fn from_py(object: Borrowed<'a, 'py, Any>) -> Result<Self>;
}

impl<'a, 'py, T: TypeInfo> FromPy<'a, 'py> for Borrowed<'a, 'py, T> {
    fn from_py(object: Borrowed<'a, 'py, Any>) -> Result<Self> {
        Ok(object.downcast()?)
    }
}

impl<'py, T: TypeInfo> FromPy<'_, 'py> for Owned<'py, T> {
    /// A new reference.
    #[track_caller]
    fn from_py(object: Borrowed<'_, 'py, Any>) -> Result<Self> {
        Ok(object.downcast::<T>()?.to_owned())
    }
}

impl<T: TypeInfo> FromPy<'_, '_> for Py<T> {
    /// A new reference.
    #[track_caller]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        Ok(object.downcast::<T>()?.to_owned().unbind())
    }
}

impl FromPy<'_, '_> for bool {
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        object.downcast::<Bool>()?;
        object.is_true()
    }
}

impl<'a> FromPy<'a, '_> for &'a str {
    fn from_py(object: Borrowed<'a, '_, Any>) -> Result<Self> {
        object.downcast::<Str>()?.as_str()
    }
}

impl FromPy<'_, '_> for String {
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        object.downcast::<Str>()?.as_str().map(str::to_owned)
    }
}

impl FromPy<'_, '_> for char {
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let mut text = object.downcast::<Str>()?.as_str()?.chars();
        match (text.next(), text.next()) {
            (Some(one), None) => Ok(one),
            _ => Err(TypeError::new("expected a string of one character")),
        }
    }
}

impl<'a> FromPy<'a, '_> for &'a [u8] {
    fn from_py(object: Borrowed<'a, '_, Any>) -> Result<Self> {
        Ok(object.downcast::<Bytes>()?.as_bytes())
    }
}

impl FromPy<'_, '_> for f64 {
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        object.to_f64().map_err(|error| wrong_kind(error, object, "float"))
    }
}

impl FromPy<'_, '_> for f32 {
    /// Rounds to the nearest `f32`.
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        f64::from_py(object).map(|value| value as f32)
    }
}

/// CPython's `TypeError` for a wrong kind of number, in the words of all our messages.
#[track_caller]
fn wrong_kind(error: crate::err::PyErr, object: Borrowed<'_, '_, Any>, wanted: &str) -> crate::err::PyErr {
    if error.is::<TypeError>(object.py()) {
        TypeError::new(format!("expected {wanted}, got {}", object.type_name()))
    } else {
        error
    }
}

#[track_caller]
fn index<'py>(object: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Int>> {
    object.to_index().map_err(|error| wrong_kind(error, object, "int"))
}

macro_rules! integers {
    ($wide:ty, $to:ident: $($int:ty)*) => { $(
        impl FromPy<'_, '_> for $int {
            fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
                let int = index(object)?;
                let fits = int.$to().ok().and_then(|wide: $wide| <$int>::try_from(wide).ok());
                fits.ok_or_else(|| OverflowError::new(format!(
                    "{:?} does not fit in {} ({} to {})", *int, stringify!($int), <$int>::MIN, <$int>::MAX
                )))
            }
        }
    )* };
}
integers!(i64, to_i64: i8 i16 i32 i64 isize);
integers!(u64, to_u64: u8 u16 u32 u64 usize);
