//! Calling, with handles alone.
#![expect(unsafe_code, reason = "calls the call protocol; handles prove an attached thread and live objects")]

use crate::err::Result;
use crate::ptr::{Any, Owned};
use crate::raw::{self, BorrowedRef};

/// `callable(*args)`.
#[track_caller]
#[inline]
pub(super) fn call<'py>(callable: &Owned<'py, Any>, args: &[BorrowedRef<'_>]) -> Result<Owned<'py, Any>> {
    // SAFETY: handles: attached and alive until the call is over.
    let result = unsafe { raw::vectorcall(callable.raw(), args) }?;
    // SAFETY: any object is an `Any`.
    Ok(unsafe { Owned::from_ref(callable.py(), result) })
}
