//! The attributes of the module sys, its options, and audit events. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::{compat, results};

/// `PySys_AddWarnOptionUnicode`. Takes a reference of its own to `option`. Can run Python code.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let option = py.eval("'ignore'", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::sys_add_warn_option_unicode(option.raw()) };
/// assert_eq!(format!("{:?}", py.eval("__import__('sys').warnoptions[-1]", None)?), "'ignore'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_3_13)))]
#[inline]
pub unsafe fn sys_add_warn_option_unicode(option: BorrowedRef<'_>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PySys_AddWarnOptionUnicode(option.as_ptr()) };
}

/// `PySys_AuditTuple`. Can run Python code.
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
/// py.run("heard = []\n__import__('sys').addaudithook(lambda event, args: heard.append(event))", None)?;
/// let args = py.eval("('blue',)", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::sys_audit_tuple(c"ink.spilt".as_ptr(), Some(args.raw())) }?;
/// assert!(py.eval("'ink.spilt' in heard", None)?.is_true()?);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_13))]
#[inline]
pub unsafe fn sys_audit_tuple(event: *const c_char, args: Option<BorrowedRef<'_>>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PySys_AuditTuple(event, results::or_null(args)) };
    results::status(outcome)
}

/// `PySys_GetAttr`. Can run Python code.
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
/// let name = py.eval("'byteorder'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sys_get_attr(name.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "str");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn sys_get_attr(name: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PySys_GetAttr(name.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PySys_GetAttrString`. Can run Python code.
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
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::sys_get_attr_string(c"byteorder".as_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "str");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn sys_get_attr_string(name: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PySys_GetAttrString(name) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PySys_GetOptionalAttr`. Can run Python code.
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
/// let name = py.eval("'byteorder'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sys_get_optional_attr(name.raw()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "str");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15))]
#[inline]
pub unsafe fn sys_get_optional_attr(name: BorrowedRef<'_>) -> Result<Option<NewRef>, Failed> {
    let mut value_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PySys_GetOptionalAttr(name.as_ptr(), &raw mut value_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let value = unsafe { NewRef::from_ptr(value_out) };
    results::three_way(outcome)?;
    Ok(value)
}

/// `PySys_GetOptionalAttrString`. Can run Python code. Below 3.15 a backport.
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
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::sys_get_optional_attr_string(c"byteorder".as_ptr()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "str");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn sys_get_optional_attr_string(name: *const c_char) -> Result<Option<NewRef>, Failed> {
    let mut value_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PySys_GetOptionalAttrString(name, &raw mut value_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let value = unsafe { NewRef::from_ptr(value_out) };
    results::three_way(outcome)?;
    Ok(value)
}

/// `PySys_SetObject`. Takes a reference of its own to `value`. Can run Python code.
///
/// NULL as `value` deletes the attribute.
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
/// let value = py.eval("3", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::sys_set_object(c"ink".as_ptr(), Some(value.raw())) }?;
/// assert_eq!(format!("{:?}", py.eval("__import__('sys').ink", None)?), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn sys_set_object(name: *const c_char, value: Option<BorrowedRef<'_>>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySys_SetObject(name, results::or_null(value)) };
    results::status(outcome)
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", Py_3_13))]
    fn PySys_AuditTuple(event: *const c_char, args: *mut ffi::PyObject) -> c_int;
    #[cfg(all(feature = "raw", Py_3_15))]
    fn PySys_GetAttr(name: *mut ffi::PyObject) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", Py_3_15))]
    fn PySys_GetAttrString(name: *const c_char) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", Py_3_15))]
    fn PySys_GetOptionalAttr(name: *mut ffi::PyObject, value: *mut *mut ffi::PyObject) -> c_int;
}
