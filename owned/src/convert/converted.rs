//! A tuple's values as objects, one after the other. The tuples' own code, which is written out for each length, is a
//! line for each value and has no way out: an early return after each would have to drop all that came before it.

use crate::err::{PyErr, Result};
use crate::ptr::{Any, Owned};
use crate::token::Python;

use super::IntoPy;

/// What `N` values became, until one failed.
pub(super) struct Converted<'py, const N: usize> {
    py: Python<'py>,
    items: [Option<Owned<'py, Any>>; N],
    count: usize,
    failed: Option<PyErr>,
}

impl<'py, const N: usize> Converted<'py, N> {
    #[inline]
    pub(super) fn new(py: Python<'py>) -> Self {
        Converted { py, items: [const { None }; N], count: 0, failed: None }
    }

    /// Converts the next value; after a failure it is dropped.
    #[inline]
    #[track_caller]
    pub(super) fn add(&mut self, value: impl IntoPy<'py>) {
        if self.failed.is_some() {
            return;
        }
        match value.into_any(self.py) {
            Ok(item) => {
                self.items[self.count] = Some(item);
                self.count += 1;
            }
            Err(error) => self.failed = Some(error),
        }
    }

    /// All of them, or the failure.
    #[inline]
    pub(super) fn finish(self) -> Result<[Owned<'py, Any>; N]> {
        match self.failed {
            None => Ok(self.items.map(|item| item.expect("each value was added"))),
            Some(error) => Err(error),
        }
    }
}
