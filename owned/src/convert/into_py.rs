//! [`IntoPy`]: from a value of Rust to a Python object.

use std::borrow::Cow;

use crate::err::{PyErr, Result};
use crate::object::{Bool, Float, Int, Str};
use crate::ptr::{Any, Borrowed, Owned, Py, TypeInfo};
use crate::token::Python;

/// A value that becomes a Python object: a result, a gettable field, an argument of a call.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be turned into a Python object",
    label = "not a type that Python can be given",
    note = "results can be `()`, numbers, `bool`, `&str`, `String`, paths, `Option`, `Vec`, `HashMap`, tuples, handles (`Owned`, `Borrowed`, `Py`) and `#[class]` types; a field that is read by `get` must be so by reference"
)]
pub trait IntoPy<'py>: Sized {
    /// The type of the object.
    type Target: TypeInfo;

    /// Converts. The result is a new reference.
    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Self::Target>>;

    /// Converts, and forgets the type.
    #[track_caller]
    fn into_any(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        Ok(self.into_py(py)?.into_any())
    }
}

impl<'py, T: TypeInfo> IntoPy<'py> for Owned<'py, T> {
    type Target = T;

    fn into_py(self, _py: Python<'py>) -> Result<Owned<'py, T>> {
        Ok(self)
    }
}

impl<'py, T: TypeInfo> IntoPy<'py> for &Owned<'py, T> {
    type Target = T;

    #[track_caller]
    fn into_py(self, _py: Python<'py>) -> Result<Owned<'py, T>> {
        Ok(self.clone())
    }
}

impl<'py, T: TypeInfo> IntoPy<'py> for Borrowed<'_, 'py, T> {
    type Target = T;

    #[track_caller]
    fn into_py(self, _py: Python<'py>) -> Result<Owned<'py, T>> {
        Ok(self.to_owned())
    }
}

impl<'py, T: TypeInfo> IntoPy<'py> for Py<T> {
    type Target = T;

    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, T>> {
        Ok(self.into_bound(py))
    }
}

impl<'py, T: TypeInfo> IntoPy<'py> for &Py<T> {
    type Target = T;

    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, T>> {
        Ok(self.bind(py).to_owned())
    }
}

impl<'py> IntoPy<'py> for PyErr {
    type Target = Any;

    /// The exception object.
    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        Ok(self.into_value(py))
    }
}

/// For a `Copy` value: by value and by reference.
macro_rules! scalars {
    ($($value:ty => $target:ident, $make:expr;)*) => { $(
        impl<'py> IntoPy<'py> for $value {
            type Target = $target;

            #[track_caller]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, $target>> {
                $make(py, self.into())
            }
        }

        impl<'py> IntoPy<'py> for &$value {
            type Target = $target;

            #[track_caller]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, $target>> {
                (*self).into_py(py)
            }
        }
    )* };
}
scalars! {
    bool => Bool, Bool::new;
    i8 => Int, Int::from_i64; i16 => Int, Int::from_i64; i32 => Int, Int::from_i64; i64 => Int, Int::from_i64;
    u8 => Int, Int::from_u64; u16 => Int, Int::from_u64; u32 => Int, Int::from_u64; u64 => Int, Int::from_u64;
    f32 => Float, Float::new; f64 => Float, Float::new;
}

/// Through another value that is the same on every machine we build for, or text.
macro_rules! through {
    ($($value:ty => $target:ident, |$from:ident| $to:expr;)*) => { $(
        impl<'py> IntoPy<'py> for $value {
            type Target = $target;

            #[track_caller]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, $target>> {
                let $from = self;
                $to.into_py(py)
            }
        }
    )* };
}
through! {
    isize => Int, |n| n as i64;
    &isize => Int, |n| *n as i64;
    usize => Int, |n| n as u64;
    &usize => Int, |n| *n as u64;
    String => Str, |text| text.as_str();
    &String => Str, |text| text.as_str();
    &&str => Str, |text| *text;
    Cow<'_, str> => Str, |text| &*text;
    &Cow<'_, str> => Str, |text| &**text;
    char => Str, |c| c.encode_utf8(&mut [0; 4]) as &str;
    &char => Str, |c| c.encode_utf8(&mut [0; 4]) as &str;
}

impl<'py> IntoPy<'py> for &str {
    type Target = Str;

    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Str>> {
        Str::new(py, self)
    }
}

impl<'py> IntoPy<'py> for () {
    type Target = Any;

    /// `None`.
    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        Ok(py.none())
    }
}
