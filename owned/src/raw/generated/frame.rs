//! Frames and tracebacks. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyFrame_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('sys')._getframe()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::frame_check(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn frame_check(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFrame_Check(object.as_ptr()) };
    outcome != 0
}

/// `PyFrame_FastToLocals`. Can run Python code.
///
/// Does nothing since 3.13.
///
/// # Safety
/// This thread is attached; `frame` is a `PyFrameObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let frame = py.eval("__import__('sys')._getframe()", None)?;
/// // SAFETY: attached, by `py`; `frame` is a `PyFrameObject`.
/// unsafe { raw::frame_fast_to_locals(frame.raw()) };
/// assert_eq!(format!("{:?}", frame.getattr("f_lineno")?), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn frame_fast_to_locals(frame: BorrowedRef<'_>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyFrame_FastToLocals(frame.as_ptr().cast()) };
}

/// `PyFrame_FastToLocalsWithError`. Can run Python code.
///
/// Does nothing since 3.13; before, NULL gives SystemError.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `frame` is a `PyFrameObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let frame = py.eval("__import__('sys')._getframe()", None)?;
/// // SAFETY: attached, by `py`; `frame` is a `PyFrameObject`.
/// unsafe { raw::frame_fast_to_locals_with_error(Some(frame.raw())) }?;
/// assert_eq!(format!("{:?}", frame.getattr("f_lineno")?), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn frame_fast_to_locals_with_error(frame: Option<BorrowedRef<'_>>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFrame_FastToLocalsWithError(results::or_null(frame).cast()) };
    results::status(outcome)
}

/// `PyFrame_GetBack`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `frame` is a `PyFrameObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let frame = py.eval("__import__('sys')._getframe()", None)?;
/// // SAFETY: attached, by `py`; `frame` is a `PyFrameObject`.
/// let result = unsafe { raw::frame_get_back(frame.raw()) }?;
/// assert!(result.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn frame_get_back(frame: BorrowedRef<'_>) -> Result<Option<NewRef>, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFrame_GetBack(frame.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new_or_end(outcome.cast()) }
}

/// `PyFrame_GetBuiltins`.
///
/// # Safety
/// This thread is attached as long as the result lives; `frame` is a `PyFrameObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let frame = py.eval("__import__('sys')._getframe()", None)?;
/// // SAFETY: attached, by `py`; `frame` is a `PyFrameObject`.
/// let result = unsafe { raw::frame_get_builtins(frame.raw()) };
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "dict");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn frame_get_builtins(frame: BorrowedRef<'_>) -> NewRef {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFrame_GetBuiltins(frame.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }.expect("never NULL")
}

/// `PyFrame_GetCode`.
///
/// # Safety
/// This thread is attached as long as the result lives; `frame` is a `PyFrameObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let frame = py.eval("__import__('sys')._getframe()", None)?;
/// // SAFETY: attached, by `py`; `frame` is a `PyFrameObject`.
/// let result = unsafe { raw::frame_get_code(frame.raw()) };
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "code");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn frame_get_code(frame: BorrowedRef<'_>) -> NewRef {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFrame_GetCode(frame.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome.cast()) }.expect("never NULL")
}

/// `PyFrame_GetGenerator`.
///
/// # Safety
/// This thread is attached as long as the result lives; `frame` is a `PyFrameObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// py.run("blots = (n for n in ())", None)?;
/// let frame = py.eval("blots.gi_frame", None)?;
/// // SAFETY: attached, by `py`; `frame` is a `PyFrameObject`.
/// let result = unsafe { raw::frame_get_generator(frame.raw()) }.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "generator");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn frame_get_generator(frame: BorrowedRef<'_>) -> Option<NewRef> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFrame_GetGenerator(frame.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }
}

/// `PyFrame_GetGlobals`.
///
/// # Safety
/// This thread is attached as long as the result lives; `frame` is a `PyFrameObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let frame = py.eval("__import__('sys')._getframe()", None)?;
/// // SAFETY: attached, by `py`; `frame` is a `PyFrameObject`.
/// let result = unsafe { raw::frame_get_globals(frame.raw()) };
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "dict");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn frame_get_globals(frame: BorrowedRef<'_>) -> NewRef {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFrame_GetGlobals(frame.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }.expect("never NULL")
}

/// `PyFrame_GetLasti`.
///
/// -1 if the frame has not begun.
///
/// # Safety
/// This thread is attached; `frame` is a `PyFrameObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let frame = py.eval("__import__('sys')._getframe()", None)?;
/// // SAFETY: attached, by `py`; `frame` is a `PyFrameObject`.
/// let result = unsafe { raw::frame_get_lasti(frame.raw()) };
/// assert!(result > 0); // an instruction of the expression
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn frame_get_lasti(frame: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyFrame_GetLasti(frame.as_ptr().cast()) }
}

/// `PyFrame_GetLineNumber`.
///
/// # Safety
/// This thread is attached; `frame` is a `PyFrameObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let frame = py.eval("__import__('sys')._getframe()", None)?;
/// // SAFETY: attached, by `py`; `frame` is a `PyFrameObject`.
/// let result = unsafe { raw::frame_get_line_number(frame.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn frame_get_line_number(frame: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyFrame_GetLineNumber(frame.as_ptr().cast()) }
}

/// `PyFrame_GetLocals`. Can run Python code.
///
/// Since 3.13 a proxy that writes through for the frames of functions; before, a dict.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `frame` is a `PyFrameObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let frame = py.eval("__import__('sys')._getframe()", None)?;
/// // SAFETY: attached, by `py`; `frame` is a `PyFrameObject`.
/// let result = unsafe { raw::frame_get_locals(frame.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "dict");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn frame_get_locals(frame: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFrame_GetLocals(frame.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyFrame_GetVar`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `frame` is a `PyFrameObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let frame = py.eval("(lambda ink: __import__('sys')._getframe())(3)", None)?;
/// let name = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `frame` is a `PyFrameObject`.
/// let result = unsafe { raw::frame_get_var(frame.raw(), name.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn frame_get_var(frame: BorrowedRef<'_>, name: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFrame_GetVar(frame.as_ptr().cast(), name.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyFrame_LocalsToFast`. Can run Python code.
///
/// Does nothing since 3.13.
///
/// # Safety
/// This thread is attached; `frame` is a `PyFrameObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let frame = py.eval("__import__('sys')._getframe()", None)?;
/// // SAFETY: attached, by `py`; `frame` is a `PyFrameObject`.
/// unsafe { raw::frame_locals_to_fast(frame.raw(), 0) };
/// assert_eq!(format!("{:?}", frame.getattr("f_lineno")?), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn frame_locals_to_fast(frame: BorrowedRef<'_>, clear: c_int) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyFrame_LocalsToFast(frame.as_ptr().cast(), clear) };
}

/// `PyFrame_New`. Takes a reference of its own to `code`, `globals`, `locals`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `code` is a `PyCodeObject`; the pointers are what the C
/// function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`.
/// let thread = unsafe { pyo3_ffi::PyThreadState_Get() };
/// let code = py.eval("(lambda: 5).__code__", None)?;
/// let globals = py.eval("{'__builtins__': {}}", None)?;
/// // SAFETY: attached, by `py`; `code` is a `PyCodeObject`; what pointers lead to outlives the call.
/// let result = unsafe { raw::frame_new(thread, code.raw(), globals.raw(), None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "frame");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn frame_new(
    thread: *mut ffi::PyThreadState,
    code: BorrowedRef<'_>,
    globals: BorrowedRef<'_>,
    locals: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFrame_New(thread, code.as_ptr().cast(), globals.as_ptr(), results::or_null(locals)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome.cast()) }
}

/// `PyFrameLocalsProxy_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("(lambda: __import__('sys')._getframe())().f_locals", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::frame_locals_proxy_check(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_13, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn frame_locals_proxy_check(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFrameLocalsProxy_Check(object.as_ptr()) };
    outcome != 0
}

/// `PyTraceBack_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("__import__('types').TracebackType(None, __import__('sys')._getframe(), 0, 1)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::trace_back_check(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn trace_back_check(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyTraceBack_Check(object.as_ptr()) };
    outcome != 0
}

/// `PyTraceBack_Here`. Takes a reference of its own to `frame`. Can run Python code.
///
/// The traceback of the current exception gets one more entry, which keeps `frame`; an exception must be set.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `frame` is a `PyFrameObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let (class, frame) = (py.eval("KeyError", None)?, py.eval("__import__('sys')._getframe()", None)?);
/// // SAFETY: attached, by `py`.
/// let failed = unsafe { raw::err_set_none(class.raw()) };
/// // SAFETY: attached, by `py`.
/// unsafe { raw::trace_back_here(frame.raw()) }?;
/// let error = PyErr::from(failed).into_value(py);
/// assert_eq!(format!("{:?}", error.getattr("__traceback__")?.getattr("tb_lineno")?), "1");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn trace_back_here(frame: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyTraceBack_Here(frame.as_ptr().cast()) };
    results::status(outcome)
}

/// `PyTraceBack_Print`. Can run Python code.
///
/// NULL as `traceback` writes nothing.
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
/// let traceback = py.eval("__import__('types').TracebackType(None, __import__('sys')._getframe(), 0, 1)", None)?;
/// let file = py.eval("__import__('io').StringIO()", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::trace_back_print(Some(traceback.raw()), file.raw()) }?;
/// let printed: String = file.call_method("getvalue", ())?.extract()?;
/// assert!(printed.starts_with("Traceback"));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn trace_back_print(traceback: Option<BorrowedRef<'_>>, file: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyTraceBack_Print(results::or_null(traceback), file.as_ptr()) };
    results::status(outcome)
}
