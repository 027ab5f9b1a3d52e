//! Memory views: objects that hold the buffer of another. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyMemoryView_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("memoryview(b'ink')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::memory_view_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut ink = *b"ink";
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::memory_view_from_memory(ink.as_mut_ptr().cast(), 3, pyo3_ffi::PyBUF_READ) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.call_method("tobytes", ())?), "b'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("b'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::memory_view_from_object(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.call_method("tobytes", ())?), "b'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("b'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::memory_view_get_contiguous(object.raw(), pyo3_ffi::PyBUF_READ, b'C' as _) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.call_method("tobytes", ())?), "b'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
