//! Cells: the variables that nested functions share. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyCell_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').CellType(1)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::cell_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn cell_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyCell_Check(object.as_ptr()) }
}

/// `PyCell_Get`.
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
/// let cell = py.eval("__import__('types').CellType(1)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::cell_get(cell.raw()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn cell_get(cell: BorrowedRef<'_>) -> Result<Option<NewRef>, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCell_Get(cell.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new_or_end(outcome) }
}

/// `PyCell_New`. Takes a reference of its own to `content`. Can run Python code.
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
/// let content = py.eval("1", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::cell_new(Some(content.raw())) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("cell_contents")?), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn cell_new(content: Option<BorrowedRef<'_>>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCell_New(results::or_null(content)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyCell_Set`. Takes a reference of its own to `content`. Can run Python code.
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
/// let cell = py.eval("__import__('types').CellType(1)", None)?;
/// let content = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::cell_set(cell.raw(), Some(content.raw())) }?;
/// assert_eq!(format!("{:?}", cell.getattr("cell_contents")?), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn cell_set(cell: BorrowedRef<'_>, content: Option<BorrowedRef<'_>>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCell_Set(cell.as_ptr(), results::or_null(content)) };
    results::status(outcome)
}
