//! Python's file objects, as C sees them. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `Py_fopen`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn fopen(path: BorrowedRef<'_>, mode: *const c_char) -> Result<*mut libc::FILE, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { Py_fopen(path.as_ptr(), mode) };
    results::pointer(outcome)
}

/// `Py_UniversalNewlineFgets`.
///
/// NULL at the end of the stream, and where `file` is given.
///
/// # Safety
/// This thread is attached; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn universal_newline_fgets(
    buffer: *mut c_char,
    size: c_int,
    stream: *mut libc::FILE,
    file: Option<BorrowedRef<'_>>,
) -> *mut c_char {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { Py_UniversalNewlineFgets(buffer, size, stream, results::or_null(file)) }
}

/// `PyFile_FromFd`. Can run Python code.
///
/// `name`, `encoding`, `errors` and `newline` can be NULL.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn file_from_fd(
    fd: c_int,
    name: *const c_char,
    mode: *const c_char,
    buffering: c_int,
    encoding: *const c_char,
    errors: *const c_char,
    newline: *const c_char,
    close_fd: c_int,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFile_FromFd(fd, name, mode, buffering, encoding, errors, newline, close_fd) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyFile_GetLine`. Can run Python code.
///
/// A str or a bytes.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn file_get_line(file: BorrowedRef<'_>, limit: c_int) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFile_GetLine(file.as_ptr(), limit) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyFile_NewStdPrinter`. Can run Python code.
///
/// NULL without an exception if `fd` is not that of C's stdout or stderr.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn file_new_std_printer(fd: c_int) -> Result<Option<NewRef>, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyFile_NewStdPrinter(fd) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new_or_end(outcome) }
}

/// `PyFile_OpenCode`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn file_open_code(path: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyFile_OpenCode(path) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyFile_OpenCodeObject`. Takes a reference of its own to `path`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn file_open_code_object(path: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyFile_OpenCodeObject(path.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyFile_WriteObject`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn file_write_object(object: BorrowedRef<'_>, file: BorrowedRef<'_>, flags: c_int) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFile_WriteObject(object.as_ptr(), file.as_ptr(), flags) };
    results::status(outcome)
}

/// `PyFile_WriteString`. Can run Python code.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn file_write_string(text: *const c_char, file: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyFile_WriteString(text, file.as_ptr()) };
    results::status(outcome)
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
    fn Py_fopen(path: *mut ffi::PyObject, mode: *const c_char) -> *mut libc::FILE;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn Py_UniversalNewlineFgets(
        buffer: *mut c_char,
        size: c_int,
        stream: *mut libc::FILE,
        file: *mut ffi::PyObject,
    ) -> *mut c_char;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyFile_NewStdPrinter(fd: c_int) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyFile_OpenCode(path: *const c_char) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyFile_OpenCodeObject(path: *mut ffi::PyObject) -> *mut ffi::PyObject;
}
