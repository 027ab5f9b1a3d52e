//! Weak references and proxies. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::{compat, results};

/// `PyWeakref_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('weakref').ref(int)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::weakref_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn weakref_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyWeakref_Check(object.as_ptr()) }
}

/// `PyWeakref_CheckProxy`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('weakref').proxy(int)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::weakref_check_proxy(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn weakref_check_proxy(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyWeakref_CheckProxy(object.as_ptr()) }
}

/// `PyWeakref_CheckRef`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('weakref').ref(int)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::weakref_check_ref(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn weakref_check_ref(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyWeakref_CheckRef(object.as_ptr()) }
}

/// `PyWeakref_CheckRefExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('weakref').ref(int)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::weakref_check_ref_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn weakref_check_ref_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyWeakref_CheckRefExact(object.as_ptr()) }
}

/// `PyWeakref_GetRef`. Below 3.13 a backport.
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
/// let reference = py.eval("__import__('weakref').ref(int)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::weakref_get_ref(reference.raw()) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "<class 'int'>");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn weakref_get_ref(reference: BorrowedRef<'_>) -> Result<Option<NewRef>, Failed> {
    let mut object_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyWeakref_GetRef(reference.as_ptr(), &raw mut object_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let object = unsafe { NewRef::from_ptr(object_out) };
    results::three_way(outcome)?;
    Ok(object)
}

/// `PyWeakref_IsDead`.
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
/// let reference = py.eval("__import__('weakref').ref(set())", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::weakref_is_dead(reference.raw()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn weakref_is_dead(reference: BorrowedRef<'_>) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyWeakref_IsDead(reference.as_ptr()) };
    results::three_way(outcome)
}

/// `PyWeakref_NewProxy`. Takes a reference of its own to `callback`. Can run Python code.
///
/// Without a callback, or with None, the proxy that the object already has.
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
/// let object = py.eval("int", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::weakref_new_proxy(object.raw(), None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "weakref.CallableProxyType");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn weakref_new_proxy(object: BorrowedRef<'_>, callback: Option<BorrowedRef<'_>>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyWeakref_NewProxy(object.as_ptr(), results::or_null(callback)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyWeakref_NewRef`. Takes a reference of its own to `callback`. Can run Python code.
///
/// Without a callback, or with None, the reference that the object already has.
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
/// let object = py.eval("int", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::weakref_new_ref(object.raw(), None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.call(())?), "<class 'int'>");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn weakref_new_ref(object: BorrowedRef<'_>, callback: Option<BorrowedRef<'_>>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyWeakref_NewRef(object.as_ptr(), results::or_null(callback)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
    fn PyWeakref_IsDead(reference: *mut ffi::PyObject) -> c_int;
}
