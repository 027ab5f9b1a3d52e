//! Integers of 128 bits, and those that are not zero.

use core::num::NonZero;

use super::super::ints::{limits, quickly, slowly};
use crate::convert::inside::Inside;
use crate::convert::{FromPy, IntoPy};
use crate::err::{Result, ValueError};
use crate::object::Int;
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::raw::BorrowedRef;
use crate::token::Python;

macro_rules! wide {
    ($($int:ty, $make:ident, $to:ident;)*) => { $(
        impl FromPy<'_, '_> for $int {
            const ACCEPTS: TypeHint = TypeHint::INT;

            #[inline]
            fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
                match quickly(object.raw()) {
                    Some(value) => Ok(value),
                    None => slowly(object, Owned::<Int>::$to, limits!($int)),
                }
            }

            #[inline]
            fn quick(object: BorrowedRef<'_>, _: Inside) -> Option<Self> {
                quickly(object)
            }
        }

        impl<'py> IntoPy<'py> for $int {
            type Target = Int;

            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Int>> {
                Int::$make(py, self)
            }
        }

        impl<'py> IntoPy<'py> for &$int {
            type Target = Int;

            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Int>> {
                (*self).into_py(py)
            }
        }
    )* };
}
wide! {
    i128, from_i128, to_i128;
    u128, from_u128, to_u128;
}

#[track_caller]
fn not_zero<'a, 'py, T: FromPy<'a, 'py>, U>(
    object: Borrowed<'a, 'py, Any>,
    new: impl FnOnce(T) -> Option<U>,
) -> Result<U> {
    new(T::from_py(object)?).ok_or_else(|| ValueError::new("expected a number other than 0"))
}

macro_rules! non_zero {
    ($($int:ty)*) => { $(
        impl FromPy<'_, '_> for NonZero<$int> {
            const ACCEPTS: TypeHint = TypeHint::INT;

            /// 0 is a `ValueError`.
            #[inline]
            fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
                not_zero(object, Self::new)
            }

            #[inline]
            fn quick(object: BorrowedRef<'_>, inside: Inside) -> Option<Self> {
                NonZero::new(<$int>::quick(object, inside)?)
            }
        }

        impl<'py> IntoPy<'py> for NonZero<$int> {
            type Target = Int;

            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Int>> {
                self.get().into_py(py)
            }
        }

        impl<'py> IntoPy<'py> for &NonZero<$int> {
            type Target = Int;

            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Int>> {
                self.get().into_py(py)
            }
        }
    )* };
}
non_zero!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);
