//! `datetime.tzinfo`, what every time zone is, and `datetime.timezone`, a fixed offset from UTC.
#![expect(unsafe_code, reason = "calls the constructors of time zones; a handle proves the type")]

use super::{TimeDelta, derived_type};
use crate::err::Result;
use crate::object::{Str, builtin_type};
use crate::ptr::Owned;
use crate::raw::{self, DateTimeApi};
use crate::token::Python;

builtin_type! {
    /// Python's `datetime.tzinfo`: any time zone, also one of `zoneinfo`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::{TimeZone, TzInfo};
    /// Python::attach(|py| {
    ///     let zone: Owned<'_, TzInfo> = TimeZone::utc(py)?.into_base();
    ///     assert_eq!(zone.str()?.to_str()?, "UTC");
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    TzInfo, "datetime.tzinfo", raw::is_tzinfo
}
derived_type! {
    /// Python's `datetime.timezone`: a time zone with a fixed offset from UTC.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::{TimeDelta, TimeZone};
    /// Python::attach(|py| {
    ///     let zone = TimeZone::fixed(&TimeDelta::new(py, 0, 3600, 0)?, None)?;
    ///     assert_eq!(zone.str()?.to_str()?, "UTC+01:00");
    ///     assert!(TimeZone::fixed(&TimeDelta::new(py, 1, 0, 0)?, None).is_err()); // ValueError
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    TimeZone, "datetime.timezone", TzInfo, raw::is_timezone
}

impl TimeZone {
    /// `datetime.timezone.utc`. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::TimeZone;
    /// assert_eq!(TimeZone::utc(py)?.str()?.to_str()?, "UTC");
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// What importing `datetime` raises.
    #[track_caller]
    #[inline]
    pub fn utc(py: Python<'_>) -> Result<Owned<'_, TimeZone>> {
        // SAFETY: attached, by `py`.
        let utc = unsafe { DateTimeApi::load() }?.utc();
        // SAFETY: a `datetime.timezone`.
        Ok(unsafe { Owned::from_ref(py, utc) })
    }

    /// `datetime.timezone(offset, name)`; without a name Python says the offset.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{TimeDelta, TimeZone};
    /// let zone = TimeZone::fixed(&TimeDelta::new(py, 0, 3600, 0)?, None)?;
    /// assert_eq!(zone.str()?.to_str()?, "UTC+01:00");
    /// assert!(TimeZone::fixed(&TimeDelta::new(py, 1, 0, 0)?, None).unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if the offset is a day or more; what importing `datetime` raises.
    #[track_caller]
    #[inline]
    pub fn fixed<'py>(offset: &Owned<'py, TimeDelta>, name: Option<&Owned<'py, Str>>) -> Result<Owned<'py, TimeZone>> {
        // SAFETY: attached: a handle is at hand.
        let api = unsafe { DateTimeApi::load() }?;
        // SAFETY: handles to a timedelta and to a str.
        let new = unsafe { api.timezone(offset.raw(), name.map(|name| name.raw())) }?;
        // SAFETY: the function makes a `datetime.timezone`.
        Ok(unsafe { Owned::from_ref(offset.py(), new) })
    }
}
