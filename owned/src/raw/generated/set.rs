//! Sets and frozen sets. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyAnySet_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("frozenset()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::any_set_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn any_set_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyAnySet_Check(object.as_ptr()) }
}

/// `PyAnySet_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("set()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::any_set_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn any_set_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyAnySet_CheckExact(object.as_ptr()) }
}

/// `PyFrozenSet_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("frozenset()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::frozen_set_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn frozen_set_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyFrozenSet_Check(object.as_ptr()) }
}

/// `PyFrozenSet_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("frozenset()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::frozen_set_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn frozen_set_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyFrozenSet_CheckExact(object.as_ptr()) }
}

/// `PyFrozenSet_New`. Can run Python code.
///
/// NULL makes an empty one.
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
/// let iterable = py.eval("[1, 1]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::frozen_set_new(Some(iterable.raw())) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "frozenset({1})");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn frozen_set_new(iterable: Option<BorrowedRef<'_>>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFrozenSet_New(results::or_null(iterable)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PySet_Add`. Takes a reference of its own to `item`. Can run Python code.
///
/// Takes a frozen set too, if nobody else has a reference to it.
///
/// The item is kept only if no equal one was there.
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
/// let set = py.eval("{1}", None)?;
/// let item = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::set_add(set.raw(), item.raw()) }?;
/// assert_eq!(format!("{set:?}"), "{1, 2}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn set_add(set: BorrowedRef<'_>, item: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySet_Add(set.as_ptr(), item.as_ptr()) };
    results::status(outcome)
}

/// `PySet_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("{1}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::set_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn set_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PySet_Check(object.as_ptr()) }
}

/// `PySet_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("{1}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::set_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn set_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PySet_CheckExact(object.as_ptr()) }
}

/// `PySet_Clear`. Can run Python code.
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
/// let set = py.eval("{1}", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::set_clear(set.raw()) }?;
/// assert_eq!(format!("{set:?}"), "set()");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn set_clear(set: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySet_Clear(set.as_ptr()) };
    results::status(outcome)
}

/// `PySet_Contains`. Can run Python code.
///
/// Takes a frozen set too; unlike `in`, it does not turn a set into a frozen set to look for it.
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
/// let set = py.eval("{1}", None)?;
/// let item = py.eval("1", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::set_contains(set.raw(), item.raw()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn set_contains(set: BorrowedRef<'_>, item: BorrowedRef<'_>) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySet_Contains(set.as_ptr(), item.as_ptr()) };
    results::three_way(outcome)
}

/// `PySet_Discard`. Can run Python code.
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
/// let set = py.eval("{1}", None)?;
/// let item = py.eval("1", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::set_discard(set.raw(), item.raw()) }?;
/// assert!(result);
/// assert_eq!(format!("{set:?}"), "set()");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn set_discard(set: BorrowedRef<'_>, item: BorrowedRef<'_>) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySet_Discard(set.as_ptr(), item.as_ptr()) };
    results::three_way(outcome)
}

/// `PySet_GET_SIZE`.
///
/// Takes a frozen set too.
///
/// # Safety
/// This thread is attached; `set` is a `set`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let set = py.eval("{1}", None)?;
/// // SAFETY: attached, by `py`; `set` is a `set`.
/// let result = unsafe { raw::set_get_size_unchecked(set.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn set_get_size_unchecked(set: BorrowedRef<'_>) -> ffi::Py_ssize_t {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PySet_GET_SIZE(set.as_ptr()) }
}

/// `PySet_New`. Can run Python code.
///
/// NULL makes an empty one.
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
/// let iterable = py.eval("[1, 1]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::set_new(Some(iterable.raw())) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "{1}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn set_new(iterable: Option<BorrowedRef<'_>>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySet_New(results::or_null(iterable)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PySet_Pop`.
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
/// let set = py.eval("{1}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::set_pop(set.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn set_pop(set: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySet_Pop(set.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PySet_Size`.
///
/// Takes a frozen set too.
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
/// let set = py.eval("{1}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::set_size(set.raw()) }?;
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn set_size(set: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySet_Size(set.as_ptr()) };
    results::size(outcome)
}
