//! Slices, and what they mean for a sequence of some length. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PySlice_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("slice(3)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::slice_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn slice_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PySlice_Check(object.as_ptr()) }
}

/// `PySlice_GetIndices`. Can run Python code.
///
/// An index that lies outside is -1 without an exception.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `slice` is a `slice`; the pointers are what the C function asks
/// for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let (mut start, mut stop, mut step) = (0, 0, 0);
/// let slice = py.eval("slice(1, 3)", None)?;
/// // SAFETY: attached, by `py`; `slice` is a `slice`; what pointers lead to outlives the call.
/// let _ = unsafe { raw::slice_get_indices(slice.raw(), 9, &mut start, &mut stop, &mut step) }?;
/// assert_eq!((start, stop, step), (1, 3, 1));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn slice_get_indices(
    slice: BorrowedRef<'_>,
    length: ffi::Py_ssize_t,
    start: *mut ffi::Py_ssize_t,
    stop: *mut ffi::Py_ssize_t,
    step: *mut ffi::Py_ssize_t,
) -> Result<c_int, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySlice_GetIndices(slice.as_ptr(), length, start, stop, step) };
    results::unless_error(outcome, results::minus_one())
}

/// `PySlice_GetIndicesEx`. Can run Python code.
///
/// It can run `__index__`, after which the length may be wrong: use PySlice_Unpack and PySlice_AdjustIndices.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `slice` is a `slice`; the pointers are what the C function asks
/// for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let (mut start, mut stop, mut step, mut count) = (0, 0, 0, 0);
/// let slice = py.eval("slice(1, 99)", None)?;
/// // SAFETY: attached, by `py`; `slice` is a `slice`; what pointers lead to outlives the call.
/// unsafe { raw::slice_get_indices_ex(slice.raw(), 9, &mut start, &mut stop, &mut step, &mut count) }?;
/// assert_eq!((start, stop, step, count), (1, 9, 1, 8));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn slice_get_indices_ex(
    slice: BorrowedRef<'_>,
    length: ffi::Py_ssize_t,
    start: *mut ffi::Py_ssize_t,
    stop: *mut ffi::Py_ssize_t,
    step: *mut ffi::Py_ssize_t,
    count: *mut ffi::Py_ssize_t,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySlice_GetIndicesEx(slice.as_ptr(), length, start, stop, step, count) };
    results::status(outcome)
}

/// `PySlice_New`. Takes a reference of its own to `start`, `stop`, `step`. Can run Python code.
///
/// NULL means None.
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
/// let start = py.eval("1", None)?;
/// let stop = py.eval("3", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::slice_new(Some(start.raw()), Some(stop.raw()), None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "slice(1, 3, None)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn slice_new(
    start: Option<BorrowedRef<'_>>,
    stop: Option<BorrowedRef<'_>>,
    step: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySlice_New(results::or_null(start), results::or_null(stop), results::or_null(step)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PySlice_Unpack`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `slice` is a `slice`; the pointers are what the C function asks
/// for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let (mut start, mut stop, mut step) = (0, 0, 0);
/// let slice = py.eval("slice(1, 3)", None)?;
/// // SAFETY: attached, by `py`; `slice` is a `slice`; what pointers lead to outlives the call.
/// unsafe { raw::slice_unpack(slice.raw(), &mut start, &mut stop, &mut step) }?;
/// assert_eq!((start, stop, step), (1, 3, 1));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn slice_unpack(
    slice: BorrowedRef<'_>,
    start: *mut ffi::Py_ssize_t,
    stop: *mut ffi::Py_ssize_t,
    step: *mut ffi::Py_ssize_t,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySlice_Unpack(slice.as_ptr(), start, stop, step) };
    results::status(outcome)
}
