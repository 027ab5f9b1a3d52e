//! Byte arrays. A pointer to what is inside lasts until the byte array changes its size. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyByteArray_AS_STRING`.
///
/// # Safety
/// This thread is attached; `bytearray` is a `bytearray`.
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
#[inline]
pub unsafe fn byte_array_size(bytearray: BorrowedRef<'_>) -> ffi::Py_ssize_t {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyByteArray_Size(bytearray.as_ptr()) }
}
