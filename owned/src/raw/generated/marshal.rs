//! Objects in the format of compiled modules. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyMarshal_ReadLastObjectFromFile`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: it takes nothing.
/// let file = unsafe { libc::tmpfile() };
/// // SAFETY: a file that is open, and a text of C's.
/// unsafe { libc::fputs(c"N".as_ptr(), file) };
/// // SAFETY: a file that is open.
/// unsafe { libc::rewind(file) };
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::marshal_read_last_object_from_file(file) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "None");
/// // SAFETY: a file that is open, and used no more.
/// unsafe { libc::fclose(file) };
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn marshal_read_last_object_from_file(file: *mut libc::FILE) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMarshal_ReadLastObjectFromFile(file) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyMarshal_ReadObjectFromFile`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: it takes nothing.
/// let file = unsafe { libc::tmpfile() };
/// // SAFETY: a file that is open, and a text of C's.
/// unsafe { libc::fputs(c"N".as_ptr(), file) };
/// // SAFETY: a file that is open.
/// unsafe { libc::rewind(file) };
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::marshal_read_object_from_file(file) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "None");
/// // SAFETY: a file that is open, and used no more.
/// unsafe { libc::fclose(file) };
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn marshal_read_object_from_file(file: *mut libc::FILE) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMarshal_ReadObjectFromFile(file) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyMarshal_ReadObjectFromString`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::marshal_read_object_from_string(c"N".as_ptr(), 1) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "None");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn marshal_read_object_from_string(data: *const c_char, size: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMarshal_ReadObjectFromString(data, size) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyMarshal_WriteObjectToFile`. Can run Python code.
///
/// Without memory an exception is set: ask PyErr_Occurred.
///
/// # Safety
/// This thread is attached; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: it takes nothing.
/// let file = unsafe { libc::tmpfile() };
/// let object = py.eval("None", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::marshal_write_object_to_file(object.raw(), file, 4) };
/// // SAFETY: a file that is open.
/// assert_eq!(unsafe { libc::ftell(file) }, 1);
/// // SAFETY: a file that is open, and used no more.
/// unsafe { libc::fclose(file) };
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn marshal_write_object_to_file(object: BorrowedRef<'_>, file: *mut libc::FILE, version: c_int) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyMarshal_WriteObjectToFile(object.as_ptr(), file, version) };
}

/// `PyMarshal_WriteObjectToString`. Can run Python code.
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
/// let object = py.eval("None", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::marshal_write_object_to_string(object.raw(), 4) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "b'N'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn marshal_write_object_to_string(object: BorrowedRef<'_>, version: c_int) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMarshal_WriteObjectToString(object.as_ptr(), version) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}
