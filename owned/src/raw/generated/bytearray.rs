//! Byte arrays. A pointer to what is inside lasts until the byte array changes its size. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyByteArray_AS_STRING`.
///
/// # Safety
/// This thread is attached; `bytearray` is a `bytearray`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let bytearray = py.eval("bytearray(b'ink')", None)?;
/// // SAFETY: attached, by `py`; `bytearray` is a `bytearray`.
/// let result = unsafe { raw::byte_array_as_string_unchecked(bytearray.raw()) };
/// // SAFETY: a text of C's, which outlives this line.
/// assert_eq!(unsafe { core::ffi::CStr::from_ptr(result) }, c"ink");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn byte_array_as_string_unchecked(bytearray: BorrowedRef<'_>) -> *mut c_char {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyByteArray_AS_STRING(bytearray.as_ptr()) }
}

/// `PyByteArray_AsString`.
///
/// # Safety
/// This thread is attached; `bytearray` is a `bytearray`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let bytearray = py.eval("bytearray(b'ink')", None)?;
/// // SAFETY: attached, by `py`; `bytearray` is a `bytearray`.
/// let result = unsafe { raw::byte_array_as_string(bytearray.raw()) };
/// // SAFETY: a text of C's, which outlives this line.
/// assert_eq!(unsafe { core::ffi::CStr::from_ptr(result) }, c"ink");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn byte_array_as_string(bytearray: BorrowedRef<'_>) -> *mut c_char {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyByteArray_AsString(bytearray.as_ptr()) }
}

/// `PyByteArray_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("bytearray()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::byte_array_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn byte_array_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyByteArray_Check(object.as_ptr()) }
}

/// `PyByteArray_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("bytearray()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::byte_array_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn byte_array_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyByteArray_CheckExact(object.as_ptr()) }
}

/// `PyByteArray_Concat`. Can run Python code.
///
/// Takes any buffers.
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
/// let left = py.eval("b'in'", None)?;
/// let right = py.eval("b'k'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::byte_array_concat(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "bytearray(b'ink')");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn byte_array_concat(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyByteArray_Concat(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyByteArray_FromObject`. Can run Python code.
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
/// let result = unsafe { raw::byte_array_from_object(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "bytearray(b'ink')");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn byte_array_from_object(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyByteArray_FromObject(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyByteArray_FromStringAndSize`.
///
/// With NULL for the data, they are not set.
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
/// let result = unsafe { raw::byte_array_from_string_and_size(c"ink".as_ptr(), 2) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "bytearray(b'in')");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn byte_array_from_string_and_size(data: *const c_char, size: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyByteArray_FromStringAndSize(data, size) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyByteArray_GET_SIZE`.
///
/// # Safety
/// This thread is attached; `bytearray` is a `bytearray`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let bytearray = py.eval("bytearray(b'ink')", None)?;
/// // SAFETY: attached, by `py`; `bytearray` is a `bytearray`.
/// let result = unsafe { raw::byte_array_get_size_unchecked(bytearray.raw()) };
/// assert_eq!(result, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn byte_array_get_size_unchecked(bytearray: BorrowedRef<'_>) -> ffi::Py_ssize_t {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyByteArray_GET_SIZE(bytearray.as_ptr()) }
}

/// `PyByteArray_Resize`.
///
/// While somebody holds its buffer, a BufferError.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `bytearray` is a `bytearray`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let bytearray = py.eval("bytearray(b'ink')", None)?;
/// // SAFETY: attached, by `py`; `bytearray` is a `bytearray`.
/// unsafe { raw::byte_array_resize(bytearray.raw(), 2) }?;
/// assert_eq!(format!("{bytearray:?}"), "bytearray(b'in')");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn byte_array_resize(bytearray: BorrowedRef<'_>, size: ffi::Py_ssize_t) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyByteArray_Resize(bytearray.as_ptr(), size) };
    results::status(outcome)
}

/// `PyByteArray_Size`.
///
/// # Safety
/// This thread is attached; `bytearray` is a `bytearray`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let bytearray = py.eval("bytearray(b'ink')", None)?;
/// // SAFETY: attached, by `py`; `bytearray` is a `bytearray`.
/// let result = unsafe { raw::byte_array_size(bytearray.raw()) };
/// assert_eq!(result, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn byte_array_size(bytearray: BorrowedRef<'_>) -> ffi::Py_ssize_t {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyByteArray_Size(bytearray.as_ptr()) }
}
