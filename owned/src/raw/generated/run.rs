//! Compiling and running source text. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `Py_CompileString`. Can run Python code.
///
/// `start` is one of `Py_file_input`, `Py_eval_input`, `Py_single_input`; another crashes.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn compile_string(source: *const c_char, filename: *const c_char, start: c_int) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::Py_CompileString(source, filename, start) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `Py_CompileStringExFlags`. Can run Python code.
///
/// A code object, or what `flags` ask for: a syntax tree; `flags` can be NULL.
///
/// `start` is one of `Py_file_input`, `Py_eval_input`, `Py_single_input`; another crashes.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn compile_string_ex_flags(
    source: *const c_char,
    filename: *const c_char,
    start: c_int,
    flags: *mut ffi::PyCompilerFlags,
    optimize: c_int,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::Py_CompileStringExFlags(source, filename, start, flags, optimize) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `Py_CompileStringFlags`. Can run Python code.
///
/// `flags` can be NULL.
///
/// `start` is one of `Py_file_input`, `Py_eval_input`, `Py_single_input`; another crashes.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn compile_string_flags(
    source: *const c_char,
    filename: *const c_char,
    start: c_int,
    flags: *mut ffi::PyCompilerFlags,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::Py_CompileStringFlags(source, filename, start, flags) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `Py_CompileStringObject`. Takes a reference of its own to `filename`. Can run Python code.
///
/// A code object, or what `flags` ask for: a syntax tree; `flags` can be NULL.
///
/// `start` is one of `Py_file_input`, `Py_eval_input`, `Py_single_input`; another crashes.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn compile_string_object(
    source: *const c_char,
    filename: BorrowedRef<'_>,
    start: c_int,
    flags: *mut ffi::PyCompilerFlags,
    optimize: c_int,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::Py_CompileStringObject(source, filename.as_ptr(), start, flags, optimize) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyRun_File`. Can run Python code.
///
/// `start` is one of `Py_file_input`, `Py_eval_input`, `Py_single_input`; another crashes.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn run_file(
    file: *mut libc::FILE,
    filename: *const c_char,
    start: c_int,
    globals: BorrowedRef<'_>,
    locals: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyRun_File(file, filename, start, globals.as_ptr(), results::or_null(locals)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyRun_FileEx`. Can run Python code.
///
/// `start` is one of `Py_file_input`, `Py_eval_input`, `Py_single_input`; another crashes.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn run_file_ex(
    file: *mut libc::FILE,
    filename: *const c_char,
    start: c_int,
    globals: BorrowedRef<'_>,
    locals: Option<BorrowedRef<'_>>,
    close: c_int,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome =
        unsafe { ffi::PyRun_FileEx(file, filename, start, globals.as_ptr(), results::or_null(locals), close) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyRun_FileExFlags`. Can run Python code.
///
/// `flags` can be NULL.
///
/// `start` is one of `Py_file_input`, `Py_eval_input`, `Py_single_input`; another crashes.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn run_file_ex_flags(
    file: *mut libc::FILE,
    filename: *const c_char,
    start: c_int,
    globals: BorrowedRef<'_>,
    locals: Option<BorrowedRef<'_>>,
    close: c_int,
    flags: *mut ffi::PyCompilerFlags,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe {
        ffi::PyRun_FileExFlags(file, filename, start, globals.as_ptr(), results::or_null(locals), close, flags)
    };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyRun_FileFlags`. Can run Python code.
///
/// `flags` can be NULL.
///
/// `start` is one of `Py_file_input`, `Py_eval_input`, `Py_single_input`; another crashes.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn run_file_flags(
    file: *mut libc::FILE,
    filename: *const c_char,
    start: c_int,
    globals: BorrowedRef<'_>,
    locals: Option<BorrowedRef<'_>>,
    flags: *mut ffi::PyCompilerFlags,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome =
        unsafe { ffi::PyRun_FileFlags(file, filename, start, globals.as_ptr(), results::or_null(locals), flags) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyRun_InteractiveOneObject`. Takes a reference of its own to `filename`. Can run Python code.
///
/// An exception is printed; -1, or what the parser told, for a failure.
///
/// # Safety
/// This thread is attached; `filename` is a `str`; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn run_interactive_one_object(
    file: *mut libc::FILE,
    filename: BorrowedRef<'_>,
    flags: *mut ffi::PyCompilerFlags,
) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyRun_InteractiveOneObject(file, filename.as_ptr(), flags) }
}

/// `PyRun_String`. Can run Python code.
///
/// `start` is one of `Py_file_input`, `Py_eval_input`, `Py_single_input`; another crashes.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn run_string(
    source: *const c_char,
    start: c_int,
    globals: BorrowedRef<'_>,
    locals: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyRun_String(source, start, globals.as_ptr(), results::or_null(locals)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyRun_StringFlags`. Can run Python code.
///
/// `flags` can be NULL.
///
/// `start` is one of `Py_file_input`, `Py_eval_input`, `Py_single_input`; another crashes.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn run_string_flags(
    source: *const c_char,
    start: c_int,
    globals: BorrowedRef<'_>,
    locals: Option<BorrowedRef<'_>>,
    flags: *mut ffi::PyCompilerFlags,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyRun_StringFlags(source, start, globals.as_ptr(), results::or_null(locals), flags) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}
