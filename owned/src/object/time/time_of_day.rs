//! `datetime.time`.
#![expect(unsafe_code, reason = "reads times and calls their constructors; a handle proves the type")]

use super::fields::{time_parts, zone};
use super::{TimeParts, TzInfo};
use crate::err::Result;
use crate::object::builtin_type;
use crate::ptr::Owned;
use crate::raw::{self, DateTimeApi};
use crate::token::Python;

builtin_type! {
    /// Python's `datetime.time`: a time of day, with or without a time zone.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::{Time, TimeParts};
    /// Python::attach(|py| {
    ///     let tea = Time::new(py, TimeParts { hour: 17, minute: 30, ..TimeParts::default() }, None)?;
    ///     assert_eq!((tea.parts().hour, tea.parts().minute, tea.tzinfo().is_none()), (17, 30, true));
    ///     assert_eq!(tea.str()?.to_str()?, "17:30:00");
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Time, "datetime.time", raw::is_time
}

impl Time {
    /// A new `datetime.time`; without a zone it is naive. It takes its own reference to the zone.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Time, TimeParts};
    /// let time = Time::new(py, TimeParts { hour: 12, minute: 30, ..TimeParts::default() }, None)?;
    /// assert_eq!(time.str()?.to_str()?, "12:30:00");
    /// assert!(Time::new(py, TimeParts { hour: 24, ..TimeParts::default() }, None).unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if a part is out of range; what importing `datetime` raises.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new<'py>(py: Python<'py>, time: TimeParts, zone: Option<&Owned<'py, TzInfo>>) -> Result<Owned<'py, Time>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { DateTimeApi::load() }?.time(time, zone.map(|zone| zone.raw()))?;
        // SAFETY: the function makes a time.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl<'py> Owned<'py, Time> {
    /// Hour, minute, second, microsecond and fold. No Python code runs.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Time, TimeParts};
    /// let parts = TimeParts { hour: 12, minute: 30, ..TimeParts::default() };
    /// assert_eq!(Time::new(py, parts, None)?.parts(), parts);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn parts(&self) -> TimeParts {
        let read = [
            raw::date_time_time_get_hour_unchecked,
            raw::date_time_time_get_minute_unchecked,
            raw::date_time_time_get_second_unchecked,
            raw::date_time_time_get_microsecond_unchecked,
        ];
        // SAFETY: a handle to a time.
        let fold = unsafe { raw::date_time_time_get_fold_unchecked(self.raw()) } != 0;
        // SAFETY: a handle to a time, and the functions for one.
        unsafe { time_parts(self.raw(), read, fold) }
    }

    /// The time zone; `None` of a naive time. A new reference.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Time, TimeParts, TimeZone};
    /// let utc = TimeZone::utc(py)?;
    /// assert!(Time::new(py, TimeParts::default(), Some(&utc))?.tzinfo().is_some_and(|zone| zone.is(&utc)));
    /// assert!(Time::new(py, TimeParts::default(), None)?.tzinfo().is_none());
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[track_caller]
    #[inline]
    pub fn tzinfo(&self) -> Option<Owned<'py, TzInfo>> {
        // SAFETY: a handle to a time.
        zone(self.py(), unsafe { raw::date_time_time_get_tzinfo_unchecked(self.raw()) })
    }
}
