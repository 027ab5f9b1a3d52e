//! Dates, times, spans and offsets of `chrono`. Python counts microseconds; what is finer is cut off.

use ::chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};

use super::by_value;
use super::calendar::{self, Aware};
use crate::convert::std::time::timedelta;
use crate::convert::{FromPy, IntoPy};
use crate::err::{Result, ValueError};
use crate::object::{self, DateParts, TimeParts, TimeZone, TzInfo};
use crate::ptr::{Any, Borrowed, Owned, TypeHint, TypeInfo};
use crate::token::Python;

#[inline]
fn date(parts: DateParts) -> Result<NaiveDate> {
    let date = NaiveDate::from_ymd_opt(parts.year.into(), parts.month.into(), parts.day.into());
    date.ok_or_else(|| calendar::no_date(parts))
}

#[inline]
fn time(parts: TimeParts) -> Result<NaiveTime> {
    let TimeParts { hour, minute, second, microsecond, .. } = parts;
    let time = NaiveTime::from_hms_micro_opt(hour.into(), minute.into(), second.into(), microsecond);
    // From a million microseconds on chrono takes it for a leap second.
    time.filter(|_| microsecond < 1_000_000).ok_or_else(|| calendar::no_time(parts))
}

#[inline]
fn date_parts(date: NaiveDate) -> Result<DateParts> {
    calendar::day(date.year(), date.month(), date.day())
}

/// The parts, of which those of a leap second are none of Python's.
#[inline]
fn time_parts(time: NaiveTime) -> Result<TimeParts> {
    if time.nanosecond() >= 1_000_000_000 {
        return Err(ValueError::new(format!("{time} is a leap second, which Python has none of")));
    }
    let (hour, minute, second) = (time.hour() as u8, time.minute() as u8, time.second() as u8);
    Ok(TimeParts { hour, minute, second, microsecond: time.nanosecond() / 1000, fold: false })
}

impl FromPy<'_, '_> for NaiveDate {
    const ACCEPTS: TypeHint = object::Date::HINT;

    /// A `datetime.date`.
    ///
    /// # Errors
    /// `TypeError` for a `datetime`, the time of which would be lost.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        date(calendar::date(object)?)
    }
}

impl<'py> IntoPy<'py> for &NaiveDate {
    type Target = object::Date;

    /// A `datetime.date`.
    ///
    /// # Errors
    /// `ValueError` for years other than 1 to 9999.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::Date>> {
        object::Date::new(py, date_parts(*self)?)
    }
}

impl FromPy<'_, '_> for NaiveTime {
    const ACCEPTS: TypeHint = object::Time::HINT;

    /// A `datetime.time`.
    ///
    /// # Errors
    /// `TypeError` for one with a time zone.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        time(calendar::naive_time(object)?)
    }
}

impl<'py> IntoPy<'py> for &NaiveTime {
    type Target = object::Time;

    /// A `datetime.time` without a time zone.
    ///
    /// # Errors
    /// `ValueError` for a leap second.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::Time>> {
        object::Time::new(py, time_parts(*self)?, None)
    }
}

impl FromPy<'_, '_> for NaiveDateTime {
    const ACCEPTS: TypeHint = object::DateTime::HINT;

    /// A `datetime.datetime`. Its `fold` says nothing where there is no zone, and is not kept.
    ///
    /// # Errors
    /// `TypeError` for one with a time zone.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let (day, clock) = calendar::naive(object)?;
        Ok(date(day)?.and_time(time(clock)?))
    }
}

impl<'py> IntoPy<'py> for &NaiveDateTime {
    type Target = object::DateTime;

    /// A `datetime.datetime` without a time zone.
    ///
    /// # Errors
    /// `ValueError` for years other than 1 to 9999, and for a leap second.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::DateTime>> {
        object::DateTime::new(py, date_parts(self.date())?, time_parts(self.time())?, None)
    }
}

impl FromPy<'_, '_> for DateTime<FixedOffset> {
    const ACCEPTS: TypeHint = object::DateTime::HINT;

    /// A `datetime.datetime` with a time zone; what is kept of the zone is its offset at that time.
    ///
    /// # Errors
    /// `TypeError` for one without, `ValueError` for an offset that is not of whole seconds; what the time zone raises.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let moment = calendar::aware(object)?;
        Ok(utc(&moment)?.with_timezone(&fixed(moment.offset)?))
    }
}

#[inline]
fn fixed(micros: i64) -> Result<FixedOffset> {
    Ok(FixedOffset::east_opt(calendar::whole_seconds(micros)?).expect("less than a day"))
}

#[inline]
fn utc(moment: &Aware<'_>) -> Result<DateTime<Utc>> {
    date(moment.date)?;
    time(moment.time)?;
    Ok(DateTime::from_timestamp_micros(moment.micros()).expect("chrono has a hundred thousand years"))
}

impl<'py> IntoPy<'py> for &DateTime<FixedOffset> {
    type Target = object::DateTime;

    /// A `datetime.datetime` with a `datetime.timezone`.
    ///
    /// # Errors
    /// `ValueError` for years other than 1 to 9999, and for a leap second.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::DateTime>> {
        // Near the end of chrono's years there would be no local time.
        let year = self.naive_utc().year();
        if !(0..=10_000).contains(&year) {
            return Err(ValueError::new(format!("year {year} is out of range")));
        }
        let local = self.naive_local();
        let (day, clock) = (date_parts(local.date())?, time_parts(local.time())?);
        let zone = self.offset().into_py(py)?.into_base();
        object::DateTime::new(py, day, clock, Some(&zone))
    }
}

impl FromPy<'_, '_> for DateTime<Utc> {
    const ACCEPTS: TypeHint = object::DateTime::HINT;

    /// A `datetime.datetime` with a time zone, whichever: the same moment in UTC.
    ///
    /// # Errors
    /// `TypeError` for one without; what the time zone raises.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        utc(&calendar::aware(object)?)
    }
}

impl<'py> IntoPy<'py> for &DateTime<Utc> {
    type Target = object::DateTime;

    /// A `datetime.datetime` in UTC.
    ///
    /// # Errors
    /// `ValueError` for years other than 1 to 9999, and for a leap second.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::DateTime>> {
        let moment = self.naive_utc();
        let (day, clock) = (date_parts(moment.date())?, time_parts(moment.time())?);
        let zone = TimeZone::utc(py)?.into_base();
        object::DateTime::new(py, day, clock, Some(&zone))
    }
}

impl FromPy<'_, '_> for FixedOffset {
    const ACCEPTS: TypeHint = TzInfo::HINT;

    /// A `datetime.tzinfo` with one offset at all times, such as a `datetime.timezone`.
    ///
    /// # Errors
    /// `ValueError` if the offset changes, or is not of whole seconds; what the time zone raises.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        fixed(calendar::fixed_offset(object)?)
    }
}

impl<'py> IntoPy<'py> for &FixedOffset {
    type Target = TimeZone;

    /// A `datetime.timezone`.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, TimeZone>> {
        calendar::zone(py, self.local_minus_utc())
    }
}

impl FromPy<'_, '_> for Utc {
    const ACCEPTS: TypeHint = TzInfo::HINT;

    /// A `datetime.tzinfo` that adds nothing to UTC at any time, such as `datetime.timezone.utc`.
    ///
    /// # Errors
    /// `ValueError` for another one; what the time zone raises.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        match calendar::fixed_offset(object)? {
            0 => Ok(Utc),
            _ => Err(ValueError::new("expected UTC, got a time zone with another offset")),
        }
    }
}

impl<'py> IntoPy<'py> for &Utc {
    type Target = TimeZone;

    /// `datetime.timezone.utc`.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, TimeZone>> {
        TimeZone::utc(py)
    }
}

impl FromPy<'_, '_> for TimeDelta {
    const ACCEPTS: TypeHint = object::TimeDelta::HINT;

    /// A `datetime.timedelta`.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let micros = object.downcast::<object::TimeDelta>()?.total_microseconds();
        // At most 10^15 seconds.
        let (seconds, rest) = (micros.div_euclid(1_000_000) as i64, micros.rem_euclid(1_000_000) as u32);
        Ok(TimeDelta::new(seconds, rest * 1000).expect("any timedelta is one of chrono's"))
    }
}

impl<'py> IntoPy<'py> for &TimeDelta {
    type Target = object::TimeDelta;

    /// A `datetime.timedelta`.
    ///
    /// # Errors
    /// `OverflowError` if it is longer than 999 999 999 days.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::TimeDelta>> {
        let nanos = i128::from(self.num_seconds()) * 1_000_000_000 + i128::from(self.subsec_nanos());
        timedelta(py, nanos / 1000)
    }
}

by_value! {
    NaiveDate => object::Date;
    NaiveTime => object::Time;
    NaiveDateTime => object::DateTime;
    DateTime<FixedOffset> => object::DateTime;
    DateTime<Utc> => object::DateTime;
    FixedOffset => TimeZone;
    Utc => TimeZone;
    TimeDelta => object::TimeDelta;
}
