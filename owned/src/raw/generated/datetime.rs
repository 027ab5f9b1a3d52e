//! Dates, times, spans and time zones: macros over a capsule that PyDateTime_IMPORT must have fetched. What they make is of the exact type; the getters check nothing. Written by `cargo xtask contracts`: change the table, not this.

use core::ffi::c_int;

use super::super::ffi;
use super::super::refs::BorrowedRef;

/// `PyDateTime_DATE_GET_FOLD`.
///
/// # Safety
/// This thread is attached; `datetime` is a `datetime`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let datetime = py.eval("__import__('datetime').datetime(2020, 2, 3, 4, 5, 6, 7)", None)?;
/// // SAFETY: attached, by `py`; `datetime` is a `datetime`.
/// let result = unsafe { raw::date_time_date_get_fold_unchecked(datetime.raw()) };
/// assert_eq!(result, 0);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_date_get_fold_unchecked(datetime: BorrowedRef<'_>) -> u8 {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_DATE_GET_FOLD(datetime.as_ptr()) }
}

/// `PyDateTime_DATE_GET_HOUR`.
///
/// # Safety
/// This thread is attached; `datetime` is a `datetime`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let datetime = py.eval("__import__('datetime').datetime(2020, 2, 3, 4, 5, 6, 7)", None)?;
/// // SAFETY: attached, by `py`; `datetime` is a `datetime`.
/// let result = unsafe { raw::date_time_date_get_hour_unchecked(datetime.raw()) };
/// assert_eq!(result, 4);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_date_get_hour_unchecked(datetime: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_DATE_GET_HOUR(datetime.as_ptr()) }
}

/// `PyDateTime_DATE_GET_MICROSECOND`.
///
/// # Safety
/// This thread is attached; `datetime` is a `datetime`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let datetime = py.eval("__import__('datetime').datetime(2020, 2, 3, 4, 5, 6, 7)", None)?;
/// // SAFETY: attached, by `py`; `datetime` is a `datetime`.
/// let result = unsafe { raw::date_time_date_get_microsecond_unchecked(datetime.raw()) };
/// assert_eq!(result, 7);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_date_get_microsecond_unchecked(datetime: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_DATE_GET_MICROSECOND(datetime.as_ptr()) }
}

/// `PyDateTime_DATE_GET_MINUTE`.
///
/// # Safety
/// This thread is attached; `datetime` is a `datetime`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let datetime = py.eval("__import__('datetime').datetime(2020, 2, 3, 4, 5, 6, 7)", None)?;
/// // SAFETY: attached, by `py`; `datetime` is a `datetime`.
/// let result = unsafe { raw::date_time_date_get_minute_unchecked(datetime.raw()) };
/// assert_eq!(result, 5);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_date_get_minute_unchecked(datetime: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_DATE_GET_MINUTE(datetime.as_ptr()) }
}

/// `PyDateTime_DATE_GET_SECOND`.
///
/// # Safety
/// This thread is attached; `datetime` is a `datetime`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let datetime = py.eval("__import__('datetime').datetime(2020, 2, 3, 4, 5, 6, 7)", None)?;
/// // SAFETY: attached, by `py`; `datetime` is a `datetime`.
/// let result = unsafe { raw::date_time_date_get_second_unchecked(datetime.raw()) };
/// assert_eq!(result, 6);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_date_get_second_unchecked(datetime: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_DATE_GET_SECOND(datetime.as_ptr()) }
}

/// `PyDateTime_DATE_GET_TZINFO`. The result is borrowed from `datetime`.
///
/// None if it is naive.
///
/// # Safety
/// This thread is attached as long as the result lives; `datetime` is a `datetime`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let datetime = py.eval("__import__('datetime').datetime(2020, 2, 3, 4, 5, 6, 7)", None)?;
/// // SAFETY: attached, by `py`; `datetime` is a `datetime`.
/// let result = unsafe { raw::date_time_date_get_tzinfo_unchecked(datetime.raw()) };
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "None");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_date_get_tzinfo_unchecked<'a>(datetime: BorrowedRef<'a>) -> BorrowedRef<'a> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDateTime_DATE_GET_TZINFO(datetime.as_ptr()) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }.expect("never NULL")
}

/// `PyDateTime_DELTA_GET_DAYS`.
///
/// # Safety
/// This thread is attached; `delta` is a `timedelta`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let delta = py.eval("__import__('datetime').timedelta(days=1, seconds=2, microseconds=3)", None)?;
/// // SAFETY: attached, by `py`; `delta` is a `timedelta`.
/// let result = unsafe { raw::date_time_delta_get_days_unchecked(delta.raw()) };
/// assert_eq!(result, 1);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_delta_get_days_unchecked(delta: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_DELTA_GET_DAYS(delta.as_ptr()) }
}

/// `PyDateTime_DELTA_GET_MICROSECONDS`.
///
/// # Safety
/// This thread is attached; `delta` is a `timedelta`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let delta = py.eval("__import__('datetime').timedelta(days=1, seconds=2, microseconds=3)", None)?;
/// // SAFETY: attached, by `py`; `delta` is a `timedelta`.
/// let result = unsafe { raw::date_time_delta_get_microseconds_unchecked(delta.raw()) };
/// assert_eq!(result, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_delta_get_microseconds_unchecked(delta: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_DELTA_GET_MICROSECONDS(delta.as_ptr()) }
}

/// `PyDateTime_DELTA_GET_SECONDS`.
///
/// # Safety
/// This thread is attached; `delta` is a `timedelta`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let delta = py.eval("__import__('datetime').timedelta(days=1, seconds=2, microseconds=3)", None)?;
/// // SAFETY: attached, by `py`; `delta` is a `timedelta`.
/// let result = unsafe { raw::date_time_delta_get_seconds_unchecked(delta.raw()) };
/// assert_eq!(result, 2);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_delta_get_seconds_unchecked(delta: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_DELTA_GET_SECONDS(delta.as_ptr()) }
}

/// `PyDateTime_GET_DAY`.
///
/// # Safety
/// This thread is attached; `date` is a `date`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let date = py.eval("__import__('datetime').date(2020, 2, 3)", None)?;
/// // SAFETY: attached, by `py`; `date` is a `date`.
/// let result = unsafe { raw::date_time_get_day_unchecked(date.raw()) };
/// assert_eq!(result, 3);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_get_day_unchecked(date: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_GET_DAY(date.as_ptr()) }
}

/// `PyDateTime_GET_MONTH`.
///
/// # Safety
/// This thread is attached; `date` is a `date`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let date = py.eval("__import__('datetime').date(2020, 2, 3)", None)?;
/// // SAFETY: attached, by `py`; `date` is a `date`.
/// let result = unsafe { raw::date_time_get_month_unchecked(date.raw()) };
/// assert_eq!(result, 2);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_get_month_unchecked(date: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_GET_MONTH(date.as_ptr()) }
}

/// `PyDateTime_GET_YEAR`.
///
/// # Safety
/// This thread is attached; `date` is a `date`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let date = py.eval("__import__('datetime').date(2020, 2, 3)", None)?;
/// // SAFETY: attached, by `py`; `date` is a `date`.
/// let result = unsafe { raw::date_time_get_year_unchecked(date.raw()) };
/// assert_eq!(result, 2020);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_get_year_unchecked(date: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_GET_YEAR(date.as_ptr()) }
}

/// `PyDateTime_TIME_GET_FOLD`.
///
/// # Safety
/// This thread is attached; `time` is a `time`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let time = py.eval("__import__('datetime').time(4, 5, 6, 7)", None)?;
/// // SAFETY: attached, by `py`; `time` is a `time`.
/// let result = unsafe { raw::date_time_time_get_fold_unchecked(time.raw()) };
/// assert_eq!(result, 0);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_time_get_fold_unchecked(time: BorrowedRef<'_>) -> u8 {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_TIME_GET_FOLD(time.as_ptr()) }
}

/// `PyDateTime_TIME_GET_HOUR`.
///
/// # Safety
/// This thread is attached; `time` is a `time`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let time = py.eval("__import__('datetime').time(4, 5, 6, 7)", None)?;
/// // SAFETY: attached, by `py`; `time` is a `time`.
/// let result = unsafe { raw::date_time_time_get_hour_unchecked(time.raw()) };
/// assert_eq!(result, 4);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_time_get_hour_unchecked(time: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_TIME_GET_HOUR(time.as_ptr()) }
}

/// `PyDateTime_TIME_GET_MICROSECOND`.
///
/// # Safety
/// This thread is attached; `time` is a `time`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let time = py.eval("__import__('datetime').time(4, 5, 6, 7)", None)?;
/// // SAFETY: attached, by `py`; `time` is a `time`.
/// let result = unsafe { raw::date_time_time_get_microsecond_unchecked(time.raw()) };
/// assert_eq!(result, 7);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_time_get_microsecond_unchecked(time: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_TIME_GET_MICROSECOND(time.as_ptr()) }
}

/// `PyDateTime_TIME_GET_MINUTE`.
///
/// # Safety
/// This thread is attached; `time` is a `time`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let time = py.eval("__import__('datetime').time(4, 5, 6, 7)", None)?;
/// // SAFETY: attached, by `py`; `time` is a `time`.
/// let result = unsafe { raw::date_time_time_get_minute_unchecked(time.raw()) };
/// assert_eq!(result, 5);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_time_get_minute_unchecked(time: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_TIME_GET_MINUTE(time.as_ptr()) }
}

/// `PyDateTime_TIME_GET_SECOND`.
///
/// # Safety
/// This thread is attached; `time` is a `time`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let time = py.eval("__import__('datetime').time(4, 5, 6, 7)", None)?;
/// // SAFETY: attached, by `py`; `time` is a `time`.
/// let result = unsafe { raw::date_time_time_get_second_unchecked(time.raw()) };
/// assert_eq!(result, 6);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_time_get_second_unchecked(time: BorrowedRef<'_>) -> c_int {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    unsafe { ffi::PyDateTime_TIME_GET_SECOND(time.as_ptr()) }
}

/// `PyDateTime_TIME_GET_TZINFO`. The result is borrowed from `time`.
///
/// None if it is naive.
///
/// # Safety
/// This thread is attached as long as the result lives; `time` is a `time`.
///
/// ```
/// # use owned::{prelude::*, raw};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let time = py.eval("__import__('datetime').time(4, 5, 6, 7)", None)?;
/// // SAFETY: attached, by `py`; `time` is a `time`.
/// let result = unsafe { raw::date_time_time_get_tzinfo_unchecked(time.raw()) };
/// // SAFETY: what lends the object keeps it.
/// let result: Borrowed<'_, '_, Any> = unsafe { Borrowed::from_ref(py, result) };
/// assert_eq!(format!("{result:?}"), "None");
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[cfg(any(feature = "raw", feature = "time"))]
#[inline]
pub unsafe fn date_time_time_get_tzinfo_unchecked<'a>(time: BorrowedRef<'a>) -> BorrowedRef<'a> {
    #[cfg(feature = "ledger")]
    super::super::called();
    // SAFETY: the caller's; the types say what the contract says of each reference.
    let outcome = unsafe { ffi::PyDateTime_TIME_GET_TZINFO(time.as_ptr()) };
    // SAFETY: by the contract borrowed, or NULL; the caller's life for it.
    unsafe { BorrowedRef::from_ptr(outcome) }.expect("never NULL")
}
