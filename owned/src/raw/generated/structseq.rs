//! Struct sequences: tuples with named fields, like `sys.version_info`. Neither type nor index is checked. Written by `cargo xtask contracts`: change the table, not this.

use super::super::ffi;
use super::super::refs::{BorrowedRef, Failed, NewRef, StolenArg};
use super::super::results;

/// `PyStructSequence_GET_ITEM`. The result is borrowed from `sequence`.
///
/// # Safety
/// This thread is attached as long as the result lives; `sequence` is a `structseq`.
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
#[cfg(feature = "raw")]
#[inline]
pub unsafe fn struct_sequence_set_item(sequence: BorrowedRef<'_>, index: ffi::Py_ssize_t, item: StolenArg<'_>) {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyStructSequence_SetItem(sequence.as_ptr(), index, item.into_ptr()) };
}
