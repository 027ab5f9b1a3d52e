//! Dates, times, moments, zones and spans of `jiff`. Python counts microseconds; what is finer is cut off.

use ::jiff::civil::{Date, DateTime, Time};
use ::jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use ::jiff::{SignedDuration, Span, Timestamp, ZonedDateTime};

use super::by_value;
use super::calendar::{self, Aware};
use super::imported::Imported;
use crate::convert::std::time::timedelta;
use crate::convert::{FromPy, IntoPy};
use crate::err::{OverflowError, Result, TypeError, ValueError};
use crate::object::{self, DateParts, TimeParts, TzInfo};
use crate::ptr::{Any, Borrowed, Owned, TypeHint, TypeInfo};
use crate::token::Python;

const ZONE_INFO: Imported = Imported { key: c"owned.zoneinfo.ZoneInfo", module: "zoneinfo", name: "ZoneInfo" };

#[inline]
fn date(parts: DateParts) -> Result<Date> {
    let year = i16::try_from(parts.year).map_err(|_| calendar::no_date(parts))?;
    Date::new(year, parts.month as i8, parts.day as i8).map_err(|_| calendar::no_date(parts))
}

#[inline]
fn time(parts: TimeParts) -> Result<Time> {
    let TimeParts { hour, minute, second, microsecond, .. } = parts;
    // Three bytes, so a thousand of them are still an `i32` or refused below.
    let nanos = i32::try_from(u64::from(microsecond) * 1000).map_err(|_| calendar::no_time(parts))?;
    Time::new(hour as i8, minute as i8, second as i8, nanos).map_err(|_| calendar::no_time(parts))
}

#[inline]
fn date_parts(date: Date) -> Result<DateParts> {
    calendar::day(date.year().into(), date.month() as u32, date.day() as u32)
}

#[inline]
fn time_parts(time: Time, fold: bool) -> TimeParts {
    let (hour, minute, second) = (time.hour() as u8, time.minute() as u8, time.second() as u8);
    TimeParts { hour, minute, second, microsecond: time.subsec_nanosecond() as u32 / 1000, fold }
}

impl FromPy<'_, '_> for Date {
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

impl<'py> IntoPy<'py> for &Date {
    type Target = object::Date;

    /// A `datetime.date`.
    ///
    /// # Errors
    /// `ValueError` for years before 1.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::Date>> {
        object::Date::new(py, date_parts(*self)?)
    }
}

impl FromPy<'_, '_> for Time {
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

impl<'py> IntoPy<'py> for &Time {
    type Target = object::Time;

    /// A `datetime.time` without a time zone.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::Time>> {
        object::Time::new(py, time_parts(*self, false), None)
    }
}

impl FromPy<'_, '_> for DateTime {
    const ACCEPTS: TypeHint = object::DateTime::HINT;

    /// A `datetime.datetime`. Its `fold` says nothing where there is no zone, and is not kept.
    ///
    /// # Errors
    /// `TypeError` for one with a time zone.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let (day, clock) = calendar::naive(object)?;
        Ok(date(day)?.to_datetime(time(clock)?))
    }
}

impl<'py> IntoPy<'py> for &DateTime {
    type Target = object::DateTime;

    /// A `datetime.datetime` without a time zone.
    ///
    /// # Errors
    /// `ValueError` for years before 1.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::DateTime>> {
        object::DateTime::new(py, date_parts(self.date())?, time_parts(self.time(), false), None)
    }
}

#[inline]
fn timestamp(moment: &Aware<'_>) -> Result<Timestamp> {
    date(moment.date)?;
    time(moment.time)?;
    // jiff ends a day earlier than Python.
    Timestamp::from_microsecond(moment.micros()).map_err(|error| OverflowError::new(error.to_string()))
}

impl FromPy<'_, '_> for Timestamp {
    const ACCEPTS: TypeHint = object::DateTime::HINT;

    /// A `datetime.datetime` with a time zone, whichever: the same moment.
    ///
    /// # Errors
    /// `TypeError` for one without, `OverflowError` in the last two days of the year 9999; what the time zone raises.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        timestamp(&calendar::aware(object)?)
    }
}

impl<'py> IntoPy<'py> for &Timestamp {
    type Target = object::DateTime;

    /// A `datetime.datetime` in UTC.
    ///
    /// # Errors
    /// `ValueError` for years before 1.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::DateTime>> {
        ZonedDateTime::new(*self, TimeZone::UTC).into_py(py)
    }
}

impl FromPy<'_, '_> for ZonedDateTime {
    const ACCEPTS: TypeHint = object::DateTime::HINT;

    /// A `datetime.datetime` with a `zoneinfo.ZoneInfo` or a `datetime.timezone`: the same moment in the same zone. A
    /// time that clocks skipped becomes the one that they showed instead.
    ///
    /// # Errors
    /// `TypeError` for one without a zone or with one of another kind; `ValueError` for a zone that jiff does not know;
    /// what the time zone raises.
    #[track_caller]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let moment = calendar::aware(object)?;
        let zone = TimeZone::from_py(moment.zone.as_borrowed().into_base())?;
        Ok(ZonedDateTime::new(timestamp(&moment)?, zone))
    }
}

impl<'py> IntoPy<'py> for &ZonedDateTime {
    type Target = object::DateTime;

    /// A `datetime.datetime` with a `zoneinfo.ZoneInfo` if the zone has a name, with a `datetime.timezone` if it is UTC
    /// or a fixed offset.
    ///
    /// # Errors
    /// `ValueError` for years before 1, for other zones, and where Python's database of time zones says something else
    /// than jiff's; `zoneinfo.ZoneInfoNotFoundError` if Python does not know the zone.
    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::DateTime>> {
        let zone = self.time_zone().into_py(py)?;
        let again = match self.time_zone().to_ambiguous_timestamp(self.datetime()).offset() {
            AmbiguousOffset::Fold { after, .. } => self.offset() == after,
            _ => false,
        };
        let clock = time_parts(self.time(), again);
        let made = object::DateTime::new(py, date_parts(self.date())?, clock, Some(&zone))?;
        let offset = made.utc_offset()?.map(|offset| offset.total_microseconds());
        if offset == Some(i128::from(self.offset().seconds()) * 1_000_000) {
            return Ok(made);
        }
        Err(ValueError::new(format!("Python and jiff have different offsets from UTC for {self}")))
    }
}

impl FromPy<'_, '_> for TimeZone {
    const ACCEPTS: TypeHint = TzInfo::HINT;

    /// A `zoneinfo.ZoneInfo`, found by its name in jiff's database, or a `datetime.timezone`.
    ///
    /// # Errors
    /// `TypeError` for a time zone of another kind, the rules of which cannot be asked for; `ValueError` for one that has
    /// no name, or that jiff does not know.
    #[track_caller]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        if object.is_a::<object::TimeZone>() {
            return Ok(TimeZone::fixed(Offset::from_py(object)?));
        }
        if !ZONE_INFO.is_type_of(object)? {
            let found = object.type_name();
            return Err(TypeError::new(format!("expected zoneinfo.ZoneInfo or datetime.timezone, got {found}")));
        }
        let Some(name) = object.getattr("key")?.extract::<Option<String>>()? else {
            return Err(ValueError::new("expected a time zone with a name, got one that was made from a file"));
        };
        TimeZone::get(&name).map_err(|error| ValueError::new(error.to_string()))
    }
}

impl<'py> IntoPy<'py> for &TimeZone {
    type Target = TzInfo;

    /// A `zoneinfo.ZoneInfo` if the zone has a name, a `datetime.timezone` if it is UTC or a fixed offset.
    ///
    /// # Errors
    /// `ValueError` for other zones; `zoneinfo.ZoneInfoNotFoundError` if Python does not know the zone.
    #[track_caller]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, TzInfo>> {
        if *self == TimeZone::UTC {
            return Ok(object::TimeZone::utc(py)?.into_base());
        }
        if let Some(name) = self.iana_name() {
            return Ok(ZONE_INFO.get(py)?.call((name,))?.downcast()?);
        }
        match self.to_fixed_offset() {
            Ok(offset) if !self.is_unknown() => Ok(offset.into_py(py)?.into_base()),
            _ => Err(ValueError::new("Python has no time zone without a name, unless its offset is fixed")),
        }
    }
}

impl FromPy<'_, '_> for Offset {
    const ACCEPTS: TypeHint = TzInfo::HINT;

    /// A `datetime.tzinfo` with one offset at all times, such as a `datetime.timezone`.
    ///
    /// # Errors
    /// `ValueError` if the offset changes, or is not of whole seconds; what the time zone raises.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let seconds = calendar::whole_seconds(calendar::fixed_offset(object)?)?;
        Ok(Offset::from_seconds(seconds).expect("jiff has offsets of more than a day"))
    }
}

impl<'py> IntoPy<'py> for &Offset {
    type Target = object::TimeZone;

    /// A `datetime.timezone`.
    ///
    /// # Errors
    /// `ValueError` for an offset of a day or more.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::TimeZone>> {
        calendar::zone(py, self.seconds())
    }
}

impl FromPy<'_, '_> for SignedDuration {
    const ACCEPTS: TypeHint = object::TimeDelta::HINT;

    /// A `datetime.timedelta`.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let micros = object.downcast::<object::TimeDelta>()?.total_microseconds();
        // At most 10^15 seconds.
        Ok(SignedDuration::new((micros / 1_000_000) as i64, (micros % 1_000_000) as i32 * 1000))
    }
}

impl<'py> IntoPy<'py> for &SignedDuration {
    type Target = object::TimeDelta;

    /// A `datetime.timedelta`.
    ///
    /// # Errors
    /// `OverflowError` if it is longer than 999 999 999 days.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::TimeDelta>> {
        timedelta(py, self.as_micros())
    }
}

impl FromPy<'_, '_> for Span {
    const ACCEPTS: TypeHint = object::TimeDelta::HINT;

    /// A `datetime.timedelta`, as seconds and parts of them.
    ///
    /// # Errors
    /// `OverflowError` for one of more than some 20 000 years.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let span = Span::try_from(SignedDuration::from_py(object)?);
        span.map_err(|error| OverflowError::new(error.to_string()))
    }
}

impl<'py> IntoPy<'py> for &Span {
    type Target = object::TimeDelta;

    /// A `datetime.timedelta`.
    ///
    /// # Errors
    /// `ValueError` for a span with years, months, weeks or days: how long they are depends on when.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, object::TimeDelta>> {
        let calendar = [
            (i32::from(self.get_years()), "years"),
            (self.get_months(), "months"),
            (self.get_weeks(), "weeks"),
            (self.get_days(), "days"),
        ];
        if let Some((count, unit)) = calendar.iter().find(|(count, _)| *count != 0) {
            let why = "is not of one length: Span::to_duration takes what it is relative to";
            return Err(ValueError::new(format!("a span of {count} {unit} {why}")));
        }
        let duration = SignedDuration::try_from(*self);
        duration.map_err(|error| OverflowError::new(error.to_string()))?.into_py(py)
    }
}

by_value! {
    Date => object::Date;
    Time => object::Time;
    DateTime => object::DateTime;
    Timestamp => object::DateTime;
    ZonedDateTime => object::DateTime;
    TimeZone => TzInfo;
    Offset => object::TimeZone;
    SignedDuration => object::TimeDelta;
    Span => object::TimeDelta;
}
