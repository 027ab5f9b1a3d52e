//! Dicts, their views, `OrderedDict` and, from 3.15 on, `frozendict`, which functions that only look at a dict take too. What the getters borrow lasts only until Python code changes the dict, and comparing keys can run such code. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::{compat, results};

/// `PyAnyDict_Check`.
///
/// # Safety
/// This thread is attached.
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
