//! The fields that a `time` and a `datetime` share; C reads them with two sets of functions.
#![expect(unsafe_code, reason = "calls what reads the fields; the caller says that they are for this object")]

use core::ffi::c_int;
use core::panic::Location;

use super::{TimeParts, TzInfo};
use crate::ptr::Owned;
use crate::raw::{self, BorrowedRef};
use crate::token::Python;

/// Reads one field.
type Read = unsafe fn(BorrowedRef<'_>) -> c_int;

/// Hour, minute, second and microsecond, each by its function.
///
/// # Safety
/// Each function may be called with this object.
#[inline]
pub(super) unsafe fn time_parts(time: BorrowedRef<'_>, read: [Read; 4], fold: bool) -> TimeParts {
    // SAFETY: the caller's.
    let [hour, minute, second, microsecond] = read.map(|field| unsafe { field(time) });
    // A byte for each, three for the microsecond.
    TimeParts { hour: hour as u8, minute: minute as u8, second: second as u8, microsecond: microsecond as u32, fold }
}

/// What the field with the time zone holds: `None`, or a zone, of which this is a new reference.
#[track_caller]
#[inline]
pub(super) fn zone<'py>(py: Python<'py>, zone: BorrowedRef<'_>) -> Option<Owned<'py, TzInfo>> {
    let place = Location::caller();
    // SAFETY: what is not None there is a tzinfo: the constructors check it, and times and datetimes do not change.
    (!raw::is_none(zone)).then(|| unsafe { Owned::from_ref_at(py, zone.to_new(), place) })
}
