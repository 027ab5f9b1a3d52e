//! Capsules: a C pointer with a name and a destructor, as an object. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int, c_void};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed};
use super::super::results;

/// `PyCapsule_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('datetime').datetime_CAPI", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::capsule_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let capsule = py.eval("__import__('datetime').datetime_CAPI", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::capsule_get_context(capsule.raw()) }?;
/// assert_eq!(result, core::ptr::null_mut());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let capsule = py.eval("__import__('datetime').datetime_CAPI", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::capsule_get_name(capsule.raw()) }?;
/// // SAFETY: a text of C's, which outlives this line.
/// assert_eq!(unsafe { core::ffi::CStr::from_ptr(result) }, c"datetime.datetime_CAPI");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let capsule = py.eval("__import__('datetime').datetime_CAPI", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::capsule_get_pointer(capsule.raw(), c"datetime.datetime_CAPI".as_ptr()) }?;
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('datetime').datetime_CAPI", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::capsule_is_valid(object.raw(), c"datetime.datetime_CAPI".as_ptr()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let capsule = owned::types::Capsule::new(py, c"ink", 3)?;
/// // SAFETY: attached, by `py`; nobody follows the pointer.
/// unsafe { raw::capsule_set_context(capsule.raw(), core::ptr::without_provenance_mut(8)) }?;
/// // SAFETY: attached, by `py`.
/// assert_eq!(unsafe { raw::capsule_get_context(capsule.raw()) }?.addr(), 8);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// static PLACE: u8 = 0;
/// let capsule = owned::types::Capsule::of_static(py, c"ink", &PLACE)?;
/// // SAFETY: attached, by `py`; the name is never freed.
/// unsafe { raw::capsule_set_name(capsule.raw(), c"blot".as_ptr()) }?;
/// assert!(capsule.pointer(c"blot").is_ok());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// static PLACES: [u8; 2] = [0, 1];
/// let capsule = owned::types::Capsule::of_static(py, c"ink", &PLACES[0])?;
/// let second = (&raw const PLACES[1]).cast_mut().cast();
/// // SAFETY: attached, by `py`; the place is a static.
/// unsafe { raw::capsule_set_pointer(capsule.raw(), second) }?;
/// assert_eq!(capsule.pointer(c"ink")?, second);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn capsule_set_pointer(capsule: BorrowedRef<'_>, pointer: *mut c_void) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCapsule_SetPointer(capsule.as_ptr(), pointer) };
    results::status(outcome)
}
