//! The code points of a string, one by one: how Python stores them is not to be seen. In the place of `raw/str_units.rs`.

use crate::raw::ffi;
use crate::raw::refs::{BorrowedRef, Failed};

/// The code points of a `str`, of an attached thread.
#[derive(Clone, Copy)]
pub(crate) struct Points<'a> {
    text: BorrowedRef<'a>,
    count: usize,
}

impl Points<'_> {
    /// How many there are.
    #[inline]
    pub(crate) fn count(self) -> usize {
        self.count
    }

    /// The one at `index`, if there are so many.
    #[inline]
    pub(crate) fn get(self, index: usize) -> Option<u32> {
        // SAFETY: attached, and a `str`; the index is within it.
        (index < self.count).then(|| unsafe { ffi::PyUnicode_ReadChar(self.text.as_ptr(), index.cast_signed()) })
    }
}

/// The code points.
///
/// # Errors
/// `MemoryError`, for a string that an extension made by an API of old.
///
/// # Safety
/// The thread is attached as long as the result lives, and `text` is a `str`.
#[inline]
pub(crate) unsafe fn unicode_each_point(text: BorrowedRef<'_>) -> Result<Points<'_>, Failed> {
    // SAFETY: attached; a str.
    Ok(Points { text, count: unsafe { crate::raw::unicode_get_length(text) }? })
}

/// Whether the string is exactly this text, asked without an exception. Its UTF-8 is kept, unless it is ASCII.
///
/// # Safety
/// The thread is attached and `text` is a `str`.
#[inline]
pub(crate) unsafe fn unicode_equals(text: BorrowedRef<'_>, other: &str) -> bool {
    // SAFETY: attached; a str.
    match unsafe { crate::raw::unicode_utf8(text) } {
        Ok(text) => text == other,
        Err(_) => {
            // SAFETY: attached; the failed call has set the exception.
            drop(unsafe { crate::raw::take_exception() });
            false
        }
    }
}

/// The UTF-8 of a string, if it has one.
///
/// # Safety
/// The thread is attached and `text` is a `str`.
#[inline]
pub(crate) unsafe fn unicode_bytes(text: BorrowedRef<'_>) -> Option<&[u8]> {
    // SAFETY: the caller's.
    match unsafe { crate::raw::unicode_utf8(text) } {
        Ok(text) => Some(text.as_bytes()),
        Err(_) => {
            // SAFETY: attached; the failed call has set the exception.
            drop(unsafe { crate::raw::take_exception() });
            None
        }
    }
}
