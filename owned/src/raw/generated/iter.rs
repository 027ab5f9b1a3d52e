//! Iterators, and the two that C code can make: over a sequence, and over the results of a callable. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::{compat, results};

/// `PyAIter_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("type('Blots', (), {'__anext__': lambda self: None})()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::a_iter_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn a_iter_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyAIter_Check(object.as_ptr()) }
}

/// `PyCallIter_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("iter(int, 1)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::call_iter_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn call_iter_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyCallIter_Check(object.as_ptr()) }
}

/// `PyCallIter_New`. Takes a reference of its own to `callable`, `sentinel`. Can run Python code.
///
/// Whether it can be called shows when it is.
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
/// let callable = py.eval("iter([1, 2]).__next__", None)?;
/// let sentinel = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::call_iter_new(callable.raw(), sentinel.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.call_method("__next__", ())?), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn call_iter_new(callable: BorrowedRef<'_>, sentinel: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyCallIter_New(callable.as_ptr(), sentinel.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyIter_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("iter([])", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::iter_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn iter_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyIter_Check(object.as_ptr()) }
}

/// `PyIter_Next`. Can run Python code.
///
/// A StopIteration is cleared.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `iterator` is a `iterator`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let iterator = py.eval("iter([1])", None)?;
/// // SAFETY: attached, by `py`; `iterator` is a `iterator`.
/// let result = unsafe { raw::iter_next(iterator.raw()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn iter_next(iterator: BorrowedRef<'_>) -> Result<Option<NewRef>, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyIter_Next(iterator.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new_or_end(outcome) }
}

/// `PyIter_NextItem`. Can run Python code. Below 3.14 a backport.
///
/// 3.14 checks the type, the backport does not.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `iterator` is a `iterator`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let iterator = py.eval("iter([1])", None)?;
/// // SAFETY: attached, by `py`; `iterator` is a `iterator`.
/// let result = unsafe { raw::iter_next_item(iterator.raw()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn iter_next_item(iterator: BorrowedRef<'_>) -> Result<Option<NewRef>, Failed> {
    let mut item_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyIter_NextItem(iterator.as_ptr(), &raw mut item_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let item = unsafe { NewRef::from_ptr(item_out) };
    results::three_way(outcome)?;
    Ok(item)
}

/// `PyRange_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("range(3)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::range_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn range_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyRange_Check(object.as_ptr()) }
}

/// `PySeqIter_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("iter(type('Blots', (), {'__getitem__': lambda self, at: at})())", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::seq_iter_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn seq_iter_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PySeqIter_Check(object.as_ptr()) }
}

/// `PySeqIter_New`. Takes a reference of its own to `sequence`. Can run Python code.
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
/// let sequence = py.eval("[1, 2]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::seq_iter_new(sequence.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.call_method("__next__", ())?), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn seq_iter_new(sequence: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySeqIter_New(sequence.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}
