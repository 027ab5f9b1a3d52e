//! The code points of a string, read where Python stores them.

use core::cmp::Ordering;

use super::ffi;
use super::refs::{BorrowedRef, Failed};
use super::text::StrData;

impl StrData<'_> {
    /// How many there are.
    #[inline]
    pub(crate) fn count(self) -> usize {
        match self {
            StrData::One(units) => units.len(),
            StrData::Two(units) => units.len(),
            StrData::Four(units) => units.len(),
        }
    }

    /// The one at `index`, if there are so many.
    #[inline]
    pub(crate) fn get(self, index: usize) -> Option<u32> {
        match self {
            StrData::One(units) => units.get(index).map(|&unit| unit.into()),
            StrData::Two(units) => units.get(index).map(|&unit| unit.into()),
            StrData::Four(units) => units.get(index).copied(),
        }
    }
}

/// Whether a `str` is in its final form: there are others on 3.11 only.
///
/// # Safety
/// A `str`, of an attached thread.
#[inline(always)]
pub(super) unsafe fn is_final(text: BorrowedRef<'_>) -> bool {
    #[cfg(not(Py_3_12))]
    // SAFETY: a str.
    return unsafe { ffi::PyUnicode_IS_READY(text.as_ptr()) } != 0;
    #[cfg(Py_3_12)]
    {
        let _ = text;
        true
    }
}

/// The code points, which do not change and live as long as the string.
///
/// # Safety
/// The thread is attached and `text` is a `str`.
#[inline]
pub(crate) unsafe fn unicode_points(text: BorrowedRef<'_>) -> Result<StrData<'_>, Failed> {
    // SAFETY: a str.
    let size = if unsafe { is_final(text) } {
        // SAFETY: a str in its final form.
        unsafe { ffi::PyUnicode_GET_LENGTH(text.as_ptr()) }.unsigned_abs()
    } else {
        // SAFETY: a str. On 3.11 this brings a string of the old kind into its final form; later ones have no other.
        unsafe { super::unicode_get_length(text) }?
    };
    // SAFETY: a str in its final form.
    let kind = unsafe { ffi::PyUnicode_KIND(text.as_ptr()) };
    // SAFETY: as above.
    let data = unsafe { ffi::PyUnicode_DATA(text.as_ptr()) };
    Ok(match kind {
        // SAFETY: `size` units of one byte that live as long as the string, which cannot change.
        1 => StrData::One(unsafe { core::slice::from_raw_parts(data.cast(), size) }),
        // SAFETY: as above, of two bytes, and aligned for them.
        2 => StrData::Two(unsafe { core::slice::from_raw_parts(data.cast(), size) }),
        // SAFETY: as above, of four bytes, and aligned for them.
        _ => StrData::Four(unsafe { core::slice::from_raw_parts(data.cast(), size) }),
    })
}

/// The UTF-8 of a string that has it at hand: of one that is all ASCII.
///
/// # Safety
/// The thread is attached and `text` is a `str`.
#[inline]
pub(crate) unsafe fn unicode_bytes(text: BorrowedRef<'_>) -> Option<&[u8]> {
    #[cfg(not(Py_3_14))]
    {
        // SAFETY: a str; one of the old kind, which 3.11 has, is not compact.
        if unsafe { ffi::PyUnicode_IS_COMPACT_ASCII(text.as_ptr()) } == 0 {
            return None;
        }
        // SAFETY: a str in its final form.
        let size = unsafe { ffi::PyUnicode_GET_LENGTH(text.as_ptr()) }.cast_unsigned();
        // SAFETY: compact and ASCII, so its bytes lie behind this header.
        let first = unsafe { text.as_ptr().cast::<ffi::PyASCIIObject>().add(1) };
        // SAFETY: `size` bytes that live as long as the string, which cannot change.
        Some(unsafe { core::slice::from_raw_parts(first.cast(), size) })
    }
    #[cfg(Py_3_14)]
    // SAFETY: a str.
    match unsafe { unicode_points(text) } {
        Ok(StrData::One(units)) if units.is_ascii() => Some(units),
        _ => None,
    }
}

/// Whether the string is exactly this text, asked without an exception.
///
/// # Safety
/// The thread is attached and `text` is a `str`.
#[inline]
pub(crate) unsafe fn unicode_equals(text: BorrowedRef<'_>, other: &str) -> bool {
    // SAFETY: a str. One that could not be brought into its final form for lack of memory equals nothing.
    let Ok(data) = (unsafe { unicode_points(text) }) else {
        // SAFETY: attached; the failed call has set the exception.
        drop(unsafe { super::take_exception() });
        return false;
    };
    let same = |points: &mut dyn Iterator<Item = u32>| other.chars().map(u32::from).cmp(points) == Ordering::Equal;
    match data {
        StrData::One(units) if other.is_ascii() => units == other.as_bytes(),
        StrData::One(units) => same(&mut units.iter().map(|&unit| unit.into())),
        StrData::Two(units) => same(&mut units.iter().map(|&unit| unit.into())),
        StrData::Four(units) => same(&mut units.iter().copied()),
    }
}

/// The same, one by one.
pub(crate) use unicode_points as unicode_each_point;
