//! Threads and interpreters: their states, attaching and detaching, locks, and values of a thread's own. Written by `cargo xtask contracts`: change the table, not this.

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyInterpreterState_GetDict`. The result is borrowed from the interpreter. Can run Python code.
///
/// NULL, without an exception, if there is no memory for it.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`.
/// let state = unsafe { pyo3_ffi::PyInterpreterState_Get() };
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::interpreter_state_get_dict(state) }.expect("there is one");
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(result.type_name(), "dict");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn interpreter_state_get_dict<'a>(state: *mut ffi::PyInterpreterState) -> Option<BorrowedRef<'a>> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyInterpreterState_GetDict(state) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }
}

/// `PyThread_GetInfo`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// There is no example: from 3.12 on Python makes the type anew with each call, at which a debug build aborts.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn thread_get_info() -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyThread_GetInfo() };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyThreadState_GetDict`. The result is borrowed from the thread. Can run Python code.
///
/// NULL, without an exception, if there is no memory for it.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::thread_state_get_dict() }.expect("there is one");
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(result.type_name(), "dict");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn thread_state_get_dict<'a>() -> Option<BorrowedRef<'a>> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyThreadState_GetDict() };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }
}

/// `PyThreadState_GetFrame`. Can run Python code.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`.
/// let thread = unsafe { pyo3_ffi::PyThreadState_Get() };
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::thread_state_get_frame(thread) };
/// assert!(result.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn thread_state_get_frame(thread: *mut ffi::PyThreadState) -> Option<NewRef> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyThreadState_GetFrame(thread) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome.cast()) }
}

/// `PyUnstable_InterpreterState_GetMainModule`. Can run Python code.
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
/// // SAFETY: attached, by `py`.
/// let state = unsafe { pyo3_ffi::PyInterpreterState_Get() };
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::unstable_interpreter_state_get_main_module(state) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'__main__'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_13, not(Py_3_14), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_interpreter_state_get_main_module(
    state: *mut ffi::PyInterpreterState,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyUnstable_InterpreterState_GetMainModule(state) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

crate::raw::libpython! {
    #[cfg(feature = "raw")]
    fn PyThread_GetInfo() -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", Py_3_13, not(Py_3_14), not(Py_LIMITED_API)))]
    fn PyUnstable_InterpreterState_GetMainModule(state: *mut ffi::PyInterpreterState) -> *mut ffi::PyObject;
}
