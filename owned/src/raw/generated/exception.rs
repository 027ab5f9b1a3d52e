//! Exception objects: cause, context, traceback and arguments, and the fields of the Unicode errors. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_char;

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef, StolenArg};
use super::super::results;

/// `PyException_GetArgs`.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `exception`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("KeyError('ink')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `exception`.
/// let result = unsafe { raw::exception_get_args(exception.raw()) };
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "('ink',)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12))]
#[inline]
pub unsafe fn exception_get_args(exception: BorrowedRef<'_>) -> NewRef {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyException_GetArgs(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }.expect("never NULL")
}

/// `PyException_GetCause`.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `exception`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("KeyError('ink')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `exception`.
/// let result = unsafe { raw::exception_get_cause(exception.raw()) };
/// assert!(result.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn exception_get_cause(exception: BorrowedRef<'_>) -> Option<NewRef> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyException_GetCause(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }
}

/// `PyException_GetContext`.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `exception`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("KeyError('ink')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `exception`.
/// let result = unsafe { raw::exception_get_context(exception.raw()) };
/// assert!(result.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn exception_get_context(exception: BorrowedRef<'_>) -> Option<NewRef> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyException_GetContext(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }
}

/// `PyException_GetTraceback`.
///
/// A traceback; before 3.12 None, if that is what somebody set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `exception`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("KeyError('ink')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `exception`.
/// let result = unsafe { raw::exception_get_traceback(exception.raw()) };
/// assert!(result.is_none());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn exception_get_traceback(exception: BorrowedRef<'_>) -> Option<NewRef> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyException_GetTraceback(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { NewRef::from_ptr(outcome) }
}

/// `PyException_SetArgs`. Takes a reference of its own to `args`. Can run Python code.
///
/// # Safety
/// This thread is attached; `exception` is a `exception`; `args` is a `tuple`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("KeyError()", None)?;
/// let args = py.eval("('ink',)", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `exception`; `args` is a `tuple`.
/// unsafe { raw::exception_set_args(exception.raw(), args.raw()) };
/// assert_eq!(format!("{exception:?}"), "KeyError('ink')");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12))]
#[inline]
pub unsafe fn exception_set_args(exception: BorrowedRef<'_>, args: BorrowedRef<'_>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { PyException_SetArgs(exception.as_ptr(), args.as_ptr()) };
}

/// `PyException_SetCause`. Steals `cause`, also on failure. Can run Python code.
///
/// # Safety
/// This thread is attached; `exception` is a `exception`; `cause` is a `exception`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("KeyError()", None)?;
/// let cause = py.eval("ValueError('ink')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `exception`; `cause` is a `exception`.
/// unsafe { raw::exception_set_cause(exception.raw(), Some(cause.into_stolen())) };
/// assert_eq!(format!("{:?}", exception.getattr("__cause__")?), "ValueError('ink')");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn exception_set_cause(exception: BorrowedRef<'_>, cause: Option<StolenArg<'_>>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyException_SetCause(exception.as_ptr(), results::stolen_or_null(cause)) };
}

/// `PyException_SetContext`. Steals `context`, also on failure. Can run Python code.
///
/// # Safety
/// This thread is attached; `exception` is a `exception`; `context` is a `exception`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("KeyError()", None)?;
/// let context = py.eval("ValueError('ink')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `exception`; `context` is a `exception`.
/// unsafe { raw::exception_set_context(exception.raw(), Some(context.into_stolen())) };
/// assert_eq!(format!("{:?}", exception.getattr("__context__")?), "ValueError('ink')");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn exception_set_context(exception: BorrowedRef<'_>, context: Option<StolenArg<'_>>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyException_SetContext(exception.as_ptr(), results::stolen_or_null(context)) };
}

/// `PyException_SetTraceback`. Takes a reference of its own to `traceback`. Can run Python code.
///
/// `traceback` can be None.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `exception`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("KeyError()", None)?;
/// let traceback = py.eval("None", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `exception`.
/// unsafe { raw::exception_set_traceback(exception.raw(), traceback.raw()) }?;
/// assert_eq!(format!("{:?}", exception.getattr("__traceback__")?), "None");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn exception_set_traceback(exception: BorrowedRef<'_>, traceback: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyException_SetTraceback(exception.as_ptr(), traceback.as_ptr()) };
    results::status(outcome)
}

/// `PyExceptionClass_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("KeyError", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::exception_class_check(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn exception_class_check(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyExceptionClass_Check(object.as_ptr()) };
    outcome != 0
}

/// `PyExceptionClass_Name`.
///
/// The text lives as long as the class keeps its name.
///
/// # Safety
/// This thread is attached; `class` is a `type`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("KeyError", None)?;
/// // SAFETY: attached, by `py`; `class` is a `type`.
/// let result = unsafe { raw::exception_class_name(class.raw()) };
/// // SAFETY: a text of C's, which outlives this line.
/// assert_eq!(unsafe { core::ffi::CStr::from_ptr(result) }, c"KeyError");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn exception_class_name(class: BorrowedRef<'_>) -> *const c_char {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { PyExceptionClass_Name(class.as_ptr()) }
}

/// `PyExceptionInstance_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("KeyError()", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::exception_instance_check(object.raw()) };
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn exception_instance_check(object: BorrowedRef<'_>) -> bool {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyExceptionInstance_Check(object.as_ptr()) };
    outcome != 0
}

/// `PyUnicodeDecodeError_Create`. Can run Python code.
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
/// let result = unsafe { raw::unicode_decode_error_create(c"ascii".as_ptr(), c"blot".as_ptr(), 4, 1, 3, c"why".as_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("reason")?), "'why'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_decode_error_create(
    encoding: *const c_char,
    object: *const c_char,
    length: ffi::Py_ssize_t,
    start: ffi::Py_ssize_t,
    end: ffi::Py_ssize_t,
    reason: *const c_char,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeDecodeError_Create(encoding, object, length, start, end, reason) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicodeDecodeError_GetEncoding`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodedecodeerror`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeDecodeError('ascii', b'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodedecodeerror`.
/// let result = unsafe { raw::unicode_decode_error_get_encoding(exception.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ascii'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_decode_error_get_encoding(exception: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeDecodeError_GetEncoding(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicodeDecodeError_GetEnd`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodedecodeerror`; the pointers are what
/// the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut end = 0;
/// let exception = py.eval("UnicodeDecodeError('ascii', b'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodedecodeerror`; what pointers lead to outlives the call.
/// unsafe { raw::unicode_decode_error_get_end(exception.raw(), &mut end) }?;
/// assert_eq!(end, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_decode_error_get_end(
    exception: BorrowedRef<'_>,
    end: *mut ffi::Py_ssize_t,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeDecodeError_GetEnd(exception.as_ptr(), end) };
    results::status(outcome)
}

/// `PyUnicodeDecodeError_GetObject`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodedecodeerror`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeDecodeError('ascii', b'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodedecodeerror`.
/// let result = unsafe { raw::unicode_decode_error_get_object(exception.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "b'blot'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_decode_error_get_object(exception: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeDecodeError_GetObject(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicodeDecodeError_GetReason`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodedecodeerror`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeDecodeError('ascii', b'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodedecodeerror`.
/// let result = unsafe { raw::unicode_decode_error_get_reason(exception.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'why'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_decode_error_get_reason(exception: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeDecodeError_GetReason(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicodeDecodeError_GetStart`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodedecodeerror`; the pointers are what
/// the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut start = 0;
/// let exception = py.eval("UnicodeDecodeError('ascii', b'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodedecodeerror`; what pointers lead to outlives the call.
/// unsafe { raw::unicode_decode_error_get_start(exception.raw(), &mut start) }?;
/// assert_eq!(start, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_decode_error_get_start(
    exception: BorrowedRef<'_>,
    start: *mut ffi::Py_ssize_t,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeDecodeError_GetStart(exception.as_ptr(), start) };
    results::status(outcome)
}

/// `PyUnicodeDecodeError_SetEnd`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodedecodeerror`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeDecodeError('ascii', b'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodedecodeerror`.
/// unsafe { raw::unicode_decode_error_set_end(exception.raw(), 2) }?;
/// assert_eq!(format!("{:?}", exception.getattr("end")?), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_decode_error_set_end(exception: BorrowedRef<'_>, end: ffi::Py_ssize_t) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeDecodeError_SetEnd(exception.as_ptr(), end) };
    results::status(outcome)
}

/// `PyUnicodeDecodeError_SetReason`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodedecodeerror`; the pointers are what
/// the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeDecodeError('ascii', b'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodedecodeerror`; what pointers lead to outlives the call.
/// unsafe { raw::unicode_decode_error_set_reason(exception.raw(), c"so".as_ptr()) }?;
/// assert_eq!(format!("{:?}", exception.getattr("reason")?), "'so'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_decode_error_set_reason(exception: BorrowedRef<'_>, reason: *const c_char) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeDecodeError_SetReason(exception.as_ptr(), reason) };
    results::status(outcome)
}

/// `PyUnicodeDecodeError_SetStart`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodedecodeerror`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeDecodeError('ascii', b'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodedecodeerror`.
/// unsafe { raw::unicode_decode_error_set_start(exception.raw(), 2) }?;
/// assert_eq!(format!("{:?}", exception.getattr("start")?), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_decode_error_set_start(exception: BorrowedRef<'_>, start: ffi::Py_ssize_t) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeDecodeError_SetStart(exception.as_ptr(), start) };
    results::status(outcome)
}

/// `PyUnicodeEncodeError_GetEncoding`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodeencodeerror`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeEncodeError('ascii', 'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodeencodeerror`.
/// let result = unsafe { raw::unicode_encode_error_get_encoding(exception.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ascii'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_encode_error_get_encoding(exception: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeEncodeError_GetEncoding(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicodeEncodeError_GetEnd`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodeencodeerror`; the pointers are what
/// the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut end = 0;
/// let exception = py.eval("UnicodeEncodeError('ascii', 'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodeencodeerror`; what pointers lead to outlives the call.
/// unsafe { raw::unicode_encode_error_get_end(exception.raw(), &mut end) }?;
/// assert_eq!(end, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_encode_error_get_end(
    exception: BorrowedRef<'_>,
    end: *mut ffi::Py_ssize_t,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeEncodeError_GetEnd(exception.as_ptr(), end) };
    results::status(outcome)
}

/// `PyUnicodeEncodeError_GetObject`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodeencodeerror`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeEncodeError('ascii', 'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodeencodeerror`.
/// let result = unsafe { raw::unicode_encode_error_get_object(exception.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'blot'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_encode_error_get_object(exception: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeEncodeError_GetObject(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicodeEncodeError_GetReason`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodeencodeerror`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeEncodeError('ascii', 'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodeencodeerror`.
/// let result = unsafe { raw::unicode_encode_error_get_reason(exception.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'why'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_encode_error_get_reason(exception: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeEncodeError_GetReason(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicodeEncodeError_GetStart`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodeencodeerror`; the pointers are what
/// the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut start = 0;
/// let exception = py.eval("UnicodeEncodeError('ascii', 'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodeencodeerror`; what pointers lead to outlives the call.
/// unsafe { raw::unicode_encode_error_get_start(exception.raw(), &mut start) }?;
/// assert_eq!(start, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_encode_error_get_start(
    exception: BorrowedRef<'_>,
    start: *mut ffi::Py_ssize_t,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeEncodeError_GetStart(exception.as_ptr(), start) };
    results::status(outcome)
}

/// `PyUnicodeEncodeError_SetEnd`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodeencodeerror`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeEncodeError('ascii', 'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodeencodeerror`.
/// unsafe { raw::unicode_encode_error_set_end(exception.raw(), 2) }?;
/// assert_eq!(format!("{:?}", exception.getattr("end")?), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_encode_error_set_end(exception: BorrowedRef<'_>, end: ffi::Py_ssize_t) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeEncodeError_SetEnd(exception.as_ptr(), end) };
    results::status(outcome)
}

/// `PyUnicodeEncodeError_SetReason`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodeencodeerror`; the pointers are what
/// the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeEncodeError('ascii', 'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodeencodeerror`; what pointers lead to outlives the call.
/// unsafe { raw::unicode_encode_error_set_reason(exception.raw(), c"so".as_ptr()) }?;
/// assert_eq!(format!("{:?}", exception.getattr("reason")?), "'so'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_encode_error_set_reason(exception: BorrowedRef<'_>, reason: *const c_char) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeEncodeError_SetReason(exception.as_ptr(), reason) };
    results::status(outcome)
}

/// `PyUnicodeEncodeError_SetStart`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodeencodeerror`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeEncodeError('ascii', 'blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodeencodeerror`.
/// unsafe { raw::unicode_encode_error_set_start(exception.raw(), 2) }?;
/// assert_eq!(format!("{:?}", exception.getattr("start")?), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_encode_error_set_start(exception: BorrowedRef<'_>, start: ffi::Py_ssize_t) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeEncodeError_SetStart(exception.as_ptr(), start) };
    results::status(outcome)
}

/// `PyUnicodeTranslateError_GetEnd`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodetranslateerror`; the pointers are what
/// the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut end = 0;
/// let exception = py.eval("UnicodeTranslateError('blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodetranslateerror`; what pointers lead to outlives the call.
/// unsafe { raw::unicode_translate_error_get_end(exception.raw(), &mut end) }?;
/// assert_eq!(end, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_translate_error_get_end(
    exception: BorrowedRef<'_>,
    end: *mut ffi::Py_ssize_t,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeTranslateError_GetEnd(exception.as_ptr(), end) };
    results::status(outcome)
}

/// `PyUnicodeTranslateError_GetObject`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodetranslateerror`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeTranslateError('blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodetranslateerror`.
/// let result = unsafe { raw::unicode_translate_error_get_object(exception.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'blot'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_translate_error_get_object(exception: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeTranslateError_GetObject(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicodeTranslateError_GetReason`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodetranslateerror`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeTranslateError('blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodetranslateerror`.
/// let result = unsafe { raw::unicode_translate_error_get_reason(exception.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'why'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_translate_error_get_reason(exception: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeTranslateError_GetReason(exception.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicodeTranslateError_GetStart`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodetranslateerror`; the pointers are what
/// the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut start = 0;
/// let exception = py.eval("UnicodeTranslateError('blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodetranslateerror`; what pointers lead to outlives the call.
/// unsafe { raw::unicode_translate_error_get_start(exception.raw(), &mut start) }?;
/// assert_eq!(start, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_translate_error_get_start(
    exception: BorrowedRef<'_>,
    start: *mut ffi::Py_ssize_t,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeTranslateError_GetStart(exception.as_ptr(), start) };
    results::status(outcome)
}

/// `PyUnicodeTranslateError_SetEnd`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodetranslateerror`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeTranslateError('blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodetranslateerror`.
/// unsafe { raw::unicode_translate_error_set_end(exception.raw(), 2) }?;
/// assert_eq!(format!("{:?}", exception.getattr("end")?), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_translate_error_set_end(exception: BorrowedRef<'_>, end: ffi::Py_ssize_t) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeTranslateError_SetEnd(exception.as_ptr(), end) };
    results::status(outcome)
}

/// `PyUnicodeTranslateError_SetReason`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodetranslateerror`; the pointers are what
/// the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeTranslateError('blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodetranslateerror`; what pointers lead to outlives the call.
/// unsafe { raw::unicode_translate_error_set_reason(exception.raw(), c"so".as_ptr()) }?;
/// assert_eq!(format!("{:?}", exception.getattr("reason")?), "'so'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_translate_error_set_reason(
    exception: BorrowedRef<'_>,
    reason: *const c_char,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeTranslateError_SetReason(exception.as_ptr(), reason) };
    results::status(outcome)
}

/// `PyUnicodeTranslateError_SetStart`. Can run Python code.
///
/// The class of `exception` is checked since 3.14.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `exception` is a `unicodetranslateerror`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let exception = py.eval("UnicodeTranslateError('blot', 1, 3, 'why')", None)?;
/// // SAFETY: attached, by `py`; `exception` is a `unicodetranslateerror`.
/// unsafe { raw::unicode_translate_error_set_start(exception.raw(), 2) }?;
/// assert_eq!(format!("{:?}", exception.getattr("start")?), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_translate_error_set_start(
    exception: BorrowedRef<'_>,
    start: ffi::Py_ssize_t,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeTranslateError_SetStart(exception.as_ptr(), start) };
    results::status(outcome)
}

/// `PyUnstable_Exc_PrepReraiseStar`. Can run Python code.
///
/// None where there is nothing to raise.
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
/// py.run(
///     "try: raise ExceptionGroup('ink', [KeyError()])\nexcept ExceptionGroup as error: caught = error",
///     None,
/// )?;
/// let original = py.eval("caught", None)?;
/// let raised = py.eval("[]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unstable_exc_prep_reraise_star(original.raw(), raised.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "None");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unstable_exc_prep_reraise_star(
    original: BorrowedRef<'_>,
    raised: BorrowedRef<'_>,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyUnstable_Exc_PrepReraiseStar(original.as_ptr(), raised.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", Py_3_12))]
    fn PyException_GetArgs(exception: *mut ffi::PyObject) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", Py_3_12))]
    fn PyException_SetArgs(exception: *mut ffi::PyObject, args: *mut ffi::PyObject);
    #[cfg(feature = "raw")]
    fn PyExceptionClass_Name(class: *mut ffi::PyObject) -> *const c_char;
    #[cfg(all(feature = "raw", Py_3_12, not(Py_LIMITED_API)))]
    fn PyUnstable_Exc_PrepReraiseStar(original: *mut ffi::PyObject, raised: *mut ffi::PyObject) -> *mut ffi::PyObject;
}
