//! Running code objects and frames, what the running frame sees, and tracing. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::{compat, results};

/// `PyEval_CallObject`. Can run Python code.
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
/// let callable = py.eval("max", None)?;
/// let args = py.eval("(3, 5)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::eval_call_object(callable.raw(), Some(args.raw())) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "5");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_3_13)))]
#[inline]
pub unsafe fn eval_call_object(callable: BorrowedRef<'_>, args: Option<BorrowedRef<'_>>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyEval_CallObject(callable.as_ptr(), results::or_null(args)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyEval_CallObjectWithKeywords`. Can run Python code.
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
/// let callable = py.eval("max", None)?;
/// let args = py.eval("(3, 5)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::eval_call_object_with_keywords(callable.raw(), Some(args.raw()), None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "5");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_3_13)))]
#[inline]
pub unsafe fn eval_call_object_with_keywords(
    callable: BorrowedRef<'_>,
    args: Option<BorrowedRef<'_>>,
    kwargs: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe {
        ffi::PyEval_CallObjectWithKeywords(callable.as_ptr(), results::or_null(args), results::or_null(kwargs))
    };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyEval_EvalCode`. Can run Python code.
///
/// Unlike `exec`, it puts no `__builtins__` into `globals`, and an import from C looks there.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `code` is a `code`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let code = py.eval("compile('2 + 3', 'ink.py', 'eval')", None)?;
/// let globals = py.eval("{}", None)?;
/// // SAFETY: attached, by `py`; `code` is a `code`.
/// let result = unsafe { raw::eval_eval_code(code.raw(), globals.raw(), None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "5");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn eval_eval_code(
    code: BorrowedRef<'_>,
    globals: BorrowedRef<'_>,
    locals: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyEval_EvalCode(code.as_ptr(), globals.as_ptr(), results::or_null(locals)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyEval_EvalFrame`. Can run Python code.
///
/// The frame is new: PyFrame_New made it, and it has not run.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `frame` is a `PyFrameObject`.
///
/// There is no example: a frame that is to be run is made by the interpreter alone.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn eval_eval_frame(frame: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyEval_EvalFrame(frame.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyEval_EvalFrameEx`. Can run Python code.
///
/// The frame is new: PyFrame_New made it, and it has not run.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `frame` is a `PyFrameObject`.
///
/// There is no example: a frame that is to be run is made by the interpreter alone.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn eval_eval_frame_ex(frame: BorrowedRef<'_>, throw: c_int) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyEval_EvalFrameEx(frame.as_ptr().cast(), throw) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyEval_GetFrameBuiltins`. Below 3.13 a backport.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::eval_get_frame_builtins() };
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "dict");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn eval_get_frame_builtins() -> NewRef {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyEval_GetFrameBuiltins() };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }.expect("never NULL")
}

/// `PyEval_GetFrameGlobals`. Below 3.13 a backport.
///
/// NULL, without an exception, where no Python code runs.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::eval_get_frame_globals() };
/// assert!(result.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn eval_get_frame_globals() -> Option<NewRef> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyEval_GetFrameGlobals() };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }
}

/// `PyEval_GetFrameLocals`. Can run Python code. Below 3.13 a backport.
///
/// SystemError where no Python code runs.
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
/// let locals = unsafe { raw::eval_get_frame_locals() }.map_err(PyErr::from);
/// assert!(locals.is_err()); // no Python code is running
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn eval_get_frame_locals() -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { compat::PyEval_GetFrameLocals() };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyEval_GetFuncDesc`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let function = py.eval("len", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::eval_get_func_desc(function.raw()) };
/// // SAFETY: a text of C's, which outlives this line.
/// assert_eq!(unsafe { core::ffi::CStr::from_ptr(result) }, c"()");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn eval_get_func_desc(function: BorrowedRef<'_>) -> *const c_char {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyEval_GetFuncDesc(function.as_ptr()) }
}

/// `PyEval_GetFuncName`.
///
/// The text lives as long as the function keeps its name.
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
/// let function = py.eval("len", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::eval_get_func_name(function.raw()) }?;
/// // SAFETY: a text of C's, which outlives this line.
/// assert_eq!(unsafe { core::ffi::CStr::from_ptr(result) }, c"len");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn eval_get_func_name(function: BorrowedRef<'_>) -> Result<*const c_char, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyEval_GetFuncName(function.as_ptr()) };
    results::pointer(outcome)
}
