//! Strings: making, looking into, comparing, cutting and joining them, and the writer of 3.14. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int, c_uint, c_void};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef, StolenArg};
use super::super::results;

/// `PyUnicode_1BYTE_DATA`.
///
/// Only if PyUnicode_KIND is 1.
///
/// # Safety
/// This thread is attached; `text` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`.
/// let result = unsafe { raw::unicode_1byte_data_unchecked(text.raw()) };
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_1byte_data_unchecked(text: BorrowedRef<'_>) -> *mut ffi::Py_UCS1 {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_1BYTE_DATA(text.as_ptr()) }
}

/// `PyUnicode_2BYTE_DATA`.
///
/// Only if PyUnicode_KIND is 2.
///
/// # Safety
/// This thread is attached; `text` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval(r"'\u0416'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`.
/// let result = unsafe { raw::unicode_2byte_data_unchecked(text.raw()) };
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_2byte_data_unchecked(text: BorrowedRef<'_>) -> *mut ffi::Py_UCS2 {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_2BYTE_DATA(text.as_ptr()) }
}

/// `PyUnicode_4BYTE_DATA`.
///
/// Only if PyUnicode_KIND is 4.
///
/// # Safety
/// This thread is attached; `text` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval(r"'\U0001F58B'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`.
/// let result = unsafe { raw::unicode_4byte_data_unchecked(text.raw()) };
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_4byte_data_unchecked(text: BorrowedRef<'_>) -> *mut ffi::Py_UCS4 {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_4BYTE_DATA(text.as_ptr()) }
}

/// `PyUnicode_Append`. Takes `text` and gives what replaces it. Can run Python code.
///
/// NULL in its place, with an exception set, is the failure.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'in'", None)?;
/// let more = py.eval("'k'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_append(text.into_stolen(), more.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_append(text: StolenArg<'_>, more: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    let mut text_out = text.into_ptr();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_Append(&raw mut text_out, more.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    let text = unsafe { results::new(text_out) }?;
    Ok(text)
}

/// `PyUnicode_AppendAndDel`. Steals `more`, also on failure. Takes `text` and gives what replaces it. Can run Python
/// code.
///
/// NULL in its place, with an exception set, is the failure; `more` is stolen then too.
///
/// # Safety
/// This thread is attached as long as the result lives.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'in'", None)?;
/// let more = py.eval("'k'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_append_and_del(text.into_stolen(), more.into_stolen()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_append_and_del(text: StolenArg<'_>, more: StolenArg<'_>) -> Result<NewRef, Failed> {
    let mut text_out = text.into_ptr();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_AppendAndDel(&raw mut text_out, more.into_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    let text = unsafe { results::new(text_out) }?;
    Ok(text)
}

/// `PyUnicode_AsUCS4`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `text` is a `str`; the pointers are what the C function asks
/// for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let mut letters = [9; 4];
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`; what pointers lead to outlives the call.
/// let _ = unsafe { raw::unicode_as_ucs4(text.raw(), letters.as_mut_ptr(), 4, 1) }?;
/// assert_eq!(letters, [105, 110, 107, 0]);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_as_ucs4(
    text: BorrowedRef<'_>,
    buffer: *mut ffi::Py_UCS4,
    size: ffi::Py_ssize_t,
    copy_null: c_int,
) -> Result<*mut ffi::Py_UCS4, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_AsUCS4(text.as_ptr(), buffer, size, copy_null) };
    results::pointer(outcome)
}

/// `PyUnicode_AsUCS4Copy`.
///
/// New memory, for PyMem_Free.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `text` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`.
/// let result = unsafe { raw::unicode_as_ucs4_copy(text.raw()) }?;
/// assert!(!result.is_null());
/// // SAFETY: Python's memory, which is ours to free.
/// unsafe { pyo3_ffi::PyMem_Free(result.cast()) };
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_as_ucs4_copy(text: BorrowedRef<'_>) -> Result<*mut ffi::Py_UCS4, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_AsUCS4Copy(text.as_ptr()) };
    results::pointer(outcome)
}

/// `PyUnicode_AsUnicode`.
///
/// The memory is the string's.
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
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_as_unicode(text.raw()) }?;
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_3_12), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_as_unicode(text: BorrowedRef<'_>) -> Result<*mut ffi::Py_UNICODE, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_AsUnicode(text.as_ptr()) };
    results::pointer(outcome)
}

/// `PyUnicode_AsUnicodeAndSize`.
///
/// The memory is the string's.
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
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::unicode_as_unicode_and_size(text.raw(), &mut size) }?;
/// assert!(!result.is_null());
/// assert_eq!(size, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_3_12), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_as_unicode_and_size(
    text: BorrowedRef<'_>,
    size: *mut ffi::Py_ssize_t,
) -> Result<*mut ffi::Py_UNICODE, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_AsUnicodeAndSize(text.as_ptr(), size) };
    results::pointer(outcome)
}

/// `PyUnicode_AsUTF8`. Can run Python code.
///
/// The memory is the string's; a zero byte inside ends it early.
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
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_as_utf8(text.raw()) }?;
/// // SAFETY: a text of C's, which outlives this line.
/// assert_eq!(unsafe { core::ffi::CStr::from_ptr(result) }, c"ink");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_as_utf8(text: BorrowedRef<'_>) -> Result<*const c_char, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_AsUTF8(text.as_ptr()) };
    results::pointer(outcome)
}

/// `PyUnicode_AsUTF8AndSize`. Can run Python code.
///
/// The memory is the string's; a lone surrogate is a UnicodeEncodeError.
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
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::unicode_as_utf8_and_size(text.raw(), &mut size) }?;
/// // SAFETY: a text of C's, which outlives this line.
/// assert_eq!(unsafe { core::ffi::CStr::from_ptr(result) }, c"ink");
/// assert_eq!(size, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_as_utf8_and_size(
    text: BorrowedRef<'_>,
    size: *mut ffi::Py_ssize_t,
) -> Result<*const c_char, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_AsUTF8AndSize(text.as_ptr(), size) };
    results::pointer(outcome)
}

/// `PyUnicode_AsWideChar`.
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
/// let mut letters = [0; 4];
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::unicode_as_wide_char(text.raw(), letters.as_mut_ptr(), 4) }?;
/// assert_eq!(result, 3);
/// assert_eq!(letters, [105, 110, 107, 0]);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_as_wide_char(
    text: BorrowedRef<'_>,
    buffer: *mut libc::wchar_t,
    size: ffi::Py_ssize_t,
) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_AsWideChar(text.as_ptr(), buffer, size) };
    results::size(outcome)
}

/// `PyUnicode_AsWideCharString`.
///
/// New memory, for PyMem_Free; with a NULL for the size, a zero inside is a ValueError.
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
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::unicode_as_wide_char_string(text.raw(), &mut size) }?;
/// assert!(!result.is_null());
/// assert_eq!(size, 3);
/// // SAFETY: Python's memory, which is ours to free.
/// unsafe { pyo3_ffi::PyMem_Free(result.cast()) };
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_as_wide_char_string(
    text: BorrowedRef<'_>,
    size: *mut ffi::Py_ssize_t,
) -> Result<*mut libc::wchar_t, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_AsWideCharString(text.as_ptr(), size) };
    results::pointer(outcome)
}

/// `PyUnicode_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_Check(object.as_ptr()) }
}

/// `PyUnicode_CheckExact`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_check_exact(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_check_exact(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_CheckExact(object.as_ptr()) }
}

/// `PyUnicode_Compare`.
///
/// -1, 0 or 1, for less, equal or greater.
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
/// let left = py.eval("'a'", None)?;
/// let right = py.eval("'b'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_compare(left.raw(), right.raw()) }?;
/// assert_eq!(result, -1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_compare(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<c_int, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Compare(left.as_ptr(), right.as_ptr()) };
    results::unless_error(outcome, results::minus_one())
}

/// `PyUnicode_CompareWithASCIIString`.
///
/// Negative, 0 or positive, for less, equal or greater.
///
/// # Safety
/// This thread is attached; `text` is a `str`; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`; what pointers lead to outlives the call.
/// let result = unsafe { raw::unicode_compare_with_ascii_string(text.raw(), c"ink".as_ptr()) };
/// assert_eq!(result, 0);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_compare_with_ascii_string(text: BorrowedRef<'_>, ascii: *const c_char) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_CompareWithASCIIString(text.as_ptr(), ascii) }
}

/// `PyUnicode_Concat`.
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
/// let left = py.eval("'in'", None)?;
/// let right = py.eval("'k'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_concat(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn unicode_concat(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Concat(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_Contains`.
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
/// let text = py.eval("'ink'", None)?;
/// let part = py.eval("'n'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_contains(text.raw(), part.raw()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn unicode_contains(text: BorrowedRef<'_>, part: BorrowedRef<'_>) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Contains(text.as_ptr(), part.as_ptr()) };
    results::three_way(outcome)
}

/// `PyUnicode_CopyCharacters`.
///
/// Nobody else may have a reference to the target: a SystemError.
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
/// let target = unsafe { raw::unicode_new(3, 127) }?;
/// let source = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// assert_eq!(unsafe { raw::unicode_copy_characters(target.borrow(), 0, source.raw(), 0, 3) }?, 3);
/// // SAFETY: a new reference, to an object.
/// let target: Owned<'_, Any> = unsafe { Owned::from_ref(py, target) };
/// assert_eq!(format!("{target:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_copy_characters(
    target: BorrowedRef<'_>,
    target_start: ffi::Py_ssize_t,
    source: BorrowedRef<'_>,
    source_start: ffi::Py_ssize_t,
    count: ffi::Py_ssize_t,
) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome =
        unsafe { ffi::PyUnicode_CopyCharacters(target.as_ptr(), target_start, source.as_ptr(), source_start, count) };
    results::size(outcome)
}

/// `PyUnicode_Count`.
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
/// let text = py.eval("'ink'", None)?;
/// let part = py.eval("'n'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_count(text.raw(), part.raw(), 0, 3) }?;
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn unicode_count(
    text: BorrowedRef<'_>,
    part: BorrowedRef<'_>,
    start: ffi::Py_ssize_t,
    end: ffi::Py_ssize_t,
) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Count(text.as_ptr(), part.as_ptr(), start, end) };
    results::size(outcome)
}

/// `PyUnicode_DATA`.
///
/// From 3.14 on there is a function of this name too.
///
/// # Safety
/// This thread is attached; `text` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`.
/// let result = unsafe { raw::unicode_data(text.raw()) };
/// assert!(!result.is_null());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_data(text: BorrowedRef<'_>) -> *mut c_void {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_DATA(text.as_ptr()) }
}

/// `PyUnicode_Equal`.
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
/// let left = py.eval("'ink'", None)?;
/// let right = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_equal(left.raw(), right.raw()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14))]
#[inline]
pub unsafe fn unicode_equal(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Equal(left.as_ptr(), right.as_ptr()) };
    results::three_way(outcome)
}

/// `PyUnicode_EqualToUTF8`.
///
/// # Safety
/// This thread is attached; `text` is a `str`; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`; what pointers lead to outlives the call.
/// let result = unsafe { raw::unicode_equal_to_utf8(text.raw(), c"ink".as_ptr()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_13))]
#[inline]
pub unsafe fn unicode_equal_to_utf8(text: BorrowedRef<'_>, utf8: *const c_char) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_EqualToUTF8(text.as_ptr(), utf8) }
}

/// `PyUnicode_EqualToUTF8AndSize`.
///
/// # Safety
/// This thread is attached; `text` is a `str`; the pointers are what the C function asks for.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`; what pointers lead to outlives the call.
/// let result = unsafe { raw::unicode_equal_to_utf8_and_size(text.raw(), c"ink".as_ptr(), 3) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_13))]
#[inline]
pub unsafe fn unicode_equal_to_utf8_and_size(
    text: BorrowedRef<'_>,
    utf8: *const c_char,
    size: ffi::Py_ssize_t,
) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_EqualToUTF8AndSize(text.as_ptr(), utf8, size) }
}

/// `PyUnicode_Fill`.
///
/// Nobody else may have a reference to it: a SystemError.
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
/// let text = unsafe { raw::unicode_new(3, 127) }?;
/// // SAFETY: attached, by `py`.
/// assert_eq!(unsafe { raw::unicode_fill(text.borrow(), 0, 3, 'x'.into()) }?, 3);
/// // SAFETY: a new reference, to an object.
/// let text: Owned<'_, Any> = unsafe { Owned::from_ref(py, text) };
/// assert_eq!(format!("{text:?}"), "'xxx'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_fill(
    text: BorrowedRef<'_>,
    start: ffi::Py_ssize_t,
    length: ffi::Py_ssize_t,
    fill: ffi::Py_UCS4,
) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Fill(text.as_ptr(), start, length, fill) };
    results::size(outcome)
}

/// `PyUnicode_FindChar`.
///
/// -1 if it is not there.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `text` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`.
/// let result = unsafe { raw::unicode_find_char(text.raw(), 'n'.into(), 0, 3, 1) }?;
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_find_char(
    text: BorrowedRef<'_>,
    letter: ffi::Py_UCS4,
    start: ffi::Py_ssize_t,
    end: ffi::Py_ssize_t,
    direction: c_int,
) -> Result<ffi::Py_ssize_t, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_FindChar(text.as_ptr(), letter, start, end, direction) };
    results::unless(outcome, -2)
}

/// `PyUnicode_Format`. Can run Python code.
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
/// let format = py.eval("'%s!'", None)?;
/// let args = py.eval("('ink',)", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_format(format.raw(), args.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ink!'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn unicode_format(format: BorrowedRef<'_>, args: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Format(format.as_ptr(), args.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_FromKindAndData`.
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
/// let result = unsafe { raw::unicode_from_kind_and_data(1, c"ink".as_ptr().cast(), 3) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn unicode_from_kind_and_data(
    kind: c_int,
    data: *const c_void,
    size: ffi::Py_ssize_t,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_FromKindAndData(kind, data, size) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_FromObject`.
///
/// The same one, or of a subclass an exact copy.
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
/// let object = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_from_object(object.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_from_object(object: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_FromObject(object.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_FromOrdinal`.
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
/// let result = unsafe { raw::unicode_from_ordinal(105) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'i'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_from_ordinal(ordinal: c_int) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_FromOrdinal(ordinal) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_FromString`. Can run Python code.
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
/// let result = unsafe { raw::unicode_from_string(c"ink".as_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_from_string(text: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_FromString(text) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_FromStringAndSize`. Can run Python code.
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
/// let result = unsafe { raw::unicode_from_string_and_size(c"ink".as_ptr(), 2) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'in'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn unicode_from_string_and_size(text: *const c_char, size: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_FromStringAndSize(text, size) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_FromUnicode`.
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
/// let result = unsafe { raw::unicode_from_unicode([105, 110].as_ptr(), 2) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'in'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_3_12), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_from_unicode(data: *const ffi::Py_UNICODE, size: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_FromUnicode(data, size) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_FromWideChar`.
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
/// let result = unsafe { raw::unicode_from_wide_char([105, 110].as_ptr(), 2) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'in'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_from_wide_char(data: *const libc::wchar_t, size: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_FromWideChar(data, size) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_GET_LENGTH`.
///
/// # Safety
/// This thread is attached; `text` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`.
/// let result = unsafe { raw::unicode_get_length_unchecked(text.raw()) };
/// assert_eq!(result, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_get_length_unchecked(text: BorrowedRef<'_>) -> ffi::Py_ssize_t {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_GET_LENGTH(text.as_ptr()) }
}

/// `PyUnicode_GetLength`.
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
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_get_length(text.raw()) }?;
/// assert_eq!(result, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn unicode_get_length(text: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_GetLength(text.as_ptr()) };
    results::size(outcome)
}

/// `PyUnicode_GetSize`.
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
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_get_size(text.raw()) }?;
/// assert_eq!(result, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_3_12)))]
#[inline]
pub unsafe fn unicode_get_size(text: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_GetSize(text.as_ptr()) };
    results::size(outcome)
}

/// `PyUnicode_InternFromString`. Can run Python code.
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
/// let result = unsafe { raw::unicode_intern_from_string(c"ink".as_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_intern_from_string(text: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_InternFromString(text) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_InternImmortal`. Takes `text` and gives what replaces it. Can run Python code.
///
/// If it cannot, it changes nothing.
///
/// # Safety
/// This thread is attached as long as the result lives; `text` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`.
/// let result = unsafe { raw::unicode_intern_immortal(text.into_stolen()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_3_12)))]
#[inline]
pub unsafe fn unicode_intern_immortal(text: StolenArg<'_>) -> Result<NewRef, Failed> {
    let mut text_out = text.into_ptr();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_InternImmortal(&raw mut text_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let text = unsafe { results::new(text_out) }?;
    Ok(text)
}

/// `PyUnicode_InternInPlace`. Takes `text` and gives what replaces it. Can run Python code.
///
/// If it cannot, it changes nothing.
///
/// # Safety
/// This thread is attached as long as the result lives; `text` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`.
/// let result = unsafe { raw::unicode_intern_in_place(text.into_stolen()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn unicode_intern_in_place(text: StolenArg<'_>) -> Result<NewRef, Failed> {
    let mut text_out = text.into_ptr();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_InternInPlace(&raw mut text_out) };
    // SAFETY: by the contract a new reference, or NULL.
    let text = unsafe { results::new(text_out) }?;
    Ok(text)
}

/// `PyUnicode_IS_READY`.
///
/// # Safety
/// This thread is attached; `text` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`.
/// let result = unsafe { raw::unicode_is_ready_unchecked(text.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_is_ready_unchecked(text: BorrowedRef<'_>) -> c_uint {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_IS_READY(text.as_ptr()) }
}

/// `PyUnicode_IsIdentifier`.
///
/// # Safety
/// This thread is attached; `text` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`.
/// let result = unsafe { raw::unicode_is_identifier(text.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn unicode_is_identifier(text: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_IsIdentifier(text.as_ptr()) }
}

/// `PyUnicode_Join`. Can run Python code.
///
/// NULL for the separator means a space; with one item nobody looks at it.
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
/// let separator = py.eval("', '", None)?;
/// let iterable = py.eval("['a', 'b']", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_join(separator.raw(), iterable.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'a, b'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn unicode_join(separator: BorrowedRef<'_>, iterable: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Join(separator.as_ptr(), iterable.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_KIND`.
///
/// From 3.14 on there is a function of this name too.
///
/// # Safety
/// This thread is attached; `text` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`.
/// let result = unsafe { raw::unicode_kind(text.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_kind(text: BorrowedRef<'_>) -> c_uint {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyUnicode_KIND(text.as_ptr()) }
}

/// `PyUnicode_New`.
///
/// What is in it is for the caller to set before any code sees it.
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
/// let result = unsafe { raw::unicode_new(0, 127) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "''");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_new(size: ffi::Py_ssize_t, max_char: ffi::Py_UCS4) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_New(size, max_char) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_Partition`. Can run Python code.
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
/// let text = py.eval("'a=b'", None)?;
/// let separator = py.eval("'='", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_partition(text.raw(), separator.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "('a', '=', 'b')");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn unicode_partition(text: BorrowedRef<'_>, separator: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Partition(text.as_ptr(), separator.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_ReadChar`.
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
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_read_char(text.raw(), 1) }?;
/// assert_eq!(result, 'n'.into());
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_read_char(text: BorrowedRef<'_>, index: ffi::Py_ssize_t) -> Result<ffi::Py_UCS4, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_ReadChar(text.as_ptr(), index) };
    results::unless_error(outcome, results::minus_one())
}

/// `PyUnicode_READY`.
///
/// From 3.12 on it does nothing.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `text` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`.
/// unsafe { raw::unicode_ready(text.raw()) }?;
/// assert_eq!(format!("{text:?}"), "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_ready(text: BorrowedRef<'_>) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_READY(text.as_ptr()) };
    results::status(outcome)
}

/// `PyUnicode_Replace`.
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
/// let text = py.eval("'ink'", None)?;
/// let part = py.eval("'n'", None)?;
/// let replacement = py.eval("'r'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_replace(text.raw(), part.raw(), replacement.raw(), -1) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'irk'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn unicode_replace(
    text: BorrowedRef<'_>,
    part: BorrowedRef<'_>,
    replacement: BorrowedRef<'_>,
    count: ffi::Py_ssize_t,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Replace(text.as_ptr(), part.as_ptr(), replacement.as_ptr(), count) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_Resize`. Takes `text` and gives what replaces it. Can run Python code.
///
/// On failure the old one stays in its place.
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
/// let text = py.eval("str(b'ink', 'ascii')", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_resize(text.into_stolen(), 2) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'in'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_resize(text: StolenArg<'_>, size: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    let mut text_out = text.into_ptr();
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Resize(&raw mut text_out, size) };
    // SAFETY: by the contract a new reference, or NULL.
    let text = unsafe { NewRef::from_ptr(text_out) };
    results::status(outcome)?;
    let text = text.ok_or_else(Failed::set)?;
    Ok(text)
}

/// `PyUnicode_RichCompare`.
///
/// NotImplemented if one of them is no string.
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
/// let left = py.eval("'a'", None)?;
/// let right = py.eval("'b'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_rich_compare(left.raw(), right.raw(), pyo3_ffi::Py_LT) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "True");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_rich_compare(left: BorrowedRef<'_>, right: BorrowedRef<'_>, op: c_int) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_RichCompare(left.as_ptr(), right.as_ptr(), op) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_RPartition`. Can run Python code.
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
/// let text = py.eval("'a.b.c'", None)?;
/// let separator = py.eval("'.'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_r_partition(text.raw(), separator.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "('a.b', '.', 'c')");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_r_partition(text: BorrowedRef<'_>, separator: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_RPartition(text.as_ptr(), separator.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_RSplit`. Can run Python code.
///
/// Without a separator, at white space.
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
/// let text = py.eval("'a b c'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_r_split(text.raw(), None, 1) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "['a b', 'c']");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_r_split(
    text: BorrowedRef<'_>,
    separator: Option<BorrowedRef<'_>>,
    max: ffi::Py_ssize_t,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_RSplit(text.as_ptr(), results::or_null(separator), max) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_Split`. Can run Python code.
///
/// Without a separator, at white space.
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
/// let text = py.eval("'a b c'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_split(text.raw(), None, 1) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "['a', 'b c']");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn unicode_split(
    text: BorrowedRef<'_>,
    separator: Option<BorrowedRef<'_>>,
    max: ffi::Py_ssize_t,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Split(text.as_ptr(), results::or_null(separator), max) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_Splitlines`. Can run Python code.
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
/// let text = py.eval(r"'a\nb'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_splitlines(text.raw(), 0) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "['a', 'b']");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn unicode_splitlines(text: BorrowedRef<'_>, keep_ends: c_int) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Splitlines(text.as_ptr(), keep_ends) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_Substring`.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `text` is a `str`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let text = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`; `text` is a `str`.
/// let result = unsafe { raw::unicode_substring(text.raw(), 1, 3) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'nk'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn unicode_substring(
    text: BorrowedRef<'_>,
    start: ffi::Py_ssize_t,
    end: ffi::Py_ssize_t,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Substring(text.as_ptr(), start, end) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_Tailmatch`.
///
/// 1 or 0.
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
/// let text = py.eval("'ink'", None)?;
/// let part = py.eval("'nk'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::unicode_tailmatch(text.raw(), part.raw(), 0, 3, 1) }?;
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "more-types"))]
#[inline]
pub unsafe fn unicode_tailmatch(
    text: BorrowedRef<'_>,
    part: BorrowedRef<'_>,
    start: ffi::Py_ssize_t,
    end: ffi::Py_ssize_t,
    direction: c_int,
) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Tailmatch(text.as_ptr(), part.as_ptr(), start, end, direction) };
    results::size(outcome)
}

/// `PyUnicode_Translate`. Can run Python code.
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
/// let text = py.eval("'ink'", None)?;
/// let table = py.eval("{110: 'r'}", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::unicode_translate(text.raw(), table.raw(), core::ptr::null()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'irk'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_translate(
    text: BorrowedRef<'_>,
    table: BorrowedRef<'_>,
    errors: *const c_char,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_Translate(text.as_ptr(), table.as_ptr(), errors) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicode_WriteChar`.
///
/// Nobody else may have a reference to it: a SystemError.
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
/// let text = unsafe { raw::unicode_new(1, 127) }?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::unicode_write_char(text.borrow(), 0, 'x'.into()) }?; // nobody else has the text
/// // SAFETY: a new reference, to an object.
/// let text: Owned<'_, Any> = unsafe { Owned::from_ref(py, text) };
/// assert_eq!(format!("{text:?}"), "'x'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn unicode_write_char(
    text: BorrowedRef<'_>,
    index: ffi::Py_ssize_t,
    letter: ffi::Py_UCS4,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicode_WriteChar(text.as_ptr(), index, letter) };
    results::status(outcome)
}

/// `PyUnicodeWriter_Finish`.
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
/// let writer = unsafe { pyo3_ffi::PyUnicodeWriter_Create(0) };
/// // SAFETY: attached, by `py`; the writer is gone afterwards.
/// let text = unsafe { raw::unicode_writer_finish(writer) }?;
/// // SAFETY: a new reference, to an object.
/// let text: Owned<'_, Any> = unsafe { Owned::from_ref(py, text) };
/// assert_eq!(format!("{text:?}"), "''");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_writer_finish(writer: *mut ffi::PyUnicodeWriter) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyUnicodeWriter_Finish(writer) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyUnicodeWriter_WriteRepr`. Can run Python code.
///
/// NULL writes `<NULL>`.
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
/// let object = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let writer = unsafe { pyo3_ffi::PyUnicodeWriter_Create(0) };
/// // SAFETY: attached, by `py`; the writer of above.
/// unsafe { raw::unicode_writer_write_repr(writer, object.raw()) }?;
/// // SAFETY: attached, by `py`; the writer is gone afterwards.
/// let text = unsafe { raw::unicode_writer_finish(writer) }?;
/// // SAFETY: a new reference, to a str.
/// let text: Owned<'_, Str> = unsafe { Owned::from_ref(py, text) };
/// assert_eq!(text.to_str()?, "'ink'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_writer_write_repr(
    writer: *mut ffi::PyUnicodeWriter,
    object: BorrowedRef<'_>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyUnicodeWriter_WriteRepr(writer, object.as_ptr()) };
    results::status(outcome)
}

/// `PyUnicodeWriter_WriteStr`. Can run Python code.
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
/// let object = py.eval("12", None)?;
/// // SAFETY: attached, by `py`.
/// let writer = unsafe { pyo3_ffi::PyUnicodeWriter_Create(0) };
/// // SAFETY: attached, by `py`; the writer of above.
/// unsafe { raw::unicode_writer_write_str(writer, object.raw()) }?;
/// // SAFETY: attached, by `py`; the writer is gone afterwards.
/// let text = unsafe { raw::unicode_writer_finish(writer) }?;
/// // SAFETY: a new reference, to a str.
/// let text: Owned<'_, Str> = unsafe { Owned::from_ref(py, text) };
/// assert_eq!(text.to_str()?, "12");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_writer_write_str(
    writer: *mut ffi::PyUnicodeWriter,
    object: BorrowedRef<'_>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyUnicodeWriter_WriteStr(writer, object.as_ptr()) };
    results::status(outcome)
}

/// `PyUnicodeWriter_WriteSubstring`.
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
/// let ink = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let writer = unsafe { pyo3_ffi::PyUnicodeWriter_Create(0) };
/// // SAFETY: attached, by `py`; the writer of above; `ink` is a `str`.
/// unsafe { raw::unicode_writer_write_substring(writer, ink.raw(), 1, 3) }?;
/// // SAFETY: attached, by `py`; the writer is gone afterwards.
/// let text = unsafe { raw::unicode_writer_finish(writer) }?;
/// // SAFETY: a new reference, to a str.
/// let text: Owned<'_, Str> = unsafe { Owned::from_ref(py, text) };
/// assert_eq!(text.to_str()?, "nk");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn unicode_writer_write_substring(
    writer: *mut ffi::PyUnicodeWriter,
    text: BorrowedRef<'_>,
    start: ffi::Py_ssize_t,
    end: ffi::Py_ssize_t,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { PyUnicodeWriter_WriteSubstring(writer, text.as_ptr(), start, end) };
    results::status(outcome)
}

crate::raw::libpython! {
    #[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
    fn PyUnicodeWriter_WriteRepr(writer: *mut ffi::PyUnicodeWriter, object: *mut ffi::PyObject) -> c_int;
    #[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
    fn PyUnicodeWriter_WriteStr(writer: *mut ffi::PyUnicodeWriter, object: *mut ffi::PyObject) -> c_int;
    #[cfg(all(feature = "raw", Py_3_14, not(Py_LIMITED_API)))]
    fn PyUnicodeWriter_WriteSubstring(
        writer: *mut ffi::PyUnicodeWriter,
        text: *mut ffi::PyObject,
        start: ffi::Py_ssize_t,
        end: ffi::Py_ssize_t,
    ) -> c_int;
}
