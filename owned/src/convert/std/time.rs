//! Spans and moments: `timedelta`, and `datetime` with a time zone. Python counts microseconds; what is finer is cut off.
#![expect(unsafe_code, reason = "adds and subtracts times; handles prove an attached thread")]

use std::time::{Duration, SystemTime};

use crate::convert::{FromPy, IntoPy};
use crate::err::{OverflowError, Result, ValueError};
use crate::object::{DateParts, DateTime, TimeDelta, TimeParts, TimeZone};
use crate::ptr::{Any, Borrowed, Owned, TypeHint};
use crate::raw;
use crate::token::Python;

const MICROS_PER_DAY: i128 = 86_400_000_000;

impl FromPy<'_, '_> for Duration {
    const ACCEPTS: TypeHint = TypeHint::named("datetime", "timedelta");

    /// A `datetime.timedelta`.
    ///
    /// # Errors
    /// `ValueError` for a negative one.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let micros = object.downcast::<TimeDelta>()?.total_microseconds();
        // A timedelta has at most 10^15 seconds, so only the sign can be wrong.
        u128::try_from(micros)
            .map(from_micros)
            .map_err(|_| ValueError::new("expected a timedelta that is not negative"))
    }
}

#[inline]
fn from_micros(micros: u128) -> Duration {
    Duration::new((micros / 1_000_000) as u64, (micros % 1_000_000) as u32 * 1000)
}

/// `datetime.timedelta` of so many microseconds.
#[track_caller]
#[inline]
pub(in crate::convert) fn timedelta(py: Python<'_>, micros: i128) -> Result<Owned<'_, TimeDelta>> {
    let rest = micros.rem_euclid(MICROS_PER_DAY);
    let Ok(days) = i32::try_from(micros.div_euclid(MICROS_PER_DAY)) else {
        return Err(OverflowError::new("a timedelta has at most 999999999 days"));
    };
    // Less than a day, in seconds and microseconds.
    TimeDelta::new(py, days, (rest / 1_000_000) as i32, (rest % 1_000_000) as i32)
}

impl<'py> IntoPy<'py> for Duration {
    type Target = TimeDelta;

    /// A `datetime.timedelta`.
    ///
    /// # Errors
    /// `OverflowError` if it is longer than 999 999 999 days.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, TimeDelta>> {
        timedelta(py, self.as_micros().try_into().unwrap_or(i128::MAX))
    }
}

/// 1970, in UTC.
#[track_caller]
#[inline]
fn epoch(py: Python<'_>) -> Result<Owned<'_, DateTime>> {
    let utc = TimeZone::utc(py)?;
    DateTime::new(py, DateParts { year: 1970, month: 1, day: 1 }, TimeParts::default(), Some(&utc))
}

impl FromPy<'_, '_> for SystemTime {
    const ACCEPTS: TypeHint = TypeHint::named("datetime", "datetime");

    /// A `datetime.datetime` with a time zone.
    ///
    /// # Errors
    /// `TypeError` for one without, as when Python subtracts the two; what the time zone raises.
    #[track_caller]
    #[inline]
    fn from_py(object: Borrowed<'_, '_, Any>) -> Result<Self> {
        let (py, moment) = (object.py(), object.downcast::<DateTime>()?);
        // SAFETY: handles: attached and alive.
        let since = unsafe { raw::number_subtract(moment.raw(), epoch(py)?.raw()) }?;
        // SAFETY: any object is an `Any`: a subclass may subtract in its own way.
        let since = unsafe { Owned::<Any>::from_ref(py, since) }.downcast::<TimeDelta>()?.total_microseconds();
        let span = from_micros(since.unsigned_abs());
        let moment = if since < 0 { Self::UNIX_EPOCH.checked_sub(span) } else { Self::UNIX_EPOCH.checked_add(span) };
        moment.ok_or_else(|| OverflowError::new("the system cannot tell this time"))
    }
}

impl<'py> IntoPy<'py> for SystemTime {
    type Target = DateTime;

    /// A `datetime.datetime` in UTC.
    ///
    /// # Errors
    /// `OverflowError` for years other than 1 to 9999.
    #[track_caller]
    #[inline]
    fn into_py(self, py: Python<'py>) -> Result<Owned<'py, DateTime>> {
        let nanos = |span: Duration| i128::try_from(span.as_nanos()).unwrap_or(i128::MAX);
        let nanos = match self.duration_since(Self::UNIX_EPOCH) {
            Ok(after) => nanos(after),
            Err(before) => -nanos(before.duration()),
        };
        let span = timedelta(py, nanos.div_euclid(1000))?;
        // SAFETY: handles: attached and alive.
        let moment = unsafe { raw::number_add(epoch(py)?.raw(), span.raw()) }?;
        // SAFETY: a datetime and a timedelta, of the exact types, make a datetime.
        Ok(unsafe { Owned::from_ref(py, moment) })
    }
}

macro_rules! lent {
    ($($time:ty => $target:ident;)*) => { $(
        impl<'py> IntoPy<'py> for &$time {
            type Target = $target;

            #[track_caller]
            #[inline]
            fn into_py(self, py: Python<'py>) -> Result<Owned<'py, $target>> {
                (*self).into_py(py)
            }
        }
    )* };
}
lent! {
    Duration => TimeDelta;
    SystemTime => DateTime;
}
