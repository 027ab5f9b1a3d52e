//! Struct sequences: tuples with named fields, like `sys.version_info`. Neither type nor index is checked. Written by `cargo xtask contracts`: change the table, not this.

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef, StolenArg};
use super::super::results;

/// `PyStructSequence_GET_ITEM`. The result is borrowed from `sequence`.
///
/// # Safety
/// This thread is attached as long as the result lives; `sequence` is a `structseq`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let sequence = py.eval("__import__('time').gmtime(0)", None)?;
/// // SAFETY: attached, by `py`; `sequence` is a `structseq`.
/// let result = unsafe { raw::struct_sequence_get_item_unchecked(sequence.raw(), 0) };
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "1970");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn struct_sequence_get_item_unchecked<'a>(
    sequence: BorrowedRef<'a>,
    index: ffi::Py_ssize_t,
) -> BorrowedRef<'a> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyStructSequence_GET_ITEM(sequence.as_ptr(), index) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }.expect("never NULL")
}

/// `PyStructSequence_GetItem`. The result is borrowed from `sequence`.
///
/// # Safety
/// This thread is attached as long as the result lives; `sequence` is a `structseq`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let sequence = py.eval("__import__('time').gmtime(0)", None)?;
/// // SAFETY: attached, by `py`; `sequence` is a `structseq`.
/// let result = unsafe { raw::struct_sequence_get_item(sequence.raw(), 0) };
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "1970");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn struct_sequence_get_item<'a>(sequence: BorrowedRef<'a>, index: ffi::Py_ssize_t) -> BorrowedRef<'a> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyStructSequence_GetItem(sequence.as_ptr(), index) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }.expect("never NULL")
}

/// `PyStructSequence_New`. Takes a reference of its own to `class`. Can run Python code.
///
/// Its items are NULL, and no Python code may see it before each is set.
///
/// # Errors
/// The exception that the function set.
///
/// # Safety
/// This thread is attached as long as the result lives; `class` is a `PyTypeObject`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("__import__('os').terminal_size", None)?;
/// // SAFETY: attached, by `py`; a type of named tuples.
/// let made = unsafe { raw::struct_sequence_new(class.raw()) }?;
/// for (index, number) in [80, 25].into_iter().enumerate() {
///     let number = py.eval(&number.to_string(), None)?;
///     // SAFETY: attached, by `py`; the item is empty.
///     unsafe { raw::struct_sequence_set_item(made.borrow(), index as isize, number.into_stolen()) };
/// }
/// // SAFETY: a new reference, to an object.
/// let made: Owned<'_, Any> = unsafe { Owned::from_ref(py, made) };
/// assert_eq!(format!("{made:?}"), "os.terminal_size(columns=80, lines=25)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn struct_sequence_new(class: BorrowedRef<'_>) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyStructSequence_New(class.as_ptr().cast()) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome) }
}

/// `PyStructSequence_NewType`. Can run Python code.
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
/// use pyo3_ffi::{PyStructSequence_Desc, PyStructSequence_Field};
/// let field = PyStructSequence_Field { name: c"size".as_ptr(), doc: c"How large.".as_ptr() };
/// let end = PyStructSequence_Field { name: core::ptr::null(), doc: core::ptr::null() };
/// let fields = Box::leak(Box::new([field, end])); // the type keeps the names
/// let mut description = PyStructSequence_Desc {
///     name: c"ink.Blot".as_ptr(),
///     doc: c"A blot.".as_ptr(),
///     fields: fields.as_mut_ptr(),
///     n_in_sequence: 1,
/// };
/// // SAFETY: attached, by `py`; what pointers lead to outlives the call.
/// let result = unsafe { raw::struct_sequence_new_type(&raw mut description) }?;
/// // SAFETY: a new reference, to an object.
/// let result: Owned<'_, Any> = unsafe { Owned::from_ref(py, result) };
/// assert_eq!(format!("{:?}", result.getattr("__name__")?), "'Blot'");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[inline]
pub unsafe fn struct_sequence_new_type(description: *mut ffi::PyStructSequence_Desc) -> Result<NewRef, Failed> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyStructSequence_NewType(description) };
    // SAFETY: by the contract a new reference, or NULL.
    unsafe { results::new(outcome.cast()) }
}

/// `PyStructSequence_SET_ITEM`. Steals `item`, also on failure.
///
/// What was there is not released: only for a new one.
///
/// # Safety
/// This thread is attached; `sequence` is a `structseq`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("__import__('os').terminal_size", None)?;
/// // SAFETY: attached, by `py`; a type of named tuples.
/// let made = unsafe { raw::struct_sequence_new(class.raw()) }?;
/// for index in 0..2 {
///     let number = py.eval("80", None)?;
///     // SAFETY: attached, by `py`; the item is empty.
///     unsafe { raw::struct_sequence_set_item_unchecked(made.borrow(), index, number.into_stolen()) };
/// }
/// // SAFETY: a new reference, to an object.
/// let made: Owned<'_, Any> = unsafe { Owned::from_ref(py, made) };
/// assert_eq!(format!("{made:?}"), "os.terminal_size(columns=80, lines=80)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(all(feature = "raw", not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn struct_sequence_set_item_unchecked(
    sequence: BorrowedRef<'_>,
    index: ffi::Py_ssize_t,
    item: StolenArg<'_>,
) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyStructSequence_SET_ITEM(sequence.as_ptr(), index, item.into_ptr()) };
}

/// `PyStructSequence_SetItem`. Steals `item`, also on failure.
///
/// What was there is not released: only for a new one.
///
/// # Safety
/// This thread is attached; `sequence` is a `structseq`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let class = py.eval("__import__('os').terminal_size", None)?;
/// // SAFETY: attached, by `py`; a type of named tuples.
/// let made = unsafe { raw::struct_sequence_new(class.raw()) }?;
/// for index in 0..2 {
///     let number = py.eval("25", None)?;
///     // SAFETY: attached, by `py`; the item is empty.
///     unsafe { raw::struct_sequence_set_item(made.borrow(), index, number.into_stolen()) };
/// }
/// // SAFETY: a new reference, to an object.
/// let made: Owned<'_, Any> = unsafe { Owned::from_ref(py, made) };
/// assert_eq!(format!("{made:?}"), "os.terminal_size(columns=25, lines=25)");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn struct_sequence_set_item(sequence: BorrowedRef<'_>, index: ffi::Py_ssize_t, item: StolenArg<'_>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyStructSequence_SetItem(sequence.as_ptr(), index, item.into_ptr()) };
}
