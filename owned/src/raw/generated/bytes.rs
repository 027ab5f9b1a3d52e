//! Bytes, and their writer of 3.15. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int, c_void};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef, StolenArg};
use super::super::results;

/// `_PyBytes_Resize`. Takes `bytes` and gives what replaces it. Can run Python code.
///
/// Nobody else may have a reference to the bytes, unless they are empty: a SystemError.
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
/// let bytes = py.eval("bytes([105, 110, 107])", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::bytes_resize(bytes.into_stolen(), 2) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "b'in'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn bytes_resize(bytes: StolenArg<'_>, size: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    let mut bytes_out = bytes.into_ptr();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { _PyBytes_Resize(&raw mut bytes_out, size) };
    // SAFETY: by the contract a new reference, or NULL.
    let bytes = unsafe { NewRef::from_ptr(bytes_out) };
    results::status(outcome)?;
    let bytes = bytes.ok_or_else(Failed::set)?;
    Ok(bytes)
}

/// `PyBytes_AS_STRING`.
///
/// Points into the object.
///
/// # Safety
/// This thread is attached; `bytes` is a `bytes`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let bytes = py.eval("b'ink'", None)?;
/// // SAFETY: attached, by `py`; `bytes` is a `bytes`.
/// let result = unsafe { raw::bytes_as_string_unchecked(bytes.raw()) };
/// // SAFETY: a text of C's, which outlives this line.
/// assert_eq!(unsafe { core::ffi::CStr::from_ptr(result) }, c"ink");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn bytes_as_string_unchecked(bytes: BorrowedRef<'_>) -> *const c_char {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyBytes_AS_STRING(bytes.as_ptr()) }
}

/// `PyBytes_AsString`.
///
/// Points into the object.
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
/// let bytes = py.eval("b'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::bytes_as_string(bytes.raw()) }?;
/// // SAFETY: a text of C's, which outlives this line.
/// assert_eq!(unsafe { core::ffi::CStr::from_ptr(result) }, c"ink");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn bytes_as_string(bytes: BorrowedRef<'_>) -> Result<*mut c_char, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyBytes_AsString(bytes.as_ptr()) };
    results::pointer(outcome)
}

/// `PyBytes_AsStringAndSize`.
///
/// Points into the object; with a NULL for the size, a zero byte inside is a ValueError.
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
/// let mut size = 0;
/// let bytes = py.eval("b'ink'", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// unsafe { raw::bytes_as_string_and_size(bytes.raw(), &mut core::ptr::null_mut(), &mut size) }?;
/// assert_eq!(size, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn bytes_as_string_and_size(
    bytes: BorrowedRef<'_>,
    data: *mut *mut c_char,
    size: *mut ffi::Py_ssize_t,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyBytes_AsStringAndSize(bytes.as_ptr(), data, size) };
    results::status(outcome)
}

/// `PyBytes_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("b'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::bytes_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn bytes_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyBytes_Check(object.as_ptr()) }
}

/// `PyBytes_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("b'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::bytes_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn bytes_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyBytes_CheckExact(object.as_ptr()) }
}

/// `PyBytes_Concat`. Takes `bytes` and gives what replaces it. Can run Python code.
///
/// NULL in its place, with an exception set, is the failure; takes any buffer.
///
/// Where NULL was in its place before, nothing happens.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let bytes = py.eval("b'in'", None)?;
/// let more = py.eval("b'k'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::bytes_concat(bytes.into_stolen(), more.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "b'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn bytes_concat(bytes: StolenArg<'_>, more: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    let mut bytes_out = bytes.into_ptr();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyBytes_Concat(&raw mut bytes_out, more.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    let bytes = unsafe { results::new(bytes_out) }?;
    Ok(bytes)
}

/// `PyBytes_ConcatAndDel`. Steals `more`, also on failure. Takes `bytes` and gives what replaces it. Can run Python
/// code.
///
/// NULL in its place, with an exception set, is the failure; takes any buffer.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let bytes = py.eval("b'in'", None)?;
/// let more = py.eval("b'k'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::bytes_concat_and_del(bytes.into_stolen(), more.into_stolen()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "b'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn bytes_concat_and_del(bytes: StolenArg<'_>, more: StolenArg<'_>) -> Result<NewRef, Failed> {
    let mut bytes_out = bytes.into_ptr();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyBytes_ConcatAndDel(&raw mut bytes_out, more.into_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    let bytes = unsafe { results::new(bytes_out) }?;
    Ok(bytes)
}

/// `PyBytes_DecodeEscape`. Can run Python code.
///
/// The last two arguments are not used.
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
/// let result = unsafe { raw::bytes_decode_escape(c"in\\x6b".as_ptr(), 6, core::ptr::null(), 0, core::ptr::null()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "b'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn bytes_decode_escape(
    text: *const c_char,
    size: ffi::Py_ssize_t,
    errors: *const c_char,
    unicode: ffi::Py_ssize_t,
    encoding: *const c_char,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyBytes_DecodeEscape(text, size, errors, unicode, encoding) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyBytes_FromObject`. Can run Python code.
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
/// let object = py.eval("[105, 110]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::bytes_from_object(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "b'in'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn bytes_from_object(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyBytes_FromObject(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyBytes_FromString`.
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
/// let result = unsafe { raw::bytes_from_string(c"ink".as_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "b'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn bytes_from_string(text: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyBytes_FromString(text) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyBytes_FromStringAndSize`.
///
/// With NULL for the data, they are for the caller to set before any code sees them.
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
/// let result = unsafe { raw::bytes_from_string_and_size(c"ink".as_ptr(), 2) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "b'in'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn bytes_from_string_and_size(data: *const c_char, size: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyBytes_FromStringAndSize(data, size) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyBytes_Join`. Can run Python code.
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
/// let separator = py.eval("b', '", None)?;
/// let iterable = py.eval("[b'a', b'b']", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::bytes_join(separator.raw(), iterable.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "b'a, b'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn bytes_join(separator: BorrowedRef<'_>, iterable: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyBytes_Join(separator.as_ptr(), iterable.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyBytes_Repr`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `bytes` is a `bytes`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let bytes = py.eval("b'ink'", None)?;
/// // SAFETY: attached, by `py`; `bytes` is a `bytes`.
/// let result = unsafe { raw::bytes_repr(bytes.raw(), 0) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), r#""b'ink'""#);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn bytes_repr(bytes: BorrowedRef<'_>, smart_quotes: c_int) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyBytes_Repr(bytes.as_ptr(), smart_quotes) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyBytes_Size`.
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
/// let bytes = py.eval("b'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::bytes_size(bytes.raw()) }?;
/// assert_eq!(result, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn bytes_size(bytes: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyBytes_Size(bytes.as_ptr()) };
    results::size(outcome)
}

/// `PyBytesWriter_Finish`.
///
/// The writer is gone afterwards, also when the call fails.
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
/// // SAFETY: attached, by `py`.
/// let writer = unsafe { pyo3_ffi::PyBytesWriter_Create(0) };
/// // SAFETY: attached, by `py`; the writer is gone afterwards.
/// let bytes = unsafe { raw::bytes_writer_finish(writer) }?;
/// // SAFETY: a new reference, to an object.
/// let bytes: Owned<'_, Any> = unsafe { Owned::from_ref(py, bytes) };
/// assert_eq!(format!("{bytes:?}"), "b''");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn bytes_writer_finish(writer: *mut ffi::PyBytesWriter) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyBytesWriter_Finish(writer) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyBytesWriter_FinishWithPointer`.
///
/// The writer is gone afterwards, also when the call fails.
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
/// // SAFETY: attached, by `py`.
/// let writer = unsafe { pyo3_ffi::PyBytesWriter_Create(3) };
/// // SAFETY: the writer of above.
/// let data = unsafe { pyo3_ffi::PyBytesWriter_GetData(writer) }.cast::<[u8; 2]>();
/// // SAFETY: there is room for three.
/// unsafe { data.write(*b"in") };
/// // SAFETY: attached, by `py`; the end is in the writer, which is gone afterwards.
/// let bytes = unsafe { raw::bytes_writer_finish_with_pointer(writer, data.wrapping_add(1).cast()) }?;
/// // SAFETY: a new reference, to an object.
/// let bytes: Owned<'_, Any> = unsafe { Owned::from_ref(py, bytes) };
/// assert_eq!(format!("{bytes:?}"), "b'in'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn bytes_writer_finish_with_pointer(
    writer: *mut ffi::PyBytesWriter,
    end: *mut c_void,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyBytesWriter_FinishWithPointer(writer, end) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyBytesWriter_FinishWithSize`.
///
/// The writer is gone afterwards, also when the call fails.
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
/// // SAFETY: attached, by `py`.
/// let writer = unsafe { pyo3_ffi::PyBytesWriter_Create(3) };
/// // SAFETY: the writer of above.
/// let data = unsafe { pyo3_ffi::PyBytesWriter_GetData(writer) }.cast::<[u8; 2]>();
/// // SAFETY: there is room for three.
/// unsafe { data.write(*b"in") };
/// // SAFETY: attached, by `py`; the writer is gone afterwards.
/// let bytes = unsafe { raw::bytes_writer_finish_with_size(writer, 2) }?;
/// // SAFETY: a new reference, to an object.
/// let bytes: Owned<'_, Any> = unsafe { Owned::from_ref(py, bytes) };
/// assert_eq!(format!("{bytes:?}"), "b'in'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_15, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn bytes_writer_finish_with_size(
    writer: *mut ffi::PyBytesWriter,
    size: ffi::Py_ssize_t,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyBytesWriter_FinishWithSize(writer, size) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
    fn _PyBytes_Resize(bytes: *mut *mut ffi::PyObject, size: ffi::Py_ssize_t) -> c_int;
    #[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
    fn PyBytes_Join(separator: *mut ffi::PyObject, iterable: *mut ffi::PyObject) -> *mut ffi::PyObject;
    #[cfg(all(feature = "raw", Py_3_15, not(Py_LIMITED_API)))]
    fn PyBytesWriter_FinishWithPointer(writer: *mut ffi::PyBytesWriter, end: *mut c_void) -> *mut ffi::PyObject;
}
