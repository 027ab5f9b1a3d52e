//! A call that nobody checks: no data, no code.

use crate::raw::{BorrowedRef, PyObject};
use crate::token::Python;

use super::position::Does;

/// One call of an imported function.
pub struct Call(());

impl Call {
    /// Of the function of this name.
    #[inline(always)]
    pub fn new(_: &'static str, _: bool) -> Self {
        Call(())
    }

    /// All arguments are noted.
    #[inline(always)]
    pub fn begins(&mut self, _: Python<'_>) {}

    #[inline(always)]
    pub(super) fn argument(&mut self, _: BorrowedRef<'_>, _: &'static str, _: Does) {}

    #[inline(always)]
    pub(super) fn ends_with(self, _: Python<'_>, _: *mut PyObject, _: isize) {}

    #[inline(always)]
    pub(super) fn ends(self, _: Python<'_>, _: bool) {}
}
