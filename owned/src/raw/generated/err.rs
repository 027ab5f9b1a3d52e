//! The current exception: setting, taking, matching and showing it, and warnings. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef, StolenArg};
use super::super::results;

/// `PyErr_Display`. Takes a reference of its own to `traceback`. Can run Python code.
///
/// `class` is not looked at since 3.12.
///
/// `value` keeps `traceback` if it has none.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// py.run("import sys, io; sys.stderr = io.StringIO()", None)?;
/// let value = py.eval("ValueError('no ink')", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::err_display(None, value.raw(), None) };
/// assert_eq!(format!("{:?}", py.eval("sys.stderr.getvalue()", None)?), "'ValueError: no ink\\n'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn err_display(class: Option<BorrowedRef<'_>>, value: BorrowedRef<'_>, traceback: Option<BorrowedRef<'_>>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyErr_Display(results::or_null(class), value.as_ptr(), results::or_null(traceback)) };
}

/// `PyErr_DisplayException`. Can run Python code.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// py.run("import sys, io; sys.stderr = io.StringIO()", None)?;
/// let exception = py.eval("ValueError('no ink')", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::err_display_exception(exception.raw()) };
/// assert_eq!(format!("{:?}", py.eval("sys.stderr.getvalue()", None)?), "'ValueError: no ink\\n'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12))]
#[inline]
pub unsafe fn err_display_exception(exception: BorrowedRef<'_>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyErr_DisplayException(exception.as_ptr()) };
}

/// `PyErr_ExceptionMatches`.
///
/// 0 where no exception is set.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("KeyError", None)?;
/// // SAFETY: attached, by `py`.
/// let failed = unsafe { raw::err_set_none(class.raw()) };
/// // SAFETY: attached, by `py`; an exception is set.
/// assert!(unsafe { raw::err_exception_matches(class.raw()) });
/// assert_eq!(PyErr::from(failed).to_string(), "KeyError");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_exception_matches(class: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyErr_ExceptionMatches(class.as_ptr()) };
    outcome != 0
}

/// `PyErr_Fetch`.
///
/// Before 3.12 `value` can be NULL or what the exception is to be made of.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("KeyError", None)?;
/// // SAFETY: attached, by `py`.
/// let _ = unsafe { raw::err_set_none(class.raw()) };
/// // SAFETY: attached, by `py`.
/// let (fetched, _, _) = unsafe { raw::err_fetch() };
/// // SAFETY: a new reference, to an object.
/// let fetched: Owned<'_, Any> = unsafe { Owned::from_ref(py, fetched.expect("one was set")) };
/// assert!(fetched.is(&class));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_fetch() -> (Option<NewRef>, Option<NewRef>, Option<NewRef>) {
    let mut class_out = core::ptr::null_mut();
    let mut value_out = core::ptr::null_mut();
    let mut traceback_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyErr_Fetch(&raw mut class_out, &raw mut value_out, &raw mut traceback_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let class = unsafe { NewRef::from_ptr(class_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let value = unsafe { NewRef::from_ptr(value_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let traceback = unsafe { NewRef::from_ptr(traceback_out) };
    (class, value, traceback)
}

/// `PyErr_GetExcInfo`.
///
/// The exception being handled; None or NULL where there is none.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("ValueError('no ink')", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::err_set_handled_exception(Some(exception.raw())) };
/// // SAFETY: attached, by `py`.
/// let (_, value, _) = unsafe { raw::err_get_exc_info() };
/// // SAFETY: a new reference, to an object.
/// let value: Owned<'_, Any> = unsafe { Owned::from_ref(py, value.expect("one is being handled")) };
/// assert!(value.is(&exception));
/// // SAFETY: attached, by `py`.
/// unsafe { raw::err_set_handled_exception(None) };
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_get_exc_info() -> (Option<NewRef>, Option<NewRef>, Option<NewRef>) {
    let mut class_out = core::ptr::null_mut();
    let mut value_out = core::ptr::null_mut();
    let mut traceback_out = core::ptr::null_mut();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyErr_GetExcInfo(&raw mut class_out, &raw mut value_out, &raw mut traceback_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let class = unsafe { NewRef::from_ptr(class_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let value = unsafe { NewRef::from_ptr(value_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let traceback = unsafe { NewRef::from_ptr(traceback_out) };
    (class, value, traceback)
}

/// `PyErr_GetHandledException`.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::err_get_handled_exception() };
/// assert!(result.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_get_handled_exception() -> Option<NewRef> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyErr_GetHandledException() };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }
}

/// `PyErr_GetRaisedException`.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::err_get_raised_exception() };
/// assert!(result.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12))]
#[inline]
pub unsafe fn err_get_raised_exception() -> Option<NewRef> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyErr_GetRaisedException() };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }
}

/// `PyErr_GivenExceptionMatches`.
///
/// `class` can be a tuple; what is no class is compared by identity.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let given = py.eval("KeyError", None)?;
/// let class = py.eval("LookupError", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::err_given_exception_matches(Some(given.raw()), Some(class.raw())) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn err_given_exception_matches(given: Option<BorrowedRef<'_>>, class: Option<BorrowedRef<'_>>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyErr_GivenExceptionMatches(results::or_null(given), results::or_null(class)) };
    outcome != 0
}

/// `PyErr_NewException`. Takes a reference of its own to `base`. Can run Python code.
///
/// `base` is a class or a tuple of classes.
///
/// `dict` is copied, and gets a `__module__` if it has none.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `dict` is a `dict`; the pointers are what the C function asks
/// for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`; `dict` is a `dict`; what pointers lead to outlives the call.
/// let result = unsafe { raw::err_new_exception(c"ink.Spilt".as_ptr(), None, None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "<class 'ink.Spilt'>");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_new_exception(
    name: *const c_char,
    base: Option<BorrowedRef<'_>>,
    dict: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyErr_NewException(name, results::or_null(base), results::or_null(dict)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyErr_NewExceptionWithDoc`. Takes a reference of its own to `base`. Can run Python code.
///
/// `dict` is copied, and gets `__doc__` and `__module__`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `dict` is a `dict`; the pointers are what the C function asks
/// for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`; `dict` is a `dict`; what pointers lead to outlives the call.
/// let result = unsafe { raw::err_new_exception_with_doc(c"ink.Spilt".as_ptr(), c"Ink was spilt.".as_ptr(), None, None) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__doc__")?), "'Ink was spilt.'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn err_new_exception_with_doc(
    name: *const c_char,
    doc: *const c_char,
    base: Option<BorrowedRef<'_>>,
    dict: Option<BorrowedRef<'_>>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyErr_NewExceptionWithDoc(name, doc, results::or_null(base), results::or_null(dict)) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyErr_NoMemory`. Can run Python code.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::err_no_memory() };
/// assert_eq!(PyErr::from(result).to_string(), "MemoryError");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_no_memory() -> Failed {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyErr_NoMemory() };
    let _ = outcome;
    Failed::set()
}

/// `PyErr_NormalizeException`. Takes `class`, `value`, `traceback` and gives what replaces it. Can run Python code.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let (class, value) = (py.eval("ValueError", None)?, py.eval("'no ink'", None)?);
/// // SAFETY: attached, by `py`.
/// let (_, value, _) =
///     unsafe { raw::err_normalize_exception(Some(class.into_stolen()), Some(value.into_stolen()), None) };
/// // SAFETY: a new reference, to an object.
/// let value: Owned<'_, Any> = unsafe { Owned::from_ref(py, value.expect("an exception")) };
/// assert_eq!(format!("{value:?}"), "ValueError('no ink')");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_normalize_exception(
    class: Option<StolenArg<'_>>,
    value: Option<StolenArg<'_>>,
    traceback: Option<StolenArg<'_>>,
) -> (Option<NewRef>, Option<NewRef>, Option<NewRef>) {
    let mut class_out = results::stolen_or_null(class);
    let mut value_out = results::stolen_or_null(value);
    let mut traceback_out = results::stolen_or_null(traceback);
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyErr_NormalizeException(&raw mut class_out, &raw mut value_out, &raw mut traceback_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let class = unsafe { NewRef::from_ptr(class_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let value = unsafe { NewRef::from_ptr(value_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let traceback = unsafe { NewRef::from_ptr(traceback_out) };
    (class, value, traceback)
}

/// `PyErr_Occurred`. The result is borrowed from the thread.
///
/// The class of the current exception, borrowed until the next call that can change which is current.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::err_occurred() };
/// assert!(result.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_occurred<'a>() -> Option<BorrowedRef<'a>> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyErr_Occurred() };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }
}

/// `PyErr_ProgramText`. Can run Python code.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::err_program_text(c"no such file".as_ptr(), 1) };
/// assert!(result.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_program_text(filename: *const c_char, lineno: c_int) -> Option<NewRef> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyErr_ProgramText(filename, lineno) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }
}

/// `PyErr_ProgramTextObject`. Can run Python code.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let filename = py.eval("'no such file'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::err_program_text_object(Some(filename.raw()), 1) };
/// assert!(result.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn err_program_text_object(filename: Option<BorrowedRef<'_>>, lineno: c_int) -> Option<NewRef> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyErr_ProgramTextObject(results::or_null(filename), lineno) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }
}

/// `PyErr_RangedSyntaxLocationObject`. Takes a reference of its own to `filename`. Can run Python code.
///
/// An exception must be set.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let (class, filename) = (py.eval("SyntaxError", None)?, py.eval("'ink.py'", None)?);
/// // SAFETY: attached, by `py`.
/// let failed = unsafe { raw::err_set_string(class.raw(), c"blot".as_ptr()) };
/// // SAFETY: attached, by `py`.
/// unsafe { raw::err_ranged_syntax_location_object(Some(filename.raw()), 3, 1, 3, 4) };
/// let error = PyErr::from(failed).into_value(py);
/// assert_eq!(format!("{:?}", error.getattr("lineno")?), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn err_ranged_syntax_location_object(
    filename: Option<BorrowedRef<'_>>,
    lineno: c_int,
    col_offset: c_int,
    end_lineno: c_int,
    end_col_offset: c_int,
) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe {
        PyErr_RangedSyntaxLocationObject(results::or_null(filename), lineno, col_offset, end_lineno, end_col_offset)
    };
}

/// `PyErr_Restore`. Steals `class`, `value`, `traceback`, also on failure. Can run Python code.
///
/// Sets the exception: that is its work, not its failure.
///
/// # Safety
/// This thread is attached; `class` is a `type`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let (class, value) = (py.eval("ValueError", None)?, py.eval("ValueError('no ink')", None)?);
/// // SAFETY: attached, by `py`.
/// unsafe { raw::err_restore(Some(class.into_stolen()), Some(value.into_stolen()), None) };
/// assert_eq!(PyErr::take(py).expect("it is set").to_string(), "ValueError: no ink");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_restore(
    class: Option<StolenArg<'_>>,
    value: Option<StolenArg<'_>>,
    traceback: Option<StolenArg<'_>>,
) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe {
        ffi::PyErr_Restore(
            results::stolen_or_null(class),
            results::stolen_or_null(value),
            results::stolen_or_null(traceback),
        )
    };
}

/// `PyErr_SetExcInfo`. Steals `class`, `value`, `traceback`, also on failure. Can run Python code.
///
/// Only `value` counts; the others are released.
///
/// # Safety
/// This thread is attached; `value` is a `exception`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let (class, value) = (py.eval("ValueError", None)?, py.eval("ValueError('no ink')", None)?);
/// // SAFETY: attached, by `py`.
/// unsafe { raw::err_set_exc_info(Some(class.into_stolen()), Some(value.into_stolen()), None) };
/// // SAFETY: attached, by `py`.
/// let (_, handled, _) = unsafe { raw::err_get_exc_info() };
/// assert!(handled.is_some());
/// // SAFETY: attached, by `py`.
/// unsafe { raw::err_set_exc_info(None, None, None) };
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_set_exc_info(
    class: Option<StolenArg<'_>>,
    value: Option<StolenArg<'_>>,
    traceback: Option<StolenArg<'_>>,
) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe {
        ffi::PyErr_SetExcInfo(
            results::stolen_or_null(class),
            results::stolen_or_null(value),
            results::stolen_or_null(traceback),
        )
    };
}

/// `PyErr_SetFromErrno`. Takes a reference of its own to `class`. Can run Python code.
///
/// Where errno is EINTR and a signal handler raised, that exception stays.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("OSError", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::err_set_from_errno(class.raw()) };
/// assert!(PyErr::from(result).is::<owned::exceptions::OSError>(py));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_set_from_errno(class: BorrowedRef<'_>) -> Failed {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyErr_SetFromErrno(class.as_ptr()) };
    let _ = outcome;
    Failed::set()
}

/// `PyErr_SetFromErrnoWithFilename`. Takes a reference of its own to `class`. Can run Python code.
///
/// `filename` can be NULL.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("OSError", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::err_set_from_errno_with_filename(class.raw(), c"ink.py".as_ptr()) };
/// assert!(PyErr::from(result).to_string().ends_with("'ink.py'"));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_set_from_errno_with_filename(class: BorrowedRef<'_>, filename: *const c_char) -> Failed {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyErr_SetFromErrnoWithFilename(class.as_ptr(), filename) };
    let _ = outcome;
    Failed::set()
}

/// `PyErr_SetFromErrnoWithFilenameObject`. Takes a reference of its own to `class`, `filename`. Can run Python code.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("OSError", None)?;
/// let filename = py.eval("'ink.py'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::err_set_from_errno_with_filename_object(class.raw(), Some(filename.raw())) };
/// assert!(PyErr::from(result).to_string().ends_with("'ink.py'"));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_set_from_errno_with_filename_object(
    class: BorrowedRef<'_>,
    filename: Option<BorrowedRef<'_>>,
) -> Failed {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyErr_SetFromErrnoWithFilenameObject(class.as_ptr(), results::or_null(filename)) };
    let _ = outcome;
    Failed::set()
}

/// `PyErr_SetFromErrnoWithFilenameObjects`. Takes a reference of its own to `class`, `filename`, `filename2`. Can run
/// Python code.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("OSError", None)?;
/// let filename = py.eval("'ink.py'", None)?;
/// let filename2 = py.eval("'blot.py'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::err_set_from_errno_with_filename_objects(class.raw(), Some(filename.raw()), Some(filename2.raw())) };
/// assert!(PyErr::from(result).to_string().ends_with("'ink.py' -> 'blot.py'"));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_set_from_errno_with_filename_objects(
    class: BorrowedRef<'_>,
    filename: Option<BorrowedRef<'_>>,
    filename2: Option<BorrowedRef<'_>>,
) -> Failed {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe {
        ffi::PyErr_SetFromErrnoWithFilenameObjects(
            class.as_ptr(),
            results::or_null(filename),
            results::or_null(filename2),
        )
    };
    let _ = outcome;
    Failed::set()
}

/// `PyErr_SetHandledException`. Takes a reference of its own to `exception`. Can run Python code.
///
/// # Safety
/// This thread is attached; `exception` is a `exception`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("ValueError('no ink')", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::err_set_handled_exception(Some(exception.raw())) };
/// // SAFETY: attached, by `py`.
/// assert!(unsafe { raw::err_get_handled_exception() }.is_some());
/// // SAFETY: attached, by `py`.
/// unsafe { raw::err_set_handled_exception(None) };
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_set_handled_exception(exception: Option<BorrowedRef<'_>>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyErr_SetHandledException(results::or_null(exception)) };
}

/// `PyErr_SetImportError`. Takes a reference of its own to `message`, `name`, `path`. Can run Python code.
///
/// Without `message` it sets TypeError.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let message = py.eval("'no ink'", None)?;
/// let name = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::err_set_import_error(Some(message.raw()), Some(name.raw()), None) };
/// assert_eq!(PyErr::from(result).to_string(), "ImportError: no ink");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_set_import_error(
    message: Option<BorrowedRef<'_>>,
    name: Option<BorrowedRef<'_>>,
    path: Option<BorrowedRef<'_>>,
) -> Failed {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome =
        unsafe { ffi::PyErr_SetImportError(results::or_null(message), results::or_null(name), results::or_null(path)) };
    let _ = outcome;
    Failed::set()
}

/// `PyErr_SetImportErrorSubclass`. Takes a reference of its own to `class`, `message`, `name`, `path`. Can run Python
/// code.
///
/// Without `message` it sets TypeError.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("ModuleNotFoundError", None)?;
/// let message = py.eval("'no ink'", None)?;
/// let name = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::err_set_import_error_subclass(class.raw(), Some(message.raw()), Some(name.raw()), None) };
/// assert_eq!(PyErr::from(result).to_string(), "ModuleNotFoundError: no ink");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_set_import_error_subclass(
    class: BorrowedRef<'_>,
    message: Option<BorrowedRef<'_>>,
    name: Option<BorrowedRef<'_>>,
    path: Option<BorrowedRef<'_>>,
) -> Failed {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe {
        ffi::PyErr_SetImportErrorSubclass(
            class.as_ptr(),
            results::or_null(message),
            results::or_null(name),
            results::or_null(path),
        )
    };
    let _ = outcome;
    Failed::set()
}

/// `PyErr_SetNone`. Takes a reference of its own to `class`. Can run Python code.
///
/// SystemError if `class` is no exception class.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("KeyError", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::err_set_none(class.raw()) };
/// assert_eq!(PyErr::from(result).to_string(), "KeyError");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_set_none(class: BorrowedRef<'_>) -> Failed {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyErr_SetNone(class.as_ptr()) };
    Failed::set()
}

/// `PyErr_SetObject`. Takes a reference of its own to `class`, `value`. Can run Python code.
///
/// SystemError if `class` is no exception class.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("KeyError", None)?;
/// let value = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::err_set_object(class.raw(), Some(value.raw())) };
/// assert_eq!(PyErr::from(result).to_string(), "KeyError: 'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn err_set_object(class: BorrowedRef<'_>, value: Option<BorrowedRef<'_>>) -> Failed {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyErr_SetObject(class.as_ptr(), results::or_null(value)) };
    Failed::set()
}

/// `PyErr_SetRaisedException`. Steals `exception`, also on failure. Can run Python code.
///
/// Sets the exception: that is its work, not its failure.
///
/// # Safety
/// This thread is attached; `exception` is a `exception`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("ValueError('no ink')", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::err_set_raised_exception(Some(exception.into_stolen())) };
/// assert_eq!(PyErr::take(py).expect("it is set").to_string(), "ValueError: no ink");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12))]
#[inline]
pub unsafe fn err_set_raised_exception(exception: Option<StolenArg<'_>>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyErr_SetRaisedException(results::stolen_or_null(exception)) };
}

/// `PyErr_SetString`. Takes a reference of its own to `class`. Can run Python code.
///
/// SystemError if `class` is no exception class.
///
/// # Safety
/// This thread is attached as long as the result lives; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("ValueError", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::err_set_string(class.raw(), c"no ink".as_ptr()) };
/// assert_eq!(PyErr::from(result).to_string(), "ValueError: no ink");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_set_string(class: BorrowedRef<'_>, message: *const c_char) -> Failed {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyErr_SetString(class.as_ptr(), message) };
    Failed::set()
}

/// `PyErr_SyntaxLocationObject`. Takes a reference of its own to `filename`. Can run Python code.
///
/// An exception must be set.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let (class, filename) = (py.eval("SyntaxError", None)?, py.eval("'ink.py'", None)?);
/// // SAFETY: attached, by `py`.
/// let failed = unsafe { raw::err_set_string(class.raw(), c"blot".as_ptr()) };
/// // SAFETY: attached, by `py`.
/// unsafe { raw::err_syntax_location_object(Some(filename.raw()), 3, 1) };
/// let error = PyErr::from(failed).into_value(py);
/// assert_eq!(format!("{:?}", error.getattr("lineno")?), "3");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn err_syntax_location_object(filename: Option<BorrowedRef<'_>>, lineno: c_int, col_offset: c_int) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { PyErr_SyntaxLocationObject(results::or_null(filename), lineno, col_offset) };
}

/// `PyErr_WarnEx`. Takes a reference of its own to `category`. Can run Python code.
///
/// Without `category` it is RuntimeWarning; -1 if a filter makes the warning an error.
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
/// py.run("import warnings; warnings.simplefilter('error')", None)?;
/// let category = py.eval("UserWarning", None)?;
/// // SAFETY: attached, by `py`; the text is never freed.
/// let warned = unsafe { raw::err_warn_ex(Some(category.raw()), c"dry".as_ptr(), 1) };
/// assert_eq!(PyErr::from(warned.unwrap_err()).to_string(), "UserWarning: dry");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn err_warn_ex(
    category: Option<BorrowedRef<'_>>,
    message: *const c_char,
    stack_level: ffi::Py_ssize_t,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyErr_WarnEx(results::or_null(category), message, stack_level) };
    results::status(outcome)
}

/// `PyErr_WarnExplicit`. Takes a reference of its own to `category`. Can run Python code.
///
/// `module` can be NULL; `registry` can be None, and is changed.
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
/// py.run("import warnings; warnings.simplefilter('error')", None)?;
/// let category = py.eval("UserWarning", None)?;
/// let (message, filename, module) = (c"dry".as_ptr(), c"ink.py".as_ptr(), c"ink".as_ptr());
/// // SAFETY: attached, by `py`; the texts are never freed.
/// let warned = unsafe { raw::err_warn_explicit(Some(category.raw()), message, filename, 1, module, None) };
/// assert_eq!(PyErr::from(warned.unwrap_err()).to_string(), "UserWarning: dry");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_warn_explicit(
    category: Option<BorrowedRef<'_>>,
    message: *const c_char,
    filename: *const c_char,
    lineno: c_int,
    module: *const c_char,
    registry: Option<BorrowedRef<'_>>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe {
        ffi::PyErr_WarnExplicit(
            results::or_null(category),
            message,
            filename,
            lineno,
            module,
            results::or_null(registry),
        )
    };
    results::status(outcome)
}

/// `PyErr_WarnExplicitObject`. Takes a reference of its own to `category`, `message`. Can run Python code.
///
/// `registry` can be None, and is changed.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `filename` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// py.run("import warnings; warnings.simplefilter('error')", None)?;
/// let category = py.eval("UserWarning", None)?;
/// let (message, filename) = (py.eval("'dry'", None)?, py.eval("'ink.py'", None)?);
/// // SAFETY: attached, by `py`.
/// let warned = unsafe {
///     raw::err_warn_explicit_object(Some(category.raw()), message.raw(), filename.raw(), 1, None, None)
/// };
/// assert_eq!(PyErr::from(warned.unwrap_err()).to_string(), "UserWarning: dry");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn err_warn_explicit_object(
    category: Option<BorrowedRef<'_>>,
    message: BorrowedRef<'_>,
    filename: BorrowedRef<'_>,
    lineno: c_int,
    module: Option<BorrowedRef<'_>>,
    registry: Option<BorrowedRef<'_>>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe {
        ffi::PyErr_WarnExplicitObject(
            results::or_null(category),
            message.as_ptr(),
            filename.as_ptr(),
            lineno,
            results::or_null(module),
            results::or_null(registry),
        )
    };
    results::status(outcome)
}

/// `PyErr_WriteUnraisable`. Can run Python code.
///
/// Takes the current exception to `sys.unraisablehook`; one must be set.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// py.run("import sys, io; sys.stderr = io.StringIO()", None)?;
/// let class = py.eval("KeyError", None)?;
/// // SAFETY: attached, by `py`.
/// let _ = unsafe { raw::err_set_none(class.raw()) };
/// // SAFETY: attached, by `py`; an exception is set.
/// unsafe { raw::err_write_unraisable(None) };
/// assert!(py.eval("sys.stderr.getvalue()", None)?.extract::<String>()?.contains("KeyError"));
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn err_write_unraisable(object: Option<BorrowedRef<'_>>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyErr_WriteUnraisable(results::or_null(object)) };
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyErr_ProgramTextObject(filename: *mut ffi::PyObject, lineno: c_int) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyErr_RangedSyntaxLocationObject(
        filename: *mut ffi::PyObject,
        lineno: c_int,
        col_offset: c_int,
        end_lineno: c_int,
        end_col_offset: c_int,
    );
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn PyErr_SyntaxLocationObject(filename: *mut ffi::PyObject, lineno: c_int, col_offset: c_int);
}
