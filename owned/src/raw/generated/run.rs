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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::compile_string(c"2 + 3".as_ptr(), c"ink.py".as_ptr(), pyo3_ffi::Py_eval_input) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "code");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::compile_string_ex_flags(c"2 + 3".as_ptr(), c"ink.py".as_ptr(), pyo3_ffi::Py_eval_input, core::ptr::null_mut(), -1) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "code");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::compile_string_flags(c"2 + 3".as_ptr(), c"ink.py".as_ptr(), pyo3_ffi::Py_eval_input, core::ptr::null_mut()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "code");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let filename = py.eval("'ink.py'", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::compile_string_object(c"2 + 3".as_ptr(), filename.raw(), pyo3_ffi::Py_eval_input, core::ptr::null_mut(), -1) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "code");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: it takes nothing.
/// let file = unsafe { libc::tmpfile() };
/// // SAFETY: a file that is open, and a text of C's.
/// unsafe { libc::fputs(c"2 + 3".as_ptr(), file) };
/// // SAFETY: a file that is open.
/// unsafe { libc::rewind(file) };
/// let globals = py.eval("{}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::run_file(file, c"ink.py".as_ptr(), pyo3_ffi::Py_eval_input, globals.raw(), None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "5");
/// // SAFETY: a file that is open, and used no more.
/// unsafe { libc::fclose(file) };
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: it takes nothing.
/// let file = unsafe { libc::tmpfile() };
/// // SAFETY: a file that is open, and a text of C's.
/// unsafe { libc::fputs(c"2 + 3".as_ptr(), file) };
/// // SAFETY: a file that is open.
/// unsafe { libc::rewind(file) };
/// let globals = py.eval("{}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::run_file_ex(file, c"ink.py".as_ptr(), pyo3_ffi::Py_eval_input, globals.raw(), None, 1) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "5");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: it takes nothing.
/// let file = unsafe { libc::tmpfile() };
/// // SAFETY: a file that is open, and a text of C's.
/// unsafe { libc::fputs(c"2 + 3".as_ptr(), file) };
/// // SAFETY: a file that is open.
/// unsafe { libc::rewind(file) };
/// let globals = py.eval("{}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::run_file_ex_flags(file, c"ink.py".as_ptr(), pyo3_ffi::Py_eval_input, globals.raw(), None, 1, core::ptr::null_mut()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "5");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: it takes nothing.
/// let file = unsafe { libc::tmpfile() };
/// // SAFETY: a file that is open, and a text of C's.
/// unsafe { libc::fputs(c"2 + 3".as_ptr(), file) };
/// // SAFETY: a file that is open.
/// unsafe { libc::rewind(file) };
/// let globals = py.eval("{}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::run_file_flags(file, c"ink.py".as_ptr(), pyo3_ffi::Py_eval_input, globals.raw(), None, core::ptr::null_mut()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "5");
/// // SAFETY: a file that is open, and used no more.
/// unsafe { libc::fclose(file) };
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: it takes nothing.
/// let file = unsafe { libc::tmpfile() };
/// // SAFETY: a file that is open, and a text of C's.
/// unsafe { libc::fputs(c"ink = 3\n".as_ptr(), file) };
/// // SAFETY: a file that is open.
/// unsafe { libc::rewind(file) };
/// let filename = py.eval("'ink.py'", None)?;
/// // SAFETY: attached, by `py`; `filename` is a `str`; what pointers lead to outlives the call.
/// let result = unsafe { raw::run_interactive_one_object(file, filename.raw(), core::ptr::null_mut()) };
/// assert_eq!(result, 0);
/// assert_eq!(format!("{:?}", py.eval("ink", None)?), "3");
/// // SAFETY: a file that is open, and used no more.
/// unsafe { libc::fclose(file) };
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let globals = py.eval("{}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::run_string(c"2 + 3".as_ptr(), pyo3_ffi::Py_eval_input, globals.raw(), None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "5");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let globals = py.eval("{}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::run_string_flags(c"2 + 3".as_ptr(), pyo3_ffi::Py_eval_input, globals.raw(), None, core::ptr::null_mut()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "5");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
