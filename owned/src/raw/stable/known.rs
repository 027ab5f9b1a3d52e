//! What can be told of objects by reading them: nothing, in a build for the stable ABI. In the place of `raw/known.rs`.

use crate::raw::refs::BorrowedRef;

/// `None`: it has to be asked for.
#[inline]
pub(crate) fn known_hash(_: BorrowedRef<'_>) -> Option<isize> {
    None
}

/// `None`: they have to be compared.
#[inline]
pub(crate) fn known_equal(_: BorrowedRef<'_>, _: BorrowedRef<'_>) -> Option<bool> {
    None
}
