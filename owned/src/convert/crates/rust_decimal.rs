//! `Decimal` of `rust_decimal`: `decimal.Decimal`. It holds 96 bits and up to 28 places behind the point; what does not
//! fit is refused, never rounded.

use ::rust_decimal::Decimal;

use super::by_value;
use super::imported::Imported;
use crate::convert::std::ints::index;
use crate::convert::{FromPy, IntoPy};
use crate::err::{OverflowError, PyErr, Result, TypeError, ValueError};
use crate::object::Tuple;
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::token::Python;

const DECIMAL: Imported = Imported { key: c"owned.decimal.Decimal", module: "decimal", name: "Decimal" };
const HINT: TypeHint = TypeHint::named("decimal", "Decimal");

/// More than the 96 bits that there are for the digits.
const TOO_LARGE: i128 = 1 << 96;

#[cold]
fn too_large() -> PyErr {
    OverflowError::new("the number does not fit in Decimal (96 bits)")
}

/// One digit more, if there is room.
#[inline]
fn shifted(digits: i128, digit: u8) -> Option<i128> {
    Some(digits * 10 + i128::from(digit)).filter(|digits| *digits < TOO_LARGE)
}

impl FromPy<'_, '_> for Decimal {
    const ACCEPTS: TypeHint = TypeHint::union(&[HINT, TypeHint::INT]);

    /// A `decimal.Decimal`, with its trailing zeros, or an `int`.
    ///
    /// # Errors
    /// `TypeError` for anything else, also a `float`, which is hardly ever the number that was meant; `OverflowError` for
    /// a number of more than 96 bits; `ValueError` for NaN, an infinity, and more than 28 places behind the point.
    #[track_caller]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        if object.is_index() {
            let whole = index(object)?.to_i128().map_err(|_| too_large())?;
            return Decimal::try_from_i128_with_scale(whole, 0).map_err(|_| too_large());
        }
        if !DECIMAL.is_type_of(object)? {
            return Err(TypeError::new(format!("expected decimal.Decimal, got {}", object.type_name())));
        }
        // The type's own method: a subclass could have another.
        let parts = DECIMAL.get(object.py())?.call_method("as_tuple", (object,))?;
        let (negative, digits, exponent): (u8, Owned<'_, Tuple>, Owned<'_, Any>) = parts.extract()?;
        let Ok(exponent) = exponent.extract::<i64>() else {
            return Err(ValueError::new(format!("expected a finite number, got {}", object.str()?)));
        };
        let mut value = 0;
        for digit in digits.items() {
            value = shifted(value, digit.extract()?).ok_or_else(too_large)?;
        }
        let scale = match u32::try_from(-exponent) {
            Ok(scale @ 0..=Decimal::MAX_SCALE) => scale,
            _ if exponent < 0 => {
                let most = Decimal::MAX_SCALE;
                return Err(ValueError::new(format!(
                    "expected at most {most} places behind the point, got {}",
                    -exponent
                )));
            }
            _ => {
                // Nothing times ten stays nothing, however often.
                for _ in 0..if value == 0 { 0 } else { exponent } {
                    value = shifted(value, 0).ok_or_else(too_large)?;
                }
                0
            }
        };
        let mut number = Decimal::try_from_i128_with_scale(value, scale).map_err(|_| too_large())?;
        number.set_sign_negative(negative == 1);
        Ok(number)
    }
}

impl<'py> IntoPy<'py> for &Decimal {
    type Target = Any;
    const GIVES: TypeHint = HINT;

    /// A `decimal.Decimal`, with the trailing zeros. Its context does not matter.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, Any>> {
        DECIMAL.get(py)?.call((self.to_string(),))
    }
}

by_value! {
    Decimal => Any;
}
