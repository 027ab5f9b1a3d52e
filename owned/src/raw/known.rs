//! What can be told of objects that do not change by reading them, as C does with its macros: the hash that a `str` keeps,
//! and whether two texts, or two ints, are equal.

use core::sync::atomic::{AtomicIsize, Ordering};

use super::ffi;

use super::refs::BorrowedRef;
use super::small_int::{same_int, small_int};
use super::str_units::{is_final, unicode_points};
use super::{is_exactly_int, is_exactly_str};

/// The hash, if the object is a `str` that has been asked for it before.
#[inline]
pub(crate) fn known_hash(object: BorrowedRef<'_>) -> Option<isize> {
    if !is_exactly_str(object) {
        return None;
    }
    let text = object.as_ptr().cast::<ffi::PyASCIIObject>();
    // SAFETY: a live str; only the address is taken.
    let hash = unsafe { &raw mut (*text).hash };
    // SAFETY: in bounds and aligned, for as long as the str lives. Whoever writes it too writes the same number.
    let hash = unsafe { AtomicIsize::from_ptr(hash) }.load(Ordering::Relaxed);
    (hash != -1).then_some(hash)
}

/// Whether the objects are equal, where no code of theirs is needed to tell.
#[inline]
pub(crate) fn known_equal(one: BorrowedRef<'_>, other: BorrowedRef<'_>) -> Option<bool> {
    if is_exactly_str(one) && is_exactly_str(other) {
        // SAFETY: a str each, of an attached thread.
        return unsafe { same_text(one, other) };
    }
    if is_exactly_int(one) && is_exactly_int(other) {
        // SAFETY: an int; the digits were checked before anything of ours ran.
        let small = unsafe { small_int(one) };
        // SAFETY: as above.
        return Some(match (small, unsafe { small_int(other) }) {
            (Some(one), Some(other)) => one == other,
            // SAFETY: as above.
            (None, None) => unsafe { same_int(one, other) },
            _ => false,
        });
    }
    None
}

/// Whether two texts are the same. Of one text there is one form: as narrow as its code points allow.
///
/// # Safety
/// Both are a `str`, of an attached thread.
#[inline]
unsafe fn same_text(one: BorrowedRef<'_>, other: BorrowedRef<'_>) -> Option<bool> {
    // SAFETY: the caller's.
    let (Some(one_size), Some(other_size)) = (unsafe { size(one) }, unsafe { size(other) }) else {
        // SAFETY: the caller's.
        return unsafe { same_old_text(one, other) };
    };
    // SAFETY: a str in its final form, by the size that it has.
    let one = unsafe { ffi::PyUnicode_DATA(one.as_ptr()) };
    // SAFETY: as above.
    let other = unsafe { ffi::PyUnicode_DATA(other.as_ptr()) };
    if one_size != other_size {
        return Some(false);
    }
    let bytes = one_size.0 * one_size.1;
    // SAFETY: so many units of that width, which do not change and live as long as the str.
    let one = unsafe { core::slice::from_raw_parts(one.cast::<u8>(), bytes) };
    // SAFETY: as above.
    Some(one == unsafe { core::slice::from_raw_parts(other.cast::<u8>(), bytes) })
}

/// How many units, and how many bytes each has. `None` for a string of the old kind, which is not in its final form.
///
/// # Safety
/// A `str`, of an attached thread.
#[inline(always)]
unsafe fn size(text: BorrowedRef<'_>) -> Option<(usize, usize)> {
    // SAFETY: a str.
    if !unsafe { is_final(text) } {
        return None;
    }
    let text = text.as_ptr();
    // SAFETY: a str in its final form.
    let units = unsafe { ffi::PyUnicode_GET_LENGTH(text) };
    // SAFETY: as above.
    Some((units.unsigned_abs(), unsafe { ffi::PyUnicode_KIND(text) } as usize))
}

/// The same on 3.11, where one of them is a string of the old kind. `None` for want of memory.
///
/// # Safety
/// As [`same_text`].
#[cold]
unsafe fn same_old_text(one: BorrowedRef<'_>, other: BorrowedRef<'_>) -> Option<bool> {
    // SAFETY: the caller's.
    let one = unsafe { unicode_points(one) };
    // SAFETY: as above.
    let other = unsafe { unicode_points(other) };
    match (one, other) {
        (Ok(one), Ok(other)) => Some(one == other),
        _ => {
            // SAFETY: attached; the failed call has set the exception.
            drop(unsafe { super::take_exception() });
            None
        }
    }
}
