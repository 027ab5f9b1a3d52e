//! Arithmetic of any two objects: the number protocol.
#![expect(unsafe_code, reason = "calls the number protocol; handles prove an attached thread and live objects")]

use crate::err::Result;
use crate::object::handle;
use crate::ptr::{Any, Owned};
use crate::raw::{self, BorrowedRef, Failed, NewRef};

use super::super::IntoPy;

type Operation = unsafe fn(BorrowedRef<'_>, BorrowedRef<'_>) -> core::result::Result<NewRef, Failed>;

/// # Safety
/// The operation asks of its operands only that they are alive and the thread attached.
#[track_caller]
#[inline]
unsafe fn apply<'py>(operation: Operation, left: &Owned<'py, Any>, right: impl IntoPy<'py>) -> Result<Owned<'py, Any>> {
    let right = right.into_py(left.py())?;
    // SAFETY: handles: attached and alive; the caller's.
    let result = unsafe { operation(left.raw(), right.raw()) }?;
    Ok(handle(left.py(), result))
}

macro_rules! binary {
    ($($(#[$doc:meta])* $name:ident = $raw:ident;)*) => {
        impl<'py> Owned<'py, Any> { $(
            $(#[$doc])*
            ///
            /// # Errors
            /// `TypeError` if neither type knows how; what they raise.
            #[track_caller]
            pub fn $name(&self, other: impl IntoPy<'py>) -> Result<Owned<'py, Any>> {
                // SAFETY: the number protocol takes any objects.
                unsafe { apply(raw::$raw, self, other) }
            }
        )* }
    };
}
binary! {
    /// `self + other` (`PyNumber_Add`). A new reference.
    add = number_add;
    /// `self - other` (`PyNumber_Subtract`). A new reference.
    sub = number_subtract;
    /// `self * other` (`PyNumber_Multiply`). A new reference.
    mul = number_multiply;
    /// `self @ other` (`PyNumber_MatrixMultiply`). A new reference.
    matmul = number_matrix_multiply;
    /// `self / other` (`PyNumber_TrueDivide`). A new reference.
    div = number_true_divide;
    /// `self // other` (`PyNumber_FloorDivide`). A new reference.
    floor_div = number_floor_divide;
    /// `self % other` (`PyNumber_Remainder`). A new reference.
    rem = number_remainder;
    /// `self << other` (`PyNumber_Lshift`). A new reference.
    lshift = number_lshift;
    /// `self >> other` (`PyNumber_Rshift`). A new reference.
    rshift = number_rshift;
    /// `self & other` (`PyNumber_And`). A new reference.
    bit_and = number_and;
    /// `self | other` (`PyNumber_Or`). A new reference.
    bit_or = number_or;
    /// `self ^ other` (`PyNumber_Xor`). A new reference.
    bit_xor = number_xor;
    /// `divmod(self, other)` (`PyNumber_Divmod`). A new reference.
    divmod = number_divmod;
}

// The result is the same object if that can change, else a new one: it is what the variable holds afterwards.
binary! {
    /// `self += other` (`PyNumber_InPlaceAdd`). What it gives is the same object if that can change, else a new one.
    in_place_add = number_in_place_add;
    /// `self -= other` (`PyNumber_InPlaceSubtract`). What it gives is the same object if that can change, else a new one.
    in_place_sub = number_in_place_subtract;
    /// `self *= other` (`PyNumber_InPlaceMultiply`). What it gives is the same object if that can change, else a new one.
    in_place_mul = number_in_place_multiply;
    /// `self @= other` (`PyNumber_InPlaceMatrixMultiply`). What it gives is the same object if that can change, else a new one.
    in_place_matmul = number_in_place_matrix_multiply;
    /// `self /= other` (`PyNumber_InPlaceTrueDivide`). What it gives is the same object if that can change, else a new one.
    in_place_div = number_in_place_true_divide;
    /// `self //= other` (`PyNumber_InPlaceFloorDivide`). What it gives is the same object if that can change, else a new one.
    in_place_floor_div = number_in_place_floor_divide;
    /// `self %= other` (`PyNumber_InPlaceRemainder`). What it gives is the same object if that can change, else a new one.
    in_place_rem = number_in_place_remainder;
    /// `self <<= other` (`PyNumber_InPlaceLshift`). What it gives is the same object if that can change, else a new one.
    in_place_lshift = number_in_place_lshift;
    /// `self >>= other` (`PyNumber_InPlaceRshift`). What it gives is the same object if that can change, else a new one.
    in_place_rshift = number_in_place_rshift;
    /// `self &= other` (`PyNumber_InPlaceAnd`). What it gives is the same object if that can change, else a new one.
    in_place_bit_and = number_in_place_and;
    /// `self |= other` (`PyNumber_InPlaceOr`). What it gives is the same object if that can change, else a new one.
    in_place_bit_or = number_in_place_or;
    /// `self ^= other` (`PyNumber_InPlaceXor`). What it gives is the same object if that can change, else a new one.
    in_place_bit_xor = number_in_place_xor;
}

impl<'py> Owned<'py, Any> {
    /// `self ** exponent` (`PyNumber_Power`). A new reference.
    ///
    /// # Errors
    /// `TypeError` if neither type knows how; what they raise.
    #[track_caller]
    pub fn pow(&self, exponent: impl IntoPy<'py>) -> Result<Owned<'py, Any>> {
        self.pow_mod(exponent, ())
    }

    /// `pow(self, exponent, modulus)` (`PyNumber_Power`). A new reference.
    ///
    /// # Errors
    /// `TypeError` if no type knows how; what they raise, such as `ValueError` for a modulus of 0.
    #[track_caller]
    pub fn pow_mod(&self, exponent: impl IntoPy<'py>, modulus: impl IntoPy<'py>) -> Result<Owned<'py, Any>> {
        let (exponent, modulus) = (exponent.into_py(self.py())?, modulus.into_py(self.py())?);
        // SAFETY: handles: attached and alive.
        let result = unsafe { raw::number_power(self.raw(), exponent.raw(), modulus.raw()) }?;
        Ok(handle(self.py(), result))
    }

    /// `self **= exponent` (`PyNumber_InPlacePower`). What it gives is the same object if that can change, else a new
    /// one.
    ///
    /// # Errors
    /// As for [`pow`](Owned::pow).
    #[track_caller]
    pub fn in_place_pow(&self, exponent: impl IntoPy<'py>) -> Result<Owned<'py, Any>> {
        let (exponent, modulus) = (exponent.into_py(self.py())?, self.py().none());
        // SAFETY: handles: attached and alive.
        let result = unsafe { raw::number_in_place_power(self.raw(), exponent.raw(), modulus.raw()) }?;
        Ok(handle(self.py(), result))
    }
}
