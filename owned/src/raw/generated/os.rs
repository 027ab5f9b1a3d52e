//! Paths, signals, forking, and numbers as C text. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_double};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyOS_FSPath`. Can run Python code.
///
/// A str or a bytes; what is one already is returned itself.
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
/// let path = py.eval("__import__('pathlib').Path('ink')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::os_fs_path(path.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn os_fs_path(path: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyOS_FSPath(path.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyOS_string_to_double`. Can run Python code.
///
/// `end` can be NULL.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `overflow_exception` is a `type`; the pointers are what the C
/// function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`; `overflow_exception` is a `type`; what pointers lead to outlives the call.
/// let result = unsafe { raw::os_string_to_double(c"1.5".as_ptr(), core::ptr::null_mut(), None) }?;
/// assert_eq!(result, 1.5);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn os_string_to_double(
    text: *const c_char,
    end: *mut *mut c_char,
    overflow_exception: Option<BorrowedRef<'_>>,
) -> Result<c_double, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyOS_string_to_double(text, end, results::or_null(overflow_exception)) };
    results::unless_error(outcome, results::minus_one())
}
