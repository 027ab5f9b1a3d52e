//! Dicts, their views, `OrderedDict` and, from 3.15 on, `frozendict`, which functions that only look at a dict take too. What the getters borrow lasts only until Python code changes the dict, and comparing keys can run such code. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::{compat, results};

/// `PyAnyDict_Check`.
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
/// let result = unsafe { raw::any_dict_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn any_dict_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyAnyDict_Check(object.as_ptr()) }
}

/// `PyAnyDict_CheckExact`.
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
/// let result = unsafe { raw::any_dict_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn any_dict_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyAnyDict_CheckExact(object.as_ptr()) }
}

/// `PyDict_Check`.
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
/// let result = unsafe { raw::dict_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn dict_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDict_Check(object.as_ptr()) }
}

/// `PyDict_CheckExact`.
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
/// let result = unsafe { raw::dict_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn dict_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDict_CheckExact(object.as_ptr()) }
}

/// `PyDict_Clear`. Can run Python code.
///
/// Of another type, nothing happens.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let dict = py.eval("{1: 2}", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::dict_clear(dict.raw()) };
/// assert_eq!(format!("{dict:?}"), "{}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_clear(dict: BorrowedRef<'_>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDict_Clear(dict.as_ptr()) };
}

/// `PyDict_Contains`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `dict` is a `dict`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let dict = py.eval("{1: 2}", None)?;
/// let key = py.eval("1", None)?;
/// // SAFETY: attached, by `py`; `dict` is a `dict`.
/// let result = unsafe { raw::dict_contains(dict.raw(), key.raw()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_contains(dict: BorrowedRef<'_>, key: BorrowedRef<'_>) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_Contains(dict.as_ptr(), key.as_ptr()) };
    results::three_way(outcome)
}

/// `PyDict_ContainsString`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `dict` is a `dict`; the pointers are what the C function asks
/// for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let dict = py.eval("{'ink': 2}", None)?;
/// // SAFETY: attached, by `py`; `dict` is a `dict`; what pointers lead to outlives the call.
/// let result = unsafe { raw::dict_contains_string(dict.raw(), c"ink".as_ptr()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_13, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn dict_contains_string(dict: BorrowedRef<'_>, key: *const c_char) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_ContainsString(dict.as_ptr(), key) };
    results::three_way(outcome)
}

/// `PyDict_Copy`. Can run Python code.
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
/// let dict = py.eval("{1: 2}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::dict_copy(dict.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "{1: 2}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_copy(dict: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_Copy(dict.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyDict_DelItem`. Can run Python code.
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
/// let dict = py.eval("{1: 2}", None)?;
/// let key = py.eval("1", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::dict_del_item(dict.raw(), key.raw()) }?;
/// assert_eq!(format!("{dict:?}"), "{}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_del_item(dict: BorrowedRef<'_>, key: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_DelItem(dict.as_ptr(), key.as_ptr()) };
    results::status(outcome)
}

/// `PyDict_DelItemString`. Can run Python code.
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
/// let dict = py.eval("{'ink': 2}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::dict_del_item_string(dict.raw(), c"ink".as_ptr()) }?;
/// assert_eq!(format!("{dict:?}"), "{}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn dict_del_item_string(dict: BorrowedRef<'_>, key: *const c_char) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_DelItemString(dict.as_ptr(), key) };
    results::status(outcome)
}

/// `PyDict_GetItemRef`. Can run Python code. Below 3.13 a backport.
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
/// let dict = py.eval("{1: 2}", None)?;
/// let key = py.eval("1", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::dict_get_item_ref(dict.raw(), key.raw()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_get_item_ref(dict: BorrowedRef<'_>, key: BorrowedRef<'_>) -> Result<Option<NewRef>, Failed> {
    let mut value_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyDict_GetItemRef(dict.as_ptr(), key.as_ptr(), &raw mut value_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let value = unsafe { NewRef::from_ptr(value_out) };
    results::three_way(outcome)?;
    Ok(value)
}

/// `PyDict_GetItemStringRef`. Can run Python code. Below 3.13 a backport.
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
/// let dict = py.eval("{'ink': 2}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::dict_get_item_string_ref(dict.raw(), c"ink".as_ptr()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_get_item_string_ref(dict: BorrowedRef<'_>, key: *const c_char) -> Result<Option<NewRef>, Failed> {
    let mut value_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyDict_GetItemStringRef(dict.as_ptr(), key, &raw mut value_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let value = unsafe { NewRef::from_ptr(value_out) };
    results::three_way(outcome)?;
    Ok(value)
}

/// `PyDict_Items`. Can run Python code.
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
/// let dict = py.eval("{1: 2}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::dict_items(dict.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[(1, 2)]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_items(dict: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_Items(dict.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyDict_Keys`. Can run Python code.
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
/// let dict = py.eval("{1: 2}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::dict_keys(dict.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[1]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_keys(dict: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_Keys(dict.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyDict_Merge`. Can run Python code.
///
/// What was merged before a failure stays.
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
/// let dict = py.eval("{1: 2}", None)?;
/// let other = py.eval("{1: 3, 4: 5}", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::dict_merge(dict.raw(), other.raw(), 0) }?;
/// assert_eq!(format!("{dict:?}"), "{1: 2, 4: 5}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_merge(dict: BorrowedRef<'_>, other: BorrowedRef<'_>, overwrite: c_int) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_Merge(dict.as_ptr(), other.as_ptr(), overwrite) };
    results::status(outcome)
}

/// `PyDict_MergeFromSeq2`. Can run Python code.
///
/// What was merged before a failure stays.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `dict` is a `dict`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let dict = py.eval("{}", None)?;
/// let pairs = py.eval("[(1, 2)]", None)?;
/// // SAFETY: attached, by `py`; `dict` is a `dict`.
/// unsafe { raw::dict_merge_from_seq2(dict.raw(), pairs.raw(), 1) }?;
/// assert_eq!(format!("{dict:?}"), "{1: 2}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_merge_from_seq2(
    dict: BorrowedRef<'_>,
    pairs: BorrowedRef<'_>,
    overwrite: c_int,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_MergeFromSeq2(dict.as_ptr(), pairs.as_ptr(), overwrite) };
    results::status(outcome)
}

/// `PyDict_New`. Can run Python code.
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
/// let result = unsafe { raw::dict_new() }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "{}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_new() -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_New() };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyDict_Pop`. Can run Python code. Below 3.13 a backport.
///
/// The pointer may be NULL, and the value is released.
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
/// let dict = py.eval("{1: 2}", None)?;
/// let key = py.eval("1", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::dict_pop(dict.raw(), key.raw()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_pop(dict: BorrowedRef<'_>, key: BorrowedRef<'_>) -> Result<Option<NewRef>, Failed> {
    let mut value_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyDict_Pop(dict.as_ptr(), key.as_ptr(), &raw mut value_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let value = unsafe { NewRef::from_ptr(value_out) };
    results::three_way(outcome)?;
    Ok(value)
}

/// `PyDict_PopString`. Can run Python code.
///
/// The pointer may be NULL, and the value is released.
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
/// let dict = py.eval("{'ink': 2}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::dict_pop_string(dict.raw(), c"ink".as_ptr()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_13, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn dict_pop_string(dict: BorrowedRef<'_>, key: *const c_char) -> Result<Option<NewRef>, Failed> {
    let mut value_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_PopString(dict.as_ptr(), key, &raw mut value_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let value = unsafe { NewRef::from_ptr(value_out) };
    results::three_way(outcome)?;
    Ok(value)
}

/// `PyDict_SetDefaultRef`. Takes a reference of its own to `key`, `default_value`. Can run Python code. Below 3.13 a
/// backport.
///
/// 1 if the key was there; key and default are kept only if it was not.
///
/// The pointer may be NULL.
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
/// let dict = py.eval("{1: 2}", None)?;
/// let key = py.eval("1", None)?;
/// let default_value = py.eval("3", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::dict_set_default_ref(dict.raw(), key.raw(), default_value.raw()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_set_default_ref(
    dict: BorrowedRef<'_>,
    key: BorrowedRef<'_>,
    default_value: BorrowedRef<'_>,
) -> Result<Option<NewRef>, Failed> {
    let mut value_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe {
        compat::PyDict_SetDefaultRef(dict.as_ptr(), key.as_ptr(), default_value.as_ptr(), &raw mut value_out)
    };
    // SAFETY: by the contract a new reference, or NULL.
    let value = unsafe { NewRef::from_ptr(value_out) };
    results::three_way(outcome)?;
    Ok(value)
}

/// `PyDict_SetItem`. Takes a reference of its own to `key`, `value`. Can run Python code.
///
/// The key is kept only if no equal one was there.
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
/// let dict = py.eval("{}", None)?;
/// let key = py.eval("1", None)?;
/// let value = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::dict_set_item(dict.raw(), key.raw(), value.raw()) }?;
/// assert_eq!(format!("{dict:?}"), "{1: 2}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_set_item(dict: BorrowedRef<'_>, key: BorrowedRef<'_>, value: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_SetItem(dict.as_ptr(), key.as_ptr(), value.as_ptr()) };
    results::status(outcome)
}

/// `PyDict_SetItemString`. Takes a reference of its own to `value`. Can run Python code.
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
/// let dict = py.eval("{}", None)?;
/// let value = py.eval("2", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::dict_set_item_string(dict.raw(), c"ink".as_ptr(), value.raw()) }?;
/// assert_eq!(format!("{dict:?}"), "{'ink': 2}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_set_item_string(
    dict: BorrowedRef<'_>,
    key: *const c_char,
    value: BorrowedRef<'_>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_SetItemString(dict.as_ptr(), key, value.as_ptr()) };
    results::status(outcome)
}

/// `PyDict_Size`.
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
/// let dict = py.eval("{1: 2}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::dict_size(dict.raw()) }?;
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn dict_size(dict: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_Size(dict.as_ptr()) };
    results::size(outcome)
}

/// `PyDict_Unwatch`.
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
/// use core::ffi::c_int;
/// use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
///
/// type Callback = unsafe extern "C" fn(c_int, *mut raw::PyObject, *mut raw::PyObject, *mut raw::PyObject) -> c_int;
/// unsafe extern "C" {
///     fn PyDict_AddWatcher(callback: Callback) -> c_int;
/// }
/// static CHANGES: AtomicU32 = AtomicU32::new(0);
/// unsafe extern "C" fn heard(_: c_int, _: *mut raw::PyObject, _: *mut raw::PyObject, _: *mut raw::PyObject) -> c_int {
///     CHANGES.fetch_add(1, Relaxed);
///     0
/// }
/// // SAFETY: attached, by `py`.
/// let watcher = unsafe { PyDict_AddWatcher(heard) };
/// let dict = py.eval("{1: 2}", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::dict_watch(watcher, dict.raw()) }?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::dict_unwatch(watcher, dict.raw()) }?;
/// dict.call_method("clear", ())?;
/// assert_eq!(CHANGES.load(Relaxed), 0);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn dict_unwatch(watcher_id: c_int, dict: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_Unwatch(watcher_id, dict.as_ptr()) };
    results::status(outcome)
}

/// `PyDict_Update`. Can run Python code.
///
/// What was merged before a failure stays.
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
/// let dict = py.eval("{1: 2}", None)?;
/// let other = py.eval("{3: 4}", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::dict_update(dict.raw(), other.raw()) }?;
/// assert_eq!(format!("{dict:?}"), "{1: 2, 3: 4}");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_update(dict: BorrowedRef<'_>, other: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_Update(dict.as_ptr(), other.as_ptr()) };
    results::status(outcome)
}

/// `PyDict_Values`. Can run Python code.
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
/// let dict = py.eval("{1: 2}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::dict_values(dict.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[2]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn dict_values(dict: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_Values(dict.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyDict_Watch`.
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
/// use core::ffi::c_int;
/// use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
///
/// type Callback = unsafe extern "C" fn(c_int, *mut raw::PyObject, *mut raw::PyObject, *mut raw::PyObject) -> c_int;
/// unsafe extern "C" {
///     fn PyDict_AddWatcher(callback: Callback) -> c_int;
/// }
/// static CHANGES: AtomicU32 = AtomicU32::new(0);
/// unsafe extern "C" fn heard(_: c_int, _: *mut raw::PyObject, _: *mut raw::PyObject, _: *mut raw::PyObject) -> c_int {
///     CHANGES.fetch_add(1, Relaxed);
///     0
/// }
/// // SAFETY: attached, by `py`.
/// let watcher = unsafe { PyDict_AddWatcher(heard) };
/// let dict = py.eval("{1: 2}", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::dict_watch(watcher, dict.raw()) }?;
/// dict.call_method("clear", ())?;
/// assert_eq!(CHANGES.load(Relaxed), 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn dict_watch(watcher_id: c_int, dict: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDict_Watch(watcher_id, dict.as_ptr()) };
    results::status(outcome)
}

/// `PyDictItems_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("{}.items()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::dict_items_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn dict_items_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDictItems_Check(object.as_ptr()) }
}

/// `PyDictKeys_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("{}.keys()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::dict_keys_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn dict_keys_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDictKeys_Check(object.as_ptr()) }
}

/// `PyDictValues_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("{}.values()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::dict_values_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn dict_values_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDictValues_Check(object.as_ptr()) }
}

/// `PyDictViewSet_Check`.
///
/// True of a view of keys or of items.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("{}.keys()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::dict_view_set_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn dict_view_set_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDictViewSet_Check(object.as_ptr()) }
}

/// `PyFrozenDict_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("frozendict()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::frozen_dict_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn frozen_dict_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyFrozenDict_Check(object.as_ptr()) }
}

/// `PyFrozenDict_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("frozendict()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::frozen_dict_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn frozen_dict_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyFrozenDict_CheckExact(object.as_ptr()) }
}

/// `PyFrozenDict_New`. Can run Python code.
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
/// let iterable = py.eval("{1: 2}", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::frozen_dict_new(Some(iterable.raw())) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "frozendict({1: 2})");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn frozen_dict_new(iterable: Option<BorrowedRef<'_>>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFrozenDict_New(results::or_null(iterable)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyODict_DelItem`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `dict` is a `odict`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let dict = py.eval("__import__('collections').OrderedDict({1: 2})", None)?;
/// let key = py.eval("1", None)?;
/// // SAFETY: attached, by `py`; `dict` is a `odict`.
/// unsafe { raw::o_dict_del_item(dict.raw(), key.raw()) }?;
/// assert_eq!(format!("{dict:?}"), "OrderedDict()");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn o_dict_del_item(dict: BorrowedRef<'_>, key: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyODict_DelItem(dict.as_ptr(), key.as_ptr()) };
    results::status(outcome)
}

/// `PyODict_New`. Can run Python code.
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
/// let result = unsafe { raw::o_dict_new() }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "OrderedDict()");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn o_dict_new() -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyODict_New() };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyODict_SetItem`. Takes a reference of its own to `key`, `value`. Can run Python code.
///
/// The key is kept only if no equal one was there.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `dict` is a `odict`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let dict = py.eval("__import__('collections').OrderedDict()", None)?;
/// let key = py.eval("1", None)?;
/// let value = py.eval("2", None)?;
/// // SAFETY: attached, by `py`; `dict` is a `odict`.
/// unsafe { raw::o_dict_set_item(dict.raw(), key.raw(), value.raw()) }?;
/// assert_eq!(dict.getattr("values")?.call(())?.length()?, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn o_dict_set_item(
    dict: BorrowedRef<'_>,
    key: BorrowedRef<'_>,
    value: BorrowedRef<'_>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyODict_SetItem(dict.as_ptr(), key.as_ptr(), value.as_ptr()) };
    results::status(outcome)
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyODict_DelItem(dict: *mut ffi::PyObject, key: *mut ffi::PyObject) -> c_int;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyODict_New() -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyODict_SetItem(dict: *mut ffi::PyObject, key: *mut ffi::PyObject, value: *mut ffi::PyObject) -> c_int;
}
