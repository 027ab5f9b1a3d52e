//! The mapping protocol: any object with `__getitem__`, `__len__` and `keys`. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::{compat, results};

/// `PyMapping_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("{}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::mapping_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn mapping_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyMapping_Check(object.as_ptr()) }
}

/// `PyMapping_DelItem`. Can run Python code.
///
/// Another name of PyObject_DelItem.
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
/// let mapping = py.eval("{1: 2}", None)?;
/// let key = py.eval("1", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::mapping_del_item(mapping.raw(), key.raw()) }?;
/// assert_eq!(format!("{mapping:?}"), "{}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn mapping_del_item(mapping: BorrowedRef<'_>, key: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMapping_DelItem(mapping.as_ptr(), key.as_ptr()) };
    results::status(outcome)
}

/// `PyMapping_GetItemString`. Can run Python code.
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
/// let mapping = py.eval("{'ink': 2}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::mapping_get_item_string(mapping.raw(), c"ink".as_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn mapping_get_item_string(mapping: BorrowedRef<'_>, key: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMapping_GetItemString(mapping.as_ptr(), key) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyMapping_GetOptionalItem`. Can run Python code. Below 3.13 a backport.
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
/// let mapping = py.eval("{1: 2}", None)?;
/// let key = py.eval("1", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::mapping_get_optional_item(mapping.raw(), key.raw()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn mapping_get_optional_item(
    mapping: BorrowedRef<'_>,
    key: BorrowedRef<'_>,
) -> Result<Option<NewRef>, Failed> {
    let mut value_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyMapping_GetOptionalItem(mapping.as_ptr(), key.as_ptr(), &raw mut value_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let value = unsafe { NewRef::from_ptr(value_out) };
    results::three_way(outcome)?;
    Ok(value)
}

/// `PyMapping_GetOptionalItemString`. Can run Python code.
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
/// let mapping = py.eval("{'ink': 2}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::mapping_get_optional_item_string(mapping.raw(), c"ink".as_ptr()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_13))]
#[inline]
pub unsafe fn mapping_get_optional_item_string(
    mapping: BorrowedRef<'_>,
    key: *const c_char,
) -> Result<Option<NewRef>, Failed> {
    let mut value_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMapping_GetOptionalItemString(mapping.as_ptr(), key, &raw mut value_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let value = unsafe { NewRef::from_ptr(value_out) };
    results::three_way(outcome)?;
    Ok(value)
}

/// `PyMapping_HasKey`. Can run Python code.
///
/// Swallows every exception (from 3.13 on, others than KeyError go to `sys.unraisablehook`).
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mapping = py.eval("{1: 2}", None)?;
/// let key = py.eval("1", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::mapping_has_key(mapping.raw(), key.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn mapping_has_key(mapping: BorrowedRef<'_>, key: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyMapping_HasKey(mapping.as_ptr(), key.as_ptr()) }
}

/// `PyMapping_HasKeyString`. Can run Python code.
///
/// Swallows every exception (from 3.13 on, others than KeyError go to `sys.unraisablehook`).
///
/// # Safety
/// This thread is attached; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mapping = py.eval("{'ink': 2}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::mapping_has_key_string(mapping.raw(), c"ink".as_ptr()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn mapping_has_key_string(mapping: BorrowedRef<'_>, key: *const c_char) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyMapping_HasKeyString(mapping.as_ptr(), key) }
}

/// `PyMapping_HasKeyStringWithError`. Can run Python code.
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
/// let mapping = py.eval("{'ink': 2}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::mapping_has_key_string_with_error(mapping.raw(), c"ink".as_ptr()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_13))]
#[inline]
pub unsafe fn mapping_has_key_string_with_error(mapping: BorrowedRef<'_>, key: *const c_char) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMapping_HasKeyStringWithError(mapping.as_ptr(), key) };
    results::three_way(outcome)
}

/// `PyMapping_HasKeyWithError`. Can run Python code. Below 3.13 a backport.
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
/// let mapping = py.eval("{1: 2}", None)?;
/// let key = py.eval("1", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::mapping_has_key_with_error(mapping.raw(), key.raw()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn mapping_has_key_with_error(mapping: BorrowedRef<'_>, key: BorrowedRef<'_>) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyMapping_HasKeyWithError(mapping.as_ptr(), key.as_ptr()) };
    results::three_way(outcome)
}

/// `PyMapping_Items`. Can run Python code.
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
/// let mapping = py.eval("{1: 2}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::mapping_items(mapping.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[(1, 2)]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn mapping_items(mapping: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMapping_Items(mapping.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyMapping_Keys`. Can run Python code.
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
/// let mapping = py.eval("{1: 2}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::mapping_keys(mapping.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[1]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn mapping_keys(mapping: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMapping_Keys(mapping.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyMapping_Length`. Can run Python code.
///
/// Another name of PyMapping_Size.
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
/// let mapping = py.eval("{1: 2}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::mapping_length(mapping.raw()) }?;
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn mapping_length(mapping: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMapping_Length(mapping.as_ptr()) };
    results::size(outcome)
}

/// `PyMapping_SetItemString`. Takes a reference of its own to `value`. Can run Python code.
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
/// let mapping = py.eval("{}", None)?;
/// let value = py.eval("2", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::mapping_set_item_string(mapping.raw(), c"ink".as_ptr(), value.raw()) }?;
/// assert_eq!(format!("{mapping:?}"), "{'ink': 2}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn mapping_set_item_string(
    mapping: BorrowedRef<'_>,
    key: *const c_char,
    value: BorrowedRef<'_>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMapping_SetItemString(mapping.as_ptr(), key, value.as_ptr()) };
    results::status(outcome)
}

/// `PyMapping_Size`. Can run Python code.
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
/// let mapping = py.eval("{1: 2}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::mapping_size(mapping.raw()) }?;
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn mapping_size(mapping: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMapping_Size(mapping.as_ptr()) };
    results::size(outcome)
}

/// `PyMapping_Values`. Can run Python code.
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
/// let mapping = py.eval("{1: 2}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::mapping_values(mapping.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[2]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn mapping_values(mapping: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyMapping_Values(mapping.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}
