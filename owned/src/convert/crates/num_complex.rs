//! Complex numbers of `num-complex`: `complex`.

use ::num_complex::Complex;

use super::by_value;
use crate::convert::{FromPy, IntoPy};
use crate::err::{OverflowError, Result, TypeError};
use crate::object;
use crate::ptr::{Any, Borrowed, Owned, TypeHint, TypeInfo};
use crate::token::Python;

impl FromPy<'_, '_> for Complex<f64> {
    const ACCEPTS: TypeHint = object::Complex::HINT;

    /// A `complex`, or as `complex(object)` takes it: what has `__complex__`, `__float__` or `__index__`, but no `str`.
    ///
    /// # Errors
    /// `OverflowError` for an `int` that is larger than any float; what those methods raise.
    #[track_caller]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        if let Ok(number) = object.downcast::<object::Complex>() {
            return Ok(Complex::new(number.real(), number.imag()));
        }
        // As special methods are found: the type's, not the object's own.
        if let Some(method) = object.type_of().getattr_opt("__complex__")? {
            let number = method.call((object,))?;
            let found = || TypeError::new(format!("__complex__ returned {}, not complex", number.type_name()));
            let number = number.as_borrowed().downcast::<object::Complex>().map_err(|_| found())?;
            return Ok(Complex::new(number.real(), number.imag()));
        }
        if !object.is_number() {
            return Err(TypeError::new(format!("expected complex, got {}", object.type_name())));
        }
        Ok(Complex::new(f64::from_py(object)?, 0.0))
    }
}

impl FromPy<'_, '_> for Complex<f32> {
    const ACCEPTS: TypeHint = object::Complex::HINT;

    /// As `Complex<f64>`, with each part rounded to the nearest `f32`.
    ///
    /// # Errors
    /// `OverflowError` for a part that is larger than any `f32`; an infinity stays one.
    #[track_caller]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let wide = Complex::<f64>::from_py(object)?;
        let narrow = |part: f64| {
            let near = part as f32;
            if near.is_infinite() && part.is_finite() {
                return Err(OverflowError::new(format!("{part:e} does not fit in f32")));
            }
            Ok(near)
        };
        Ok(Complex::new(narrow(wide.re)?, narrow(wide.im)?))
    }
}

macro_rules! into_complex {
    ($($part:ty)*) => { $(
        impl<'py> IntoPy<'py> for &Complex<$part> {
            type Target = object::Complex;

            /// A `complex`.
            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::Complex>> {
                object::Complex::new(py, self.re.into(), self.im.into())
            }
        }

        by_value! {
            Complex<$part> => object::Complex;
        }
    )* };
}
into_complex!(f64 f32);
