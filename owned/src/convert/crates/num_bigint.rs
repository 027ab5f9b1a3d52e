//! Integers of any size, of `num-bigint`: `int`.

use ::num_bigint::{BigInt, BigUint, Sign};

use super::by_value;
use crate::convert::std::ints::index;
use crate::convert::{FromPy, IntoPy};
use crate::err::{OverflowError, Result};
use crate::object::{ByteOrder, Int};
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::token::Python;

impl FromPy<'_, '_> for BigInt {
    const ACCEPTS: TypeHint = TypeHint::INT;

    /// An `int`, or what has `__index__`.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let int = index(object)?;
        match int.small() {
            Ok(small) => Ok(small.into()),
            Err(_) => Ok(BigInt::from_signed_bytes_le(&int.to_signed_bytes_le()?)),
        }
    }
}

impl FromPy<'_, '_> for BigUint {
    const ACCEPTS: TypeHint = TypeHint::INT;

    /// An `int`, or what has `__index__`.
    ///
    /// # Errors
    /// `OverflowError` for a negative one.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        // `try_from` would keep the number in its error.
        match BigInt::from_py(object)?.into_parts() {
            (Sign::Minus, _) => Err(OverflowError::new("a negative int does not fit in BigUint")),
            (_, magnitude) => Ok(magnitude),
        }
    }
}

impl<'py> IntoPy<'py> for &BigInt {
    type Target = Int;

    /// An `int`.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Int>> {
        match i64::try_from(self) {
            Ok(small) => Int::from_i64(py, small),
            Err(_) => Int::from_bytes(py, &self.to_signed_bytes_le(), ByteOrder::Little, true),
        }
    }
}

impl<'py> IntoPy<'py> for &BigUint {
    type Target = Int;

    /// An `int`.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Int>> {
        match u64::try_from(self) {
            Ok(small) => Int::from_u64(py, small),
            Err(_) => Int::from_bytes(py, &self.to_bytes_le(), ByteOrder::Little, false),
        }
    }
}

by_value! {
    BigInt => Int;
    BigUint => Int;
}
