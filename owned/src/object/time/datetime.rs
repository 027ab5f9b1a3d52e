//! `datetime.datetime`.
#![expect(unsafe_code, reason = "reads datetimes and calls their constructors; a handle proves the type")]

use super::fields::{time_parts, zone};
use super::{Date, DateParts, TimeDelta, TimeParts, TzInfo, derived_type};
use crate::err::Result;
use crate::object::{Float, NoneType, Str};
use crate::ptr::{Any, Owned};
use crate::raw::{self, BorrowedRef, DateTimeApi};
use crate::token::Python;

derived_type! {
    /// Python's `datetime.datetime`: a day and a time of that day, with a time zone (aware) or without one (naive).
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::{DateParts, DateTime, TimeParts, TimeZone};
    /// Python::attach(|py| {
    ///     let day = DateParts { year: 2024, month: 2, day: 29 };
    ///     let time = TimeParts { hour: 12, minute: 5, ..TimeParts::default() };
    ///     let utc = TimeZone::utc(py)?;
    ///     let noon = DateTime::new(py, day, time, Some(&utc))?;
    ///     assert_eq!((noon.year(), noon.time_parts().minute, noon.timestamp()?), (2024, 5, 1709208300.0));
    ///     assert_eq!(DateTime::from_timestamp(py, 1709208300.0, noon.tzinfo().as_ref())?.time_parts(), time);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    DateTime, "datetime.datetime", Date, raw::is_datetime
}

impl DateTime {
    /// A new `datetime.datetime`; without a zone it is naive. It takes its own reference to the zone.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{DateParts, DateTime, TimeParts, TimeZone};
    /// let (date, time) = (DateParts { year: 2024, month: 2, day: 29 }, TimeParts { hour: 12, ..TimeParts::default() });
    /// assert_eq!(DateTime::new(py, date, time, None)?.str()?.to_str()?, "2024-02-29 12:00:00");
    /// let utc = DateTime::new(py, date, time, Some(&TimeZone::utc(py)?.into_base()))?;
    /// assert_eq!(utc.str()?.to_str()?, "2024-02-29 12:00:00+00:00");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if a part is out of range; what importing `datetime` raises.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new<'py>(
        py: Python<'py>,
        date: DateParts,
        time: TimeParts,
        zone: Option<&Owned<'py, TzInfo>>,
    ) -> Result<Owned<'py, DateTime>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { DateTimeApi::load() }?.datetime(date, time, zone.map(|zone| zone.raw()))?;
        // SAFETY: the function makes a datetime.
        Ok(unsafe { Owned::from_ref(py, new) })
    }

    /// `datetime.fromtimestamp(timestamp, zone)`: seconds since 1970. Without a zone it is naive, in local time.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{DateTime, TimeZone};
    /// let utc = TimeZone::utc(py)?;
    /// assert_eq!(DateTime::from_timestamp(py, 86400.5, Some(&utc))?.str()?.to_str()?, "1970-01-02 00:00:00.500000+00:00");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `OverflowError` or `OSError` for years that the system cannot tell, `ValueError` for years other than 1 to 9999;
    /// what the zone raises.
    #[track_caller]
    #[inline]
    pub fn from_timestamp<'py>(
        py: Python<'py>,
        timestamp: f64,
        zone: Option<&Owned<'py, TzInfo>>,
    ) -> Result<Owned<'py, DateTime>> {
        let timestamp = Float::new(py, timestamp)?;
        let none = NoneType::get(py);
        // SAFETY: attached, by `py`.
        let api = unsafe { DateTimeApi::load() }?;
        let args = [timestamp.raw(), zone.map_or_else(|| none.raw(), |zone| zone.raw())];
        let new = call_method(py, api.datetime_type(), "fromtimestamp", &args)?;
        Ok(new.downcast()?)
    }
}

/// `object.name(*args)`.
#[track_caller]
#[inline]
pub(super) fn call_method<'py>(
    py: Python<'py>,
    object: BorrowedRef<'_>,
    name: &str,
    args: &[BorrowedRef<'_>],
) -> Result<Owned<'py, Any>> {
    let name = Str::intern(py, name)?;
    // SAFETY: attached, by `py`.
    let method = unsafe { raw::object_get_attr(object, name.raw()) }?;
    // SAFETY: attached, by `py`.
    let result = unsafe { raw::vectorcall(method.borrow(), args) }?;
    // SAFETY: any object is an `Any`.
    Ok(unsafe { Owned::from_ref(py, result) })
}

impl<'py> Owned<'py, DateTime> {
    /// Hour, minute, second, microsecond and fold. No Python code runs. (The day's are [`parts`](Owned::parts).)
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{DateTime, TimeZone};
    /// let time = DateTime::from_timestamp(py, 3723.0, Some(&TimeZone::utc(py)?.into_base()))?.time_parts();
    /// assert_eq!((time.hour, time.minute, time.second), (1, 2, 3));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn time_parts(&self) -> TimeParts {
        let read = [
            raw::date_time_date_get_hour_unchecked,
            raw::date_time_date_get_minute_unchecked,
            raw::date_time_date_get_second_unchecked,
            raw::date_time_date_get_microsecond_unchecked,
        ];
        // SAFETY: a handle to a datetime.
        let fold = unsafe { raw::date_time_date_get_fold_unchecked(self.raw()) } != 0;
        // SAFETY: a handle to a datetime, and the functions for one.
        unsafe { time_parts(self.raw(), read, fold) }
    }

    /// The time zone; `None` of a naive datetime. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{DateTime, TimeZone};
    /// let utc = TimeZone::utc(py)?;
    /// assert!(DateTime::from_timestamp(py, 0.0, Some(&utc))?.tzinfo().is_some_and(|zone| zone.is(&utc)));
    /// assert!(DateTime::from_timestamp(py, 0.0, None)?.tzinfo().is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn tzinfo(&self) -> Option<Owned<'py, TzInfo>> {
        // SAFETY: a handle to a datetime.
        zone(self.py(), unsafe { raw::date_time_date_get_tzinfo_unchecked(self.raw()) })
    }

    /// `self.utcoffset()`: what the zone adds to UTC at this time; `None` of a naive datetime.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{DateTime, TimeZone};
    /// let utc = TimeZone::utc(py)?;
    /// assert_eq!(DateTime::from_timestamp(py, 0.0, Some(&utc))?.utc_offset()?.unwrap().seconds(), 0);
    /// assert!(DateTime::from_timestamp(py, 0.0, None)?.utc_offset()?.is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the zone raises.
    #[track_caller]
    #[inline]
    pub fn utc_offset(&self) -> Result<Option<Owned<'py, TimeDelta>>> {
        let offset = call_method(self.py(), self.raw(), "utcoffset", &[])?;
        if offset.is_none() { Ok(None) } else { Ok(Some(offset.downcast()?)) }
    }

    /// `self.timestamp()`: seconds since 1970; a naive datetime is taken for local time.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{DateTime, TimeZone};
    /// assert_eq!(DateTime::from_timestamp(py, 86400.5, Some(&TimeZone::utc(py)?.into_base()))?.timestamp()?, 86400.5);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the zone raises; `OverflowError` for years that the system cannot tell.
    #[track_caller]
    #[inline]
    pub fn timestamp(&self) -> Result<f64> {
        let seconds = call_method(self.py(), self.raw(), "timestamp", &[])?;
        Ok(seconds.downcast::<Float>()?.value())
    }

    /// `self.astimezone(zone)`: the same moment, as clocks in that zone show it.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{DateTime, TimeDelta, TimeZone};
    /// let hour = TimeZone::fixed(&TimeDelta::new(py, 0, 3600, 0)?, None)?;
    /// let noon = DateTime::from_timestamp(py, 0.0, Some(&TimeZone::utc(py)?.into_base()))?.in_zone(&hour)?;
    /// assert_eq!(noon.str()?.to_str()?, "1970-01-01 01:00:00+01:00");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What the zone raises.
    #[track_caller]
    #[inline]
    pub fn in_zone(&self, zone: &Owned<'py, TzInfo>) -> Result<Owned<'py, DateTime>> {
        let moved = call_method(self.py(), self.raw(), "astimezone", &[zone.raw()])?;
        Ok(moved.downcast()?)
    }
}
