//! Floats, and `bool`.
#![expect(unsafe_code, reason = "reads floats and bools that were checked to be such")]

use crate::convert::inside::Inside;
use crate::convert::{FromPy, IntoPy};
use crate::err::{OverflowError, PyErr, Result};
use crate::object::{Bool, Float};
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::raw::{self, BorrowedRef};
use crate::token::Python;

/// What is no `float`.
#[inline(never)]
fn slowly(object: Borrowed<'_, '_, Any>) -> Result<f64> {
    // SAFETY: a handle: attached and alive.
    if unsafe { raw::number_check(object.raw()) } == 0 {
        return Err(PyErr::unexpected("float", &object));
    }
    object.to_f64()
}

impl FromPy<'_, '_> for f64 {
    const ACCEPTS: TypeHint = TypeHint::FLOAT;

    /// A `float`, or what has `__float__` or `__index__`, such as an `int`.
    ///
    /// # Errors
    /// `OverflowError` for an `int` that is larger than any float.
    #[inline(always)]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        match Self::quick(object.raw(), Inside) {
            Some(value) => Ok(value),
            None => slowly(object),
        }
    }

    #[inline]
    fn quick(object: BorrowedRef<'_>, _: Inside) -> Option<Self> {
        // SAFETY: checked to be a float.
        raw::is_float(object).then(|| unsafe { raw::float_as_double_unchecked(object) })
    }
}

impl FromPy<'_, '_> for f32 {
    const ACCEPTS: TypeHint = TypeHint::FLOAT;

    /// Rounds to the nearest `f32`, as `struct.pack('f', …)` does.
    ///
    /// # Errors
    /// `OverflowError` for a number that is larger than any `f32`; an infinity stays one.
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let wide = f64::from_py(object)?;
        let near = wide as f32;
        if near.is_infinite() && wide.is_finite() {
            return Err(OverflowError::new(format!("{wide:e} does not fit in f32")));
        }
        Ok(near)
    }
}

impl FromPy<'_, '_> for bool {
    const ACCEPTS: TypeHint = TypeHint::BOOL;

    /// `True` or `False`, and nothing else.
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        Ok(object.downcast::<Bool>()?.value())
    }

    #[inline]
    fn quick(object: BorrowedRef<'_>, _: Inside) -> Option<Self> {
        if !raw::is_bool(object) {
            return None;
        }
        // SAFETY: whoever holds an object is attached; a bool, which is an int.
        Some(unsafe { raw::long_as_i64(object) }.ok()? == Ok(1))
    }
}

/// By value and by reference.
macro_rules! values {
    ($($value:ty => $target:ident;)*) => { $(
        impl<'py> IntoPy<'py> for $value {
            type Target = $target;

            #[inline]
            #[track_caller]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, $target>> {
                $target::new(py, self.into())
            }
        }

        impl<'py> IntoPy<'py> for &$value {
            type Target = $target;

            #[inline]
            #[track_caller]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, $target>> {
                (*self).into_py(py)
            }
        }
    )* };
}
values! {
    f64 => Float;
    f32 => Float;
    bool => Bool;
}
