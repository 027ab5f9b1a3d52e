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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let path = py.eval("__import__('os').devnull", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::fopen(path.raw(), c"r".as_ptr()) }?;
/// assert!(!result.is_null());
/// // SAFETY: a file that is open, and used no more.
/// unsafe { libc::fclose(result) };
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut line = [0; 8];
/// // SAFETY: it takes nothing.
/// let file = unsafe { libc::tmpfile() };
/// // SAFETY: a file that is open, and a text of C's.
/// unsafe { libc::fputs(c"ink".as_ptr(), file) };
/// // SAFETY: a file that is open.
/// unsafe { libc::rewind(file) };
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::universal_newline_fgets(line.as_mut_ptr(), 8, file, None) };
/// // SAFETY: a text of C's, which outlives this line.
/// assert_eq!(unsafe { core::ffi::CStr::from_ptr(result) }, c"ink");
/// // SAFETY: a file that is open, and used no more.
/// unsafe { libc::fclose(file) };
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::file_from_fd(1, c"ink".as_ptr(), c"w".as_ptr(), -1, core::ptr::null(), core::ptr::null(), core::ptr::null(), 0) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "_io.TextIOWrapper");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let file = py.eval(r"__import__('io').StringIO('ink\nblot')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::file_get_line(file.raw(), 0) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), r"'ink\n'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::file_new_std_printer(2) }?.expect("there is one");
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(result.type_name(), "stderrprinter");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::file_open_code(c"/dev/null".as_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.call_method("read", ())?), "b''");
/// result.call_method("close", ())?;
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let path = py.eval("'/dev/null'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::file_open_code_object(path.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.call_method("read", ())?), "b''");
/// result.call_method("close", ())?;
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("12", None)?;
/// let file = py.eval("__import__('io').StringIO()", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::file_write_object(object.raw(), file.raw(), 0) }?;
/// assert_eq!(format!("{:?}", file.call_method("getvalue", ())?), "'12'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let file = py.eval("__import__('io').StringIO()", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::file_write_string(c"ink".as_ptr(), file.raw()) }?;
/// assert_eq!(format!("{:?}", file.call_method("getvalue", ())?), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
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
