//! Arithmetic: whatever the operands' types make of it; what no type makes anything of is a TypeError. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyIndex_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("3", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::index_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn index_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyIndex_Check(object.as_ptr()) }
}

/// `PyNumber_Absolute`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("-3", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_absolute(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_absolute(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Absolute(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_Add`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_add(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "9");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_add(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Add(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_And`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_and(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_and(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_And(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_AsSsize_t`. Takes a reference of its own to `overflow`. Can run Python code.
///
/// The class of exception to raise if it does not fit; NULL gives the nearest that fits.
///
/// What is raised keeps it.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("3", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_as_ssize_t(object.raw(), None) }?;
/// assert_eq!(result, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn number_as_ssize_t(
    object: BorrowedRef<'_>,
    overflow: Option<BorrowedRef<'_>>,
) -> Result<ffi::Py_ssize_t, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_AsSsize_t(object.as_ptr(), results::or_null(overflow)) };
    results::unless_error(outcome, results::minus_one())
}

/// `PyNumber_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("3", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyNumber_Check(object.as_ptr()) }
}

/// `PyNumber_Divmod`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_divmod(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "(3, 1)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_divmod(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Divmod(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_Float`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("3", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_float(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "3.0");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_float(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Float(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_FloorDivide`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_floor_divide(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_floor_divide(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_FloorDivide(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_Index`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("True", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_index(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_index(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Index(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_InPlaceAdd`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("[1]", None)?;
/// let right = py.eval("[2]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_in_place_add(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[1, 2]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_in_place_add(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_InPlaceAdd(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_InPlaceAnd`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("{1, 2}", None)?;
/// let right = py.eval("{2}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_in_place_and(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "{2}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_in_place_and(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_InPlaceAnd(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_InPlaceFloorDivide`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_in_place_floor_divide(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_in_place_floor_divide(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_InPlaceFloorDivide(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_InPlaceLshift`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_in_place_lshift(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "28");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_in_place_lshift(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_InPlaceLshift(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_InPlaceMatrixMultiply`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("type('Blot', (), {'__imatmul__': lambda self, other: other})()", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_in_place_matrix_multiply(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_in_place_matrix_multiply(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_InPlaceMatrixMultiply(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_InPlaceMultiply`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("[1]", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_in_place_multiply(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[1, 1]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_in_place_multiply(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_InPlaceMultiply(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_InPlaceOr`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("{1}", None)?;
/// let right = py.eval("{2}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_in_place_or(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "{1, 2}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_in_place_or(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_InPlaceOr(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_InPlacePower`. Can run Python code.
///
/// Without a modulus it is None.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// let modulus = py.eval("None", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_in_place_power(left.raw(), right.raw(), modulus.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "49");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_in_place_power(
    left: BorrowedRef<'_>,
    right: BorrowedRef<'_>,
    modulus: BorrowedRef<'_>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_InPlacePower(left.as_ptr(), right.as_ptr(), modulus.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_InPlaceRemainder`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_in_place_remainder(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_in_place_remainder(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_InPlaceRemainder(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_InPlaceRshift`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_in_place_rshift(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_in_place_rshift(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_InPlaceRshift(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_InPlaceSubtract`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("{1, 2}", None)?;
/// let right = py.eval("{2}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_in_place_subtract(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "{1}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_in_place_subtract(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_InPlaceSubtract(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_InPlaceTrueDivide`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_in_place_true_divide(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "3.5");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_in_place_true_divide(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_InPlaceTrueDivide(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_InPlaceXor`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("{1, 2}", None)?;
/// let right = py.eval("{2, 3}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_in_place_xor(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "{1, 3}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_in_place_xor(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_InPlaceXor(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_Invert`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("7", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_invert(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "-8");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_invert(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Invert(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_Long`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("'12'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_long(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "12");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_long(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Long(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_Lshift`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_lshift(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "28");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_lshift(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Lshift(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_MatrixMultiply`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("type('Blot', (), {'__matmul__': lambda self, other: other})()", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_matrix_multiply(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_matrix_multiply(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_MatrixMultiply(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_Multiply`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_multiply(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "14");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_multiply(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Multiply(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_Negative`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("7", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_negative(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "-7");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_negative(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Negative(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_Or`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("5", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_or(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "7");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_or(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Or(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_Positive`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("True", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_positive(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_positive(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Positive(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_Power`. Can run Python code.
///
/// Without a modulus it is None.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// let modulus = py.eval("None", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_power(left.raw(), right.raw(), modulus.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "49");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_power(
    left: BorrowedRef<'_>,
    right: BorrowedRef<'_>,
    modulus: BorrowedRef<'_>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Power(left.as_ptr(), right.as_ptr(), modulus.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_Remainder`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_remainder(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_remainder(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Remainder(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_Rshift`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_rshift(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_rshift(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Rshift(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_Subtract`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_subtract(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "5");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_subtract(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Subtract(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_ToBase`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("255", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_to_base(object.raw(), 16) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'0xff'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn number_to_base(object: BorrowedRef<'_>, base: c_int) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_ToBase(object.as_ptr(), base) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_TrueDivide`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_true_divide(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "3.5");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_true_divide(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_TrueDivide(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyNumber_Xor`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let left = py.eval("7", None)?;
/// let right = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::number_xor(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "5");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn number_xor(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyNumber_Xor(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}
