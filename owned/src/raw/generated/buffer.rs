//! Buffers: memory of an object, lent until PyBuffer_Release. A filled `Py_buffer` holds a strong reference in `obj`. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyObject_CheckBuffer`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("b'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::object_check_buffer(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "arrays", feature = "buffers"))]
#[inline]
pub unsafe fn object_check_buffer(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyObject_CheckBuffer(object.as_ptr()) }
}

/// `PyObject_CopyData`. Can run Python code.
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
/// let target = py.eval("bytearray(3)", None)?;
/// let source = py.eval("b'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::object_copy_data(target.raw(), source.raw()) }?;
/// assert_eq!(format!("{target:?}"), "bytearray(b'ink')");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn object_copy_data(target: BorrowedRef<'_>, source: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyObject_CopyData(target.as_ptr(), source.as_ptr()) };
    results::status(outcome)
}

/// `PyPickleBuffer_FromObject`. Takes a reference of its own to `object`. Can run Python code.
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
/// let object = py.eval("b'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::pickle_buffer_from_object(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "pickle.PickleBuffer");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn pickle_buffer_from_object(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyPickleBuffer_FromObject(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyPickleBuffer_Release`. Can run Python code.
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
/// let buffer = py.eval("__import__('pickle').PickleBuffer(b'ink')", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::pickle_buffer_release(buffer.raw()) }?;
/// assert!(buffer.call_method("raw", ()).is_err()); // it has been released
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn pickle_buffer_release(buffer: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyPickleBuffer_Release(buffer.as_ptr()) };
    results::status(outcome)
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyPickleBuffer_FromObject(object: *mut ffi::PyObject) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyPickleBuffer_Release(buffer: *mut ffi::PyObject) -> c_int;
}
