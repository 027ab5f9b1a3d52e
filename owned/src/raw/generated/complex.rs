//! Complex numbers. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_double, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyComplex_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("1j", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::complex_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn complex_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyComplex_Check(object.as_ptr()) }
}

/// `PyComplex_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("1j", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::complex_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn complex_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyComplex_CheckExact(object.as_ptr()) }
}

/// `PyComplex_FromCComplex`.
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
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::complex_from_c_complex(pyo3_ffi::Py_complex { real: 1.0, imag: 2.0 }) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "(1+2j)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn complex_from_c_complex(value: ffi::Py_complex) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyComplex_FromCComplex(value) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyComplex_FromDoubles`.
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
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::complex_from_doubles(1.0, 2.0) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "(1+2j)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn complex_from_doubles(real: c_double, imag: c_double) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyComplex_FromDoubles(real, imag) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyComplex_ImagAsDouble`. Can run Python code.
///
/// From 3.13 on calls `__complex__`; before, the imaginary part of anything but a complex is 0.
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
/// let object = py.eval("1+2j", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::complex_imag_as_double(object.raw()) }?;
/// assert_eq!(result, 2.0);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn complex_imag_as_double(object: BorrowedRef<'_>) -> Result<c_double, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyComplex_ImagAsDouble(object.as_ptr()) };
    results::unless_error(outcome, results::minus_one())
}

/// `PyComplex_RealAsDouble`. Can run Python code.
///
/// From 3.13 on calls `__complex__`; before, only `__float__` or `__index__`.
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
/// let object = py.eval("1+2j", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::complex_real_as_double(object.raw()) }?;
/// assert_eq!(result, 1.0);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn complex_real_as_double(object: BorrowedRef<'_>) -> Result<c_double, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyComplex_RealAsDouble(object.as_ptr()) };
    results::unless_error(outcome, results::minus_one())
}
