//! What the libraries for dates and times have in common: the parts of Python's objects, and which of them are refused.

use crate::err::{Result, TypeError, ValueError};
use crate::object::{Date, DateParts, DateTime, Time, TimeDelta, TimeParts, TimeZone, TzInfo};
use crate::ptr::{Any, Borrowed, Owned};
use crate::token::Python;

const MICROS_PER_DAY: i64 = 86_400_000_000;

/// A day. A `datetime` is one too for Python, but its time would be lost.
pub(super) fn date(object: Borrowed<'_, '_, Any>) -> Result<DateParts> {
    if object.is_a::<DateTime>() {
        return Err(TypeError::new("expected datetime.date, got datetime.datetime, whose time would be lost"));
    }
    Ok(object.downcast::<Date>()?.parts())
}

/// A time of day without a zone.
pub(super) fn naive_time(object: Borrowed<'_, '_, Any>) -> Result<TimeParts> {
    let time = object.downcast::<Time>()?;
    match time.tzinfo() {
        None => Ok(time.parts()),
        Some(zone) => Err(not_naive("time", &zone)),
    }
}

/// A `datetime` without a zone.
pub(super) fn naive(object: Borrowed<'_, '_, Any>) -> Result<(DateParts, TimeParts)> {
    let moment = object.downcast::<DateTime>()?;
    match moment.tzinfo() {
        None => Ok((moment.parts(), moment.time_parts())),
        Some(zone) => Err(not_naive("datetime", &zone)),
    }
}

#[cold]
fn not_naive(what: &str, zone: &Owned<'_, TzInfo>) -> crate::err::PyErr {
    TypeError::new(format!("expected a {what} without a time zone, got one with {}", zone.type_name()))
}

/// A `datetime` with a zone.
pub(super) struct Aware<'py> {
    pub(super) date: DateParts,
    pub(super) time: TimeParts,
    /// What the zone adds to UTC at this time, in microseconds: less than a day.
    pub(super) offset: i64,
    #[cfg_attr(not(feature = "jiff"), allow(dead_code, reason = "offsets are all that chrono has without a database"))]
    pub(super) zone: Owned<'py, TzInfo>,
}

impl Aware<'_> {
    /// Microseconds since 1970, in UTC. The parts have been found to be a date and a time.
    pub(super) fn micros(&self) -> i64 {
        let TimeParts { hour, minute, second, microsecond, .. } = self.time;
        let seconds = (i64::from(hour) * 60 + i64::from(minute)) * 60 + i64::from(second);
        days_since_1970(self.date) * MICROS_PER_DAY + seconds * 1_000_000 + i64::from(microsecond) - self.offset
    }
}

/// By the count of 400 years, which all have as many days, each year taken from March on.
fn days_since_1970(date: DateParts) -> i64 {
    let (month, day) = (i64::from(date.month), i64::from(date.day));
    let year = i64::from(date.year) - i64::from(month <= 2);
    let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year * 365 + year / 4 - year / 100 + of_year - 719_468
}

/// The parts of a `datetime` that says its offset. Asks its zone, which may be Python code.
#[track_caller]
pub(super) fn aware<'py>(object: Borrowed<'_, 'py, Any>) -> Result<Aware<'py>> {
    let moment = object.downcast::<DateTime>()?;
    let missing = || TypeError::new("expected a datetime with a time zone, got one without");
    let zone = moment.tzinfo().ok_or_else(missing)?;
    let offset = moment.utc_offset()?.ok_or_else(missing)?;
    Ok(Aware { date: moment.parts(), time: moment.time_parts(), offset: less_than_a_day(&offset)?, zone })
}

/// What a zone adds to UTC at all times, in microseconds.
#[track_caller]
pub(super) fn fixed_offset(object: Borrowed<'_, '_, Any>) -> Result<i64> {
    let zone = object.downcast::<TzInfo>()?;
    let offset = zone.call_method("utcoffset", (object.py().none(),))?;
    if offset.is_none() {
        let zone = zone.type_name();
        return Err(ValueError::new(format!("expected a time zone with one offset at all times, got {zone}")));
    }
    less_than_a_day(&offset.downcast()?)
}

/// Python's own `timezone` holds to it; a class of somebody's might not.
fn less_than_a_day(offset: &Owned<'_, TimeDelta>) -> Result<i64> {
    let micros = offset.total_microseconds();
    let fits = i64::try_from(micros).ok().filter(|micros| micros.abs() < MICROS_PER_DAY);
    fits.ok_or_else(|| ValueError::new("expected an offset from UTC of less than a day"))
}

/// Offsets are counted in seconds in Rust.
pub(super) fn whole_seconds(micros: i64) -> Result<i32> {
    if micros % 1_000_000 != 0 {
        let seconds = micros as f64 / 1e6;
        return Err(ValueError::new(format!("expected an offset from UTC of whole seconds, got {seconds} s")));
    }
    Ok((micros / 1_000_000) as i32) // less than a day
}

/// A date that no calendar has: pickled bytes can say such.
#[cold]
pub(super) fn no_date(date: DateParts) -> crate::err::PyErr {
    let DateParts { year, month, day } = date;
    ValueError::new(format!("there is no day {year:04}-{month:02}-{day:02}"))
}

/// As [`no_date`], of a time.
#[cold]
pub(super) fn no_time(time: TimeParts) -> crate::err::PyErr {
    let TimeParts { hour, minute, second, microsecond, .. } = time;
    ValueError::new(format!("there is no time {hour:02}:{minute:02}:{second:02}.{microsecond:06}"))
}

/// A day for Python, which has the years 1 to 9999.
pub(super) fn day(year: i32, month: u32, day: u32) -> Result<DateParts> {
    match u16::try_from(year) {
        Ok(year @ 1..=9999) => Ok(DateParts { year, month: month as u8, day: day as u8 }),
        _ => Err(ValueError::new(format!("year {year} is out of range"))),
    }
}

/// `datetime.timezone` of so many seconds.
#[track_caller]
pub(super) fn zone(py: Python<'_>, seconds: i32) -> Result<Owned<'_, TimeZone>> {
    TimeZone::fixed(&TimeDelta::new(py, 0, seconds, 0)?, None)
}
