//! Memory views: objects that hold the buffer of another. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyMemoryView_Check`.
///
/// # Safety
/// This thread is attached.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn memory_view_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyMemoryView_Check(object.as_ptr()) }
}

/// `PyMemoryView_FromMemory`. Can run Python code.
///
/// The memory must outlive the memory view and all that Python makes of it.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn memory_view_from_memory(
    memory: *mut c_char,
    size: ffi::Py_ssize_t,
    flags: c_int,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMemoryView_FromMemory(memory, size, flags) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyMemoryView_FromObject`. Takes a reference of its own to `object`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn memory_view_from_object(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMemoryView_FromObject(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyMemoryView_GetContiguous`. Takes a reference of its own to `object`. Can run Python code.
///
/// A copy, or a view of the object itself if that is contiguous.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn memory_view_get_contiguous(
    object: BorrowedRef<'_>,
    access: c_int,
    order: c_char,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMemoryView_GetContiguous(object.as_ptr(), access, order) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}
