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
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("2", None)?.add(3)?.extract::<i32>()?, 5);
    /// assert!(py.none().add(1).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    add = number_add;
    /// `self - other` (`PyNumber_Subtract`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("2", None)?.sub(3)?.extract::<i32>()?, -1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    sub = number_subtract;
    /// `self * other` (`PyNumber_Multiply`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(Str::new(py, "ab")?.mul(2)?.str()?.to_str()?, "abab");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    mul = number_multiply;
    /// `self @ other` (`PyNumber_MatrixMultiply`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.eval("2", None)?.matmul(3).unwrap_err().is::<TypeError>(py)); // for matrices, and ints are none
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    matmul = number_matrix_multiply;
    /// `self / other` (`PyNumber_TrueDivide`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let two = py.eval("2", None)?;
    /// assert_eq!(two.div(4)?.extract::<f64>()?, 0.5);
    /// assert!(two.div(0).is_err()); // ZeroDivisionError
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    div = number_true_divide;
    /// `self // other` (`PyNumber_FloorDivide`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("-7", None)?.floor_div(2)?.extract::<i32>()?, -4);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    floor_div = number_floor_divide;
    /// `self % other` (`PyNumber_Remainder`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("-7", None)?.rem(2)?.extract::<i32>()?, 1); // the sign of the divisor, as in Python
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    rem = number_remainder;
    /// `self << other` (`PyNumber_Lshift`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("3", None)?.lshift(4)?.extract::<i32>()?, 48);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    lshift = number_lshift;
    /// `self >> other` (`PyNumber_Rshift`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("48", None)?.rshift(4)?.extract::<i32>()?, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    rshift = number_rshift;
    /// `self & other` (`PyNumber_And`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("6", None)?.bit_and(3)?.extract::<i32>()?, 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    bit_and = number_and;
    /// `self | other` (`PyNumber_Or`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("6", None)?.bit_or(3)?.extract::<i32>()?, 7);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    bit_or = number_or;
    /// `self ^ other` (`PyNumber_Xor`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("6", None)?.bit_xor(3)?.extract::<i32>()?, 5);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    bit_xor = number_xor;
    /// `divmod(self, other)` (`PyNumber_Divmod`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("7", None)?.divmod(2)?.extract::<(i32, i32)>()?, (3, 1));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    divmod = number_divmod;
}

// The result is the same object if that can change, else a new one: it is what the variable holds afterwards.
binary! {
    /// `self += other` (`PyNumber_InPlaceAdd`). What it gives is the same object if that can change, else a new one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1])?;
    /// assert!(list.in_place_add([2])?.is(&list)); // a list changes,
    /// let one = Int::from_i64(py, 1)?;
    /// assert_eq!(one.in_place_add(2)?.extract::<i32>()?, 3); // and an int makes another
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    in_place_add = number_in_place_add;
    /// `self -= other` (`PyNumber_InPlaceSubtract`). What it gives is the same object if that can change, else a new one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("{1, 2}", None)?.in_place_sub(py.eval("{2}", None)?)?.str()?.to_str()?, "{1}");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    in_place_sub = number_in_place_subtract;
    /// `self *= other` (`PyNumber_InPlaceMultiply`). What it gives is the same object if that can change, else a new one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let list = List::new(py, [1])?;
    /// list.in_place_mul(3)?;
    /// assert_eq!(list.len(), 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    in_place_mul = number_in_place_multiply;
    /// `self @= other` (`PyNumber_InPlaceMatrixMultiply`). What it gives is the same object if that can change, else a new one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert!(py.eval("2", None)?.in_place_matmul(3).unwrap_err().is::<TypeError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    in_place_matmul = number_in_place_matrix_multiply;
    /// `self /= other` (`PyNumber_InPlaceTrueDivide`). What it gives is the same object if that can change, else a new one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("1", None)?.in_place_div(2)?.extract::<f64>()?, 0.5);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    in_place_div = number_in_place_true_divide;
    /// `self //= other` (`PyNumber_InPlaceFloorDivide`). What it gives is the same object if that can change, else a new one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("7", None)?.in_place_floor_div(2)?.extract::<i32>()?, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    in_place_floor_div = number_in_place_floor_divide;
    /// `self %= other` (`PyNumber_InPlaceRemainder`). What it gives is the same object if that can change, else a new one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("7", None)?.in_place_rem(2)?.extract::<i32>()?, 1);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    in_place_rem = number_in_place_remainder;
    /// `self <<= other` (`PyNumber_InPlaceLshift`). What it gives is the same object if that can change, else a new one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("3", None)?.in_place_lshift(4)?.extract::<i32>()?, 48);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    in_place_lshift = number_in_place_lshift;
    /// `self >>= other` (`PyNumber_InPlaceRshift`). What it gives is the same object if that can change, else a new one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("48", None)?.in_place_rshift(4)?.extract::<i32>()?, 3);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    in_place_rshift = number_in_place_rshift;
    /// `self &= other` (`PyNumber_InPlaceAnd`). What it gives is the same object if that can change, else a new one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// let set = py.eval("{1, 2}", None)?;
    /// assert!(set.in_place_bit_and(py.eval("{2}", None)?)?.is(&set));
    /// assert_eq!(set.str()?.to_str()?, "{2}");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    in_place_bit_and = number_in_place_and;
    /// `self |= other` (`PyNumber_InPlaceOr`). What it gives is the same object if that can change, else a new one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("6", None)?.in_place_bit_or(3)?.extract::<i32>()?, 7);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    in_place_bit_or = number_in_place_or;
    /// `self ^= other` (`PyNumber_InPlaceXor`). What it gives is the same object if that can change, else a new one.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("6", None)?.in_place_bit_xor(3)?.extract::<i32>()?, 5);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    in_place_bit_xor = number_in_place_xor;
}

impl<'py> Owned<'py, Any> {
    /// `self ** exponent` (`PyNumber_Power`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("2", None)?.pow(10)?.extract::<i32>()?, 1024);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `TypeError` if neither type knows how; what they raise.
    #[track_caller]
    pub fn pow(&self, exponent: impl IntoPy<'py>) -> Result<Owned<'py, Any>> {
        self.pow_mod(exponent, ())
    }

    /// `pow(self, exponent, modulus)` (`PyNumber_Power`). A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("2", None)?.pow_mod(10, 1000)?.extract::<i32>()?, 24);
    /// assert!(py.eval("2", None)?.pow_mod(10, 0).unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// assert_eq!(py.eval("2", None)?.in_place_pow(10)?.extract::<i32>()?, 1024);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
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
