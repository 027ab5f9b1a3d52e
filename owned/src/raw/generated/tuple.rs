//! Tuples. One that others can see never changes, so what its getters borrow lasts as long as the tuple. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef, StolenArg};
use super::super::results;

/// `_PyTuple_Resize`. Takes `tuple` and gives what replaces it. Can run Python code.
///
/// Nobody else may have a reference to the tuple, unless it is empty: a SystemError.
///
/// New places are NULL, and no Python code may see the tuple before each is set.
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
/// let tuple = py.eval("tuple([1, 2, 3])", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::tuple_resize(tuple.into_stolen(), 2) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "(1, 2)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(not(Py_LIMITED_API))]
#[inline]
pub unsafe fn tuple_resize(tuple: StolenArg<'_>, size: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    let mut tuple_out = tuple.into_ptr();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { _PyTuple_Resize(&raw mut tuple_out, size) };
    // SAFETY: by the contract a new reference, or NULL.
    let tuple = unsafe { NewRef::from_ptr(tuple_out) };
    results::status(outcome)?;
    let tuple = tuple.ok_or_else(Failed::set)?;
    Ok(tuple)
}

/// `PyTuple_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::tuple_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn tuple_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyTuple_Check(object.as_ptr()) }
}

/// `PyTuple_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::tuple_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn tuple_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyTuple_CheckExact(object.as_ptr()) }
}

/// `PyTuple_GET_ITEM`. The result is borrowed from `tuple`.
///
/// The index is not checked either.
///
/// # Safety
/// This thread is attached as long as the result lives; `tuple` is a `tuple`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let tuple = py.eval("(1, 2)", None)?;
/// // SAFETY: attached, by `py`; `tuple` is a `tuple`.
/// let result = unsafe { raw::tuple_get_item_unchecked(tuple.raw(), 1) };
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn tuple_get_item_unchecked<'a>(tuple: BorrowedRef<'a>, index: ffi::Py_ssize_t) -> BorrowedRef<'a> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyTuple_GET_ITEM(tuple.as_ptr(), index) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }.expect("never NULL")
}

/// `PyTuple_GET_SIZE`.
///
/// # Safety
/// This thread is attached; `tuple` is a `tuple`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let tuple = py.eval("(1, 2)", None)?;
/// // SAFETY: attached, by `py`; `tuple` is a `tuple`.
/// let result = unsafe { raw::tuple_get_size_unchecked(tuple.raw()) };
/// assert_eq!(result, 2);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn tuple_get_size_unchecked(tuple: BorrowedRef<'_>) -> ffi::Py_ssize_t {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyTuple_GET_SIZE(tuple.as_ptr()) }
}

/// `PyTuple_GetItem`. The result is borrowed from `tuple`.
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
/// let tuple = py.eval("(1, 2)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::tuple_get_item(tuple.raw(), 1) }?;
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn tuple_get_item<'a>(tuple: BorrowedRef<'a>, index: ffi::Py_ssize_t) -> Result<BorrowedRef<'a>, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyTuple_GetItem(tuple.as_ptr(), index) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }.ok_or_else(Failed::set)
}

/// `PyTuple_GetSlice`. Can run Python code.
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
/// let tuple = py.eval("(1, 2, 3)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::tuple_get_slice(tuple.raw(), 1, 3) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "(2, 3)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn tuple_get_slice(
    tuple: BorrowedRef<'_>,
    low: ffi::Py_ssize_t,
    high: ffi::Py_ssize_t,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyTuple_GetSlice(tuple.as_ptr(), low, high) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyTuple_New`. Can run Python code.
///
/// Its items are NULL, and no Python code may see it before each is set.
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
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::tuple_new(0) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "()");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn tuple_new(size: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyTuple_New(size) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyTuple_SET_ITEM`. Steals `item`, also on failure.
///
/// The index is not checked either, and what was there is not released: only for a new tuple.
///
/// # Safety
/// This thread is attached; `tuple` is a `tuple`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`.
/// let tuple = unsafe { raw::tuple_new(1) }?;
/// let item = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `tuple` is a `tuple`, whose only item is empty.
/// unsafe { raw::tuple_set_item_unchecked(tuple.borrow(), 0, item.into_stolen()) };
/// // SAFETY: a new reference, to an object.
/// let tuple: Owned<'_, Any> = unsafe { Owned::from_ref(py, tuple) };
/// assert_eq!(format!("{tuple:?}"), "('ink',)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn tuple_set_item_unchecked(tuple: BorrowedRef<'_>, index: ffi::Py_ssize_t, item: StolenArg<'_>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyTuple_SET_ITEM(tuple.as_ptr(), index, item.into_ptr()) };
}

/// `PyTuple_SetItem`. Steals `item`, also on failure. Can run Python code.
///
/// The item is stolen also when the call fails.
///
/// Nobody else may have a reference to the tuple: a SystemError.
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
/// // SAFETY: attached, by `py`.
/// let tuple = unsafe { raw::tuple_new(1) }?;
/// let item = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::tuple_set_item(tuple.borrow(), 0, item.into_stolen()) }?; // nobody else has the tuple
/// // SAFETY: a new reference, to an object.
/// let tuple: Owned<'_, Any> = unsafe { Owned::from_ref(py, tuple) };
/// assert_eq!(format!("{tuple:?}"), "('ink',)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn tuple_set_item(
    tuple: BorrowedRef<'_>,
    index: ffi::Py_ssize_t,
    item: StolenArg<'_>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyTuple_SetItem(tuple.as_ptr(), index, item.into_ptr()) };
    results::status(outcome)
}

/// `PyTuple_Size`.
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
/// let tuple = py.eval("(1, 2)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::tuple_size(tuple.raw()) }?;
/// assert_eq!(result, 2);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn tuple_size(tuple: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyTuple_Size(tuple.as_ptr()) };
    results::size(outcome)
}

crate::raw::libpython! {
    #[cfg(not(Py_LIMITED_API))]
    fn _PyTuple_Resize(tuple: *mut *mut ffi::PyObject, size: ffi::Py_ssize_t) -> c_int;
}
