//! Ints of one digit are not read where they lie: how they do differs from version to version. In the place of
//! `raw/small_int.rs`.

use crate::raw::refs::BorrowedRef;

/// `None` leaves it to the C API.
///
/// # Safety
/// None is needed here.
#[inline]
pub(crate) unsafe fn small_int(_: BorrowedRef<'_>) -> Option<i64> {
    None
}
