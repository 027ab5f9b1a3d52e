//! Context variables, their tokens, and contexts. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_char;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyContext_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('contextvars').Context()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::context_check_exact(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn context_check_exact(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyContext_CheckExact(object.as_ptr()) };
    outcome != 0
}

/// `PyContext_Copy`. Can run Python code.
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
/// let context = py.eval("__import__('contextvars').Context()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::context_copy(context.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "_contextvars.Context");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn context_copy(context: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyContext_Copy(context.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyContext_CopyCurrent`. Can run Python code.
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
/// let result = unsafe { raw::context_copy_current() }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "_contextvars.Context");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn context_copy_current() -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyContext_CopyCurrent() };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyContext_Enter`. Takes a reference of its own to `context`. Can run Python code.
///
/// RuntimeError if the context is entered already.
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
/// let context = py.eval("__import__('contextvars').Context()", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::context_enter(context.raw()) }?;
/// assert!(context.call_method("run", (py.eval("int", None)?,)).is_err()); // it has been entered
/// // SAFETY: attached, by `py`.
/// unsafe { raw::context_exit(context.raw()) }?;
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(any(feature = "raw", feature = "more-types"), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn context_enter(context: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyContext_Enter(context.as_ptr()) };
    results::status(outcome)
}

/// `PyContext_Exit`. Can run Python code.
///
/// Releases what PyContext_Enter took; RuntimeError if the context is not the current one.
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
/// let context = py.eval("__import__('contextvars').Context()", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::context_enter(context.raw()) }?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::context_exit(context.raw()) }?;
/// assert!(context.call_method("run", (py.eval("int", None)?,)).is_ok());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(any(feature = "raw", feature = "more-types"), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn context_exit(context: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyContext_Exit(context.as_ptr()) };
    results::status(outcome)
}

/// `PyContext_New`. Can run Python code.
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
/// let result = unsafe { raw::context_new() }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "_contextvars.Context");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn context_new() -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyContext_New() };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyContextToken_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('contextvars').ContextVar('ink').set(1)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::context_token_check_exact(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn context_token_check_exact(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyContextToken_CheckExact(object.as_ptr()) };
    outcome != 0
}

/// `PyContextVar_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('contextvars').ContextVar('ink')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::context_var_check_exact(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn context_var_check_exact(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyContextVar_CheckExact(object.as_ptr()) };
    outcome != 0
}

/// `PyContextVar_Get`. Can run Python code.
///
/// NULL comes out if the variable has no value, and neither it nor the call a default.
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
/// let variable = py.eval("__import__('contextvars').ContextVar('ink', default=1)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::context_var_get(variable.raw(), None) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn context_var_get(
    variable: BorrowedRef<'_>,
    default_value: Option<BorrowedRef<'_>>,
) -> Result<Option<NewRef>, Failed> {
    let mut value_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome =
        unsafe { ffi::PyContextVar_Get(variable.as_ptr(), results::or_null(default_value), &raw mut value_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let value = unsafe { NewRef::from_ptr(value_out) };
    results::status(outcome)?;
    Ok(value)
}

/// `PyContextVar_New`. Takes a reference of its own to `default_value`. Can run Python code.
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
/// let result = unsafe { raw::context_var_new(c"ink".as_ptr(), None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("name")?), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn context_var_new(name: *const c_char, default_value: Option<BorrowedRef<'_>>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyContextVar_New(name, results::or_null(default_value)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyContextVar_Reset`. Can run Python code.
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
/// let variable = py.eval("__import__('contextvars').ContextVar('ink', default=1)", None)?;
/// let token = variable.call_method("set", (2,))?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::context_var_reset(variable.raw(), token.raw()) }?;
/// assert_eq!(format!("{:?}", variable.call_method("get", ())?), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn context_var_reset(variable: BorrowedRef<'_>, token: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyContextVar_Reset(variable.as_ptr(), token.as_ptr()) };
    results::status(outcome)
}

/// `PyContextVar_Set`. Takes a reference of its own to `variable`, `value`. Can run Python code.
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
/// let variable = py.eval("__import__('contextvars').ContextVar('ink')", None)?;
/// let value = py.eval("1", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::context_var_set(variable.raw(), value.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "_contextvars.Token");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn context_var_set(variable: BorrowedRef<'_>, value: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyContextVar_Set(variable.as_ptr(), value.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}
