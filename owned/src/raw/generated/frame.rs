//! Frames and tracebacks. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PyFrame_Check`.
///
/// # Safety
/// This thread is attached.
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
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn trace_back_print(traceback: Option<BorrowedRef<'_>>, file: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyTraceBack_Print(results::or_null(traceback), file.as_ptr()) };
    results::status(outcome)
}
