//! Capsules: a C pointer with a name and a destructor, as an object. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int, c_void};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed};
use super::super::results;

/// `PyCapsule_CheckExact`.
///
/// # Safety
/// This thread is attached.
#[cfg(any(feature = "raw", feature = "arrays", feature = "more-types"))]
#[inline]
pub unsafe fn capsule_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyCapsule_CheckExact(object.as_ptr()) }
}

/// `PyCapsule_GetContext`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn capsule_get_context(capsule: BorrowedRef<'_>) -> Result<*mut c_void, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCapsule_GetContext(capsule.as_ptr()) };
    results::pointer_or_end(outcome)
}

/// `PyCapsule_GetName`.
///
/// The text is whoever made the capsule's.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[inline]
pub unsafe fn capsule_get_name(capsule: BorrowedRef<'_>) -> Result<*const c_char, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCapsule_GetName(capsule.as_ptr()) };
    results::pointer_or_end(outcome)
}

/// `PyCapsule_GetPointer`.
///
/// A capsule of another name is a ValueError; NULL matches only a capsule without a name.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[inline]
pub unsafe fn capsule_get_pointer(capsule: BorrowedRef<'_>, name: *const c_char) -> Result<*mut c_void, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCapsule_GetPointer(capsule.as_ptr(), name) };
    results::pointer(outcome)
}

/// `PyCapsule_IsValid`.
///
/// # Safety
/// This thread is attached; the pointers are what the C function asks for.
#[cfg(any(feature = "raw", feature = "arrays"))]
#[inline]
pub unsafe fn capsule_is_valid(object: BorrowedRef<'_>, name: *const c_char) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyCapsule_IsValid(object.as_ptr(), name) }
}

/// `PyCapsule_SetContext`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn capsule_set_context(capsule: BorrowedRef<'_>, context: *mut c_void) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCapsule_SetContext(capsule.as_ptr(), context) };
    results::status(outcome)
}

/// `PyCapsule_SetName`.
///
/// The name is not copied, and must outlive the capsule.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(any(feature = "raw", feature = "arrays"))]
#[inline]
pub unsafe fn capsule_set_name(capsule: BorrowedRef<'_>, name: *const c_char) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCapsule_SetName(capsule.as_ptr(), name) };
    results::status(outcome)
}

/// `PyCapsule_SetPointer`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn capsule_set_pointer(capsule: BorrowedRef<'_>, pointer: *mut c_void) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCapsule_SetPointer(capsule.as_ptr(), pointer) };
    results::status(outcome)
}
