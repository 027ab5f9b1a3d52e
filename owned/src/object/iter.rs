//! Iterators.
#![expect(unsafe_code, reason = "calls the iterator API; a handle proves an attached thread and the type")]

use crate::err::Result;
use crate::ptr::{Any, Owned};
use crate::raw;

use super::builtin_type;

builtin_type! {
    /// A Python iterator: what `iter(x)` gives. The handle is a Rust [`Iterator`] of `Result`s.
    Iter, "iterator", |object| {
        // SAFETY: whoever holds an object is attached.
        unsafe { raw::iter_check(object) != 0 }
    }
}

impl<'py> Iterator for Owned<'py, Iter> {
    type Item = Result<Owned<'py, Any>>;

    /// `next(self)`; `None` at the end (`PyIter_Next`).
    #[track_caller]
    fn next(&mut self) -> Option<Self::Item> {
        // SAFETY: a handle to an iterator.
        match unsafe { raw::iter_next(self.raw()) } {
            // SAFETY: any object is an `Any`.
            Ok(Some(item)) => Some(Ok(unsafe { Owned::from_ref(self.py(), item) })),
            Ok(None) => None,
            Err(failed) => Some(Err(failed.into())),
        }
    }
}
