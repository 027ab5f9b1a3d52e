//! What can be told of objects that do not change by reading them, as C does with its macros: the hash that a `str` keeps,
//! and whether two texts, or two ints, are equal.

use core::sync::atomic::{AtomicIsize, Ordering};

use pyo3_ffi as ffi;

use super::refs::BorrowedRef;
use super::small_int::{same_int, small_int};
use super::text::unicode_points;
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
        // SAFETY: a str, of an attached thread.
        let points = unsafe { unicode_points(one) };
        // SAFETY: as above.
        return match (points, unsafe { unicode_points(other) }) {
            (Ok(one), Ok(other)) => Some(one == other),
            _ => {
                // Only on 3.11, without memory, of a string that an extension made by an API of old.
                // SAFETY: attached.
                drop(unsafe { super::take_exception() });
                None
            }
        };
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
