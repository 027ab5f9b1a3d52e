//! The sequence protocol: any object with `__getitem__` and a length, lists and tuples fastest. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::{c_char, c_int};

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef};
use super::super::results;

/// `PySequence_Check`.
///
/// # Safety
/// This thread is attached.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let object = py.eval("[]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sequence_check(object.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn sequence_check(object: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PySequence_Check(object.as_ptr()) }
}

/// `PySequence_Concat`. Can run Python code.
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
/// let left = py.eval("[1]", None)?;
/// let right = py.eval("[2]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sequence_concat(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[1, 2]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_concat(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_Concat(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PySequence_Contains`. Can run Python code.
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
/// let object = py.eval("(1, 2)", None)?;
/// let value = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sequence_contains(object.raw(), value.raw()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_contains(object: BorrowedRef<'_>, value: BorrowedRef<'_>) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_Contains(object.as_ptr(), value.as_ptr()) };
    results::three_way(outcome)
}

/// `PySequence_Count`. Can run Python code.
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
/// let object = py.eval("(1, 1, 2)", None)?;
/// let value = py.eval("1", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sequence_count(object.raw(), value.raw()) }?;
/// assert_eq!(result, 2);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_count(object: BorrowedRef<'_>, value: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_Count(object.as_ptr(), value.as_ptr()) };
    results::size(outcome)
}

/// `PySequence_DelItem`. Can run Python code.
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
/// let sequence = py.eval("[1, 2]", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::sequence_del_item(sequence.raw(), 0) }?;
/// assert_eq!(format!("{sequence:?}"), "[2]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_del_item(sequence: BorrowedRef<'_>, index: ffi::Py_ssize_t) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_DelItem(sequence.as_ptr(), index) };
    results::status(outcome)
}

/// `PySequence_DelSlice`. Can run Python code.
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
/// let sequence = py.eval("[1, 2, 3]", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::sequence_del_slice(sequence.raw(), 0, 2) }?;
/// assert_eq!(format!("{sequence:?}"), "[3]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_del_slice(
    sequence: BorrowedRef<'_>,
    low: ffi::Py_ssize_t,
    high: ffi::Py_ssize_t,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_DelSlice(sequence.as_ptr(), low, high) };
    results::status(outcome)
}

/// `PySequence_Fast`. Can run Python code.
///
/// A list or a tuple: the same one, or a new list; the message is for the TypeError.
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
/// let iterable = py.eval("range(3)", None)?;
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::sequence_fast(iterable.raw(), c"no sequence".as_ptr()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[0, 1, 2]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn sequence_fast(iterable: BorrowedRef<'_>, message: *const c_char) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_Fast(iterable.as_ptr(), message) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PySequence_Fast_GET_SIZE`.
///
/// A list or a tuple, as PySequence_Fast gives it.
///
/// # Safety
/// This thread is attached; `sequence` is a `list`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let sequence = py.eval("[1, 2]", None)?;
/// // SAFETY: attached, by `py`; `sequence` is a `list`.
/// let result = unsafe { raw::sequence_fast_get_size(sequence.raw()) };
/// assert_eq!(result, 2);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn sequence_fast_get_size(sequence: BorrowedRef<'_>) -> ffi::Py_ssize_t {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PySequence_Fast_GET_SIZE(sequence.as_ptr()) }
}

/// `PySequence_GetItem`. Can run Python code.
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
/// let sequence = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sequence_get_item(sequence.raw(), 1) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'n'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_get_item(sequence: BorrowedRef<'_>, index: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_GetItem(sequence.as_ptr(), index) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PySequence_GetSlice`. Can run Python code.
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
/// let sequence = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sequence_get_slice(sequence.raw(), 1, 3) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "'nk'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_get_slice(
    sequence: BorrowedRef<'_>,
    low: ffi::Py_ssize_t,
    high: ffi::Py_ssize_t,
) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_GetSlice(sequence.as_ptr(), low, high) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PySequence_In`. Can run Python code.
///
/// Another name of PySequence_Contains.
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
/// let object = py.eval("(1, 2)", None)?;
/// let value = py.eval("2", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sequence_in(object.raw(), value.raw()) }?;
/// assert!(result);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn sequence_in(object: BorrowedRef<'_>, value: BorrowedRef<'_>) -> Result<bool, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_In(object.as_ptr(), value.as_ptr()) };
    results::three_way(outcome)
}

/// `PySequence_Index`. Can run Python code.
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
/// let value = py.eval("'n'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sequence_index(object.raw(), value.raw()) }?;
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_index(object: BorrowedRef<'_>, value: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_Index(object.as_ptr(), value.as_ptr()) };
    results::size(outcome)
}

/// `PySequence_InPlaceConcat`. Can run Python code.
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
/// let left = py.eval("[1]", None)?;
/// let right = py.eval("[2]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sequence_in_place_concat(left.raw(), right.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[1, 2]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_in_place_concat(left: BorrowedRef<'_>, right: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_InPlaceConcat(left.as_ptr(), right.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PySequence_InPlaceRepeat`. Can run Python code.
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
/// let sequence = py.eval("[1]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sequence_in_place_repeat(sequence.raw(), 2) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[1, 1]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_in_place_repeat(sequence: BorrowedRef<'_>, count: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_InPlaceRepeat(sequence.as_ptr(), count) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PySequence_ITEM`. Can run Python code.
///
/// A negative index is not counted from the end.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `sequence` is a `sequence`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let sequence = py.eval("(1, 2)", None)?;
/// // SAFETY: attached, by `py`; `sequence` is a `sequence`.
/// let result = unsafe { raw::sequence_item(sequence.raw(), 1) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "2");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn sequence_item(sequence: BorrowedRef<'_>, index: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_ITEM(sequence.as_ptr(), index) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PySequence_Length`. Can run Python code.
///
/// Another name of PySequence_Size.
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
/// let sequence = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sequence_length(sequence.raw()) }?;
/// assert_eq!(result, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn sequence_length(sequence: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_Length(sequence.as_ptr()) };
    results::size(outcome)
}

/// `PySequence_List`. Can run Python code.
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
/// let iterable = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sequence_list(iterable.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "['i', 'n', 'k']");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_list(iterable: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_List(iterable.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PySequence_Repeat`. Can run Python code.
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
/// let sequence = py.eval("[1]", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sequence_repeat(sequence.raw(), 2) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "[1, 1]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_repeat(sequence: BorrowedRef<'_>, count: ffi::Py_ssize_t) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_Repeat(sequence.as_ptr(), count) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PySequence_SetItem`. Takes a reference of its own to `item`. Can run Python code.
///
/// NULL deletes the item: use PySequence_DelItem.
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
/// let sequence = py.eval("[1, 2]", None)?;
/// let item = py.eval("3", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::sequence_set_item(sequence.raw(), 0, item.raw()) }?;
/// assert_eq!(format!("{sequence:?}"), "[3, 2]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_set_item(
    sequence: BorrowedRef<'_>,
    index: ffi::Py_ssize_t,
    item: BorrowedRef<'_>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_SetItem(sequence.as_ptr(), index, item.as_ptr()) };
    results::status(outcome)
}

/// `PySequence_SetSlice`. Can run Python code.
///
/// NULL deletes the slice: use PySequence_DelSlice.
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
/// let sequence = py.eval("[1, 2, 3]", None)?;
/// let items = py.eval("[7]", None)?;
/// // SAFETY: attached, by `py`.
/// unsafe { raw::sequence_set_slice(sequence.raw(), 0, 2, items.raw()) }?;
/// assert_eq!(format!("{sequence:?}"), "[7, 3]");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_set_slice(
    sequence: BorrowedRef<'_>,
    low: ffi::Py_ssize_t,
    high: ffi::Py_ssize_t,
    items: BorrowedRef<'_>,
) -> Result<(), Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_SetSlice(sequence.as_ptr(), low, high, items.as_ptr()) };
    results::status(outcome)
}

/// `PySequence_Size`. Can run Python code.
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
/// let sequence = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sequence_size(sequence.raw()) }?;
/// assert_eq!(result, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_size(sequence: BorrowedRef<'_>) -> Result<usize, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_Size(sequence.as_ptr()) };
    results::size(outcome)
}

/// `PySequence_Tuple`. Can run Python code.
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
/// let iterable = py.eval("'ink'", None)?;
/// // SAFETY: attached, by `py`.
/// let result = unsafe { raw::sequence_tuple(iterable.raw()) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "('i', 'n', 'k')");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn sequence_tuple(iterable: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PySequence_Tuple(iterable.as_ptr()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}
