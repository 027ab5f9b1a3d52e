//! Entries of a traceback that no Python code has made: of lines of Rust.

use core::ffi::CStr;

use super::ffi;
use super::refs::{BorrowedRef, Failed, NewRef};
use super::results;

/// Puts an entry for this line before the traceback of the current exception, as `PyTraceBack_Here` does for a frame.
///
/// # Safety
/// The thread is attached, and an exception is set.
pub(crate) unsafe fn add_traceback_entry(file: &CStr, function: &CStr, line: i32) -> Result<(), Failed> {
    // The functions below must not find an exception set.
    // SAFETY: attached, and an exception is set, by the caller.
    let exception = unsafe { super::take_exception() };
    // SAFETY: attached; two C strings.
    let frame = unsafe { frame(file, function, line) };
    if let Some(exception) = exception {
        // SAFETY: attached; an exception.
        unsafe { super::set_exception(exception) };
    }
    let frame = frame?;
    // SAFETY: attached; a frame, of which the entry takes a reference of its own.
    results::status(unsafe { ffi::PyTraceBack_Here(frame.borrow().as_ptr().cast()) })
}

/// A frame that stands at the line, and has not run. What could not be made is no error of anybody's.
///
/// # Safety
/// The thread is attached, and no exception is set.
unsafe fn frame(file: &CStr, function: &CStr, line: i32) -> Result<NewRef, Failed> {
    // SAFETY: attached; two C strings, which are copied.
    let code = unsafe { ffi::PyCode_NewEmpty(file.as_ptr(), function.as_ptr(), line) };
    // SAFETY: a new reference, or NULL with an exception set.
    let code = unsafe { results::new(code.cast()) }?;
    // SAFETY: attached.
    let globals = unsafe { ffi::PyDict_New() };
    // SAFETY: a new reference, or NULL with an exception set.
    let globals = unsafe { results::new(globals) }?;
    let (code, globals): (BorrowedRef<'_>, BorrowedRef<'_>) = (code.borrow(), globals.borrow());
    // SAFETY: attached.
    let thread = unsafe { super::attached::thread_state() };
    // SAFETY: attached; a code object and a dict, to which the frame takes its own references; no locals.
    let frame = unsafe { ffi::PyFrame_New(thread, code.as_ptr().cast(), globals.as_ptr(), core::ptr::null_mut()) };
    // SAFETY: a new reference, or NULL with an exception set.
    unsafe { results::new(frame.cast()) }
}
