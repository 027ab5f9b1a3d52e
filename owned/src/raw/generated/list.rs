//! Lists. What the getters borrow lasts only until Python code changes the list; another type is a SystemError. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef, StolenArg};
use super::super::{compat, results};

/// `PyList_Append`. Takes a reference of its own to `item`.
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
/// let list = py.eval("[1]", None)?;
/// let item = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::list_append(list.raw(), item.raw()) }?;
/// assert_eq!(format!("{list:?}"), "[1, 2]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn list_append(list: BorrowedRef<'_>, item: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyList_Append(list.as_ptr(), item.as_ptr()) };
    results::status(outcome)
}

/// `PyList_AsTuple`. Can run Python code.
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
/// let list = py.eval("[1, 2]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::list_as_tuple(list.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "(1, 2)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn list_as_tuple(list: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyList_AsTuple(list.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyList_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::list_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn list_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyList_Check(object.as_ptr()) }
}

/// `PyList_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::list_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn list_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyList_CheckExact(object.as_ptr()) }
}

/// `PyList_Clear`. Can run Python code. Below 3.13 a backport.
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
/// let list = py.eval("[1, 2]", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::list_clear(list.raw()) }?;
/// assert_eq!(format!("{list:?}"), "[]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn list_clear(list: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyList_Clear(list.as_ptr()) };
    results::status(outcome)
}

/// `PyList_Extend`. Can run Python code. Below 3.13 a backport.
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
/// let list = py.eval("[1]", None)?;
/// let iterable = py.eval("(2, 3)", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::list_extend(list.raw(), iterable.raw()) }?;
/// assert_eq!(format!("{list:?}"), "[1, 2, 3]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn list_extend(list: BorrowedRef<'_>, iterable: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyList_Extend(list.as_ptr(), iterable.as_ptr()) };
    results::status(outcome)
}

/// `PyList_GET_SIZE`.
///
/// # Safety
/// This thread is attached; `list` is a `list`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let list = py.eval("[1, 2]", None)?;
/// // SAFETY: attached, by `py`; `list` is a `list`.
/// let result = unsafe { raw::list_get_size_unchecked(list.raw()) };
/// assert_eq!(result, 2);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn list_get_size_unchecked(list: BorrowedRef<'_>) -> ffi::Py_ssize_t {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyList_GET_SIZE(list.as_ptr()) }
}

/// `PyList_GetItemRef`. Below 3.13 a backport.
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
/// let list = py.eval("[1, 2]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::list_get_item_ref(list.raw(), 1) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn list_get_item_ref(list: BorrowedRef<'_>, index: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyList_GetItemRef(list.as_ptr(), index) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyList_GetSlice`. Can run Python code.
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
/// let list = py.eval("[1, 2, 3]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::list_get_slice(list.raw(), 1, 3) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[2, 3]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn list_get_slice(
    list: BorrowedRef<'_>,
    low: ffi::Py_ssize_t,
    high: ffi::Py_ssize_t,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyList_GetSlice(list.as_ptr(), low, high) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyList_Insert`. Takes a reference of its own to `item`.
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
/// let list = py.eval("[1, 3]", None)?;
/// let item = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::list_insert(list.raw(), 1, item.raw()) }?;
/// assert_eq!(format!("{list:?}"), "[1, 2, 3]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn list_insert(list: BorrowedRef<'_>, index: ffi::Py_ssize_t, item: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyList_Insert(list.as_ptr(), index, item.as_ptr()) };
    results::status(outcome)
}

/// `PyList_New`. Can run Python code.
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
/// let result = unsafe { raw::list_new(0) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn list_new(size: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyList_New(size) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyList_Reverse`.
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
/// let list = py.eval("[1, 2]", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::list_reverse(list.raw()) }?;
/// assert_eq!(format!("{list:?}"), "[2, 1]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn list_reverse(list: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyList_Reverse(list.as_ptr()) };
    results::status(outcome)
}

/// `PyList_SET_ITEM`. Steals `item`, also on failure.
///
/// The index is not checked either, and what was there is not released: only for a new list.
///
/// # Safety
/// This thread is attached; `list` is a `list`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`.
/// let list = unsafe { raw::list_new(1) }?;
/// let item = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `list` is a `list`, whose only item is empty.
/// unsafe { raw::list_set_item_unchecked(list.borrow(), 0, item.into_stolen()) };
/// // SAFETY: a new reference, to an object.
/// let list: Owned<'_, Any> = unsafe { Owned::from_ref(py, list) };
/// assert_eq!(format!("{list:?}"), "['ink']");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn list_set_item_unchecked(list: BorrowedRef<'_>, index: ffi::Py_ssize_t, item: StolenArg<'_>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyList_SET_ITEM(list.as_ptr(), index, item.into_ptr()) };
}

/// `PyList_SetItem`. Steals `item`, also on failure. Can run Python code.
///
/// The item is stolen also when the call fails.
///
/// NULL leaves the place as in a new list.
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
/// let list = py.eval("[1]", None)?;
/// let item = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::list_set_item(list.raw(), 0, item.into_stolen()) }?;
/// assert_eq!(format!("{list:?}"), "['ink']");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn list_set_item(list: BorrowedRef<'_>, index: ffi::Py_ssize_t, item: StolenArg<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyList_SetItem(list.as_ptr(), index, item.into_ptr()) };
    results::status(outcome)
}

/// `PyList_SetSlice`. Can run Python code.
///
/// NULL deletes the slice.
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
/// let list = py.eval("[1, 2, 3]", None)?;
/// let items = py.eval("[7]", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::list_set_slice(list.raw(), 0, 2, Some(items.raw())) }?;
/// assert_eq!(format!("{list:?}"), "[7, 3]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn list_set_slice(
    list: BorrowedRef<'_>,
    low: ffi::Py_ssize_t,
    high: ffi::Py_ssize_t,
    items: Option<BorrowedRef<'_>>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyList_SetSlice(list.as_ptr(), low, high, results::or_null(items)) };
    results::status(outcome)
}

/// `PyList_Size`.
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
/// let list = py.eval("[1, 2]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::list_size(list.raw()) }?;
/// assert_eq!(result, 2);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn list_size(list: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyList_Size(list.as_ptr()) };
    results::size(outcome)
}

/// `PyList_Sort`. Can run Python code.
///
/// The list looks empty to what runs meanwhile, and a change of it is a ValueError.
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
/// let list = py.eval("[2, 1]", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::list_sort(list.raw()) }?;
/// assert_eq!(format!("{list:?}"), "[1, 2]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn list_sort(list: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyList_Sort(list.as_ptr()) };
    results::status(outcome)
}
