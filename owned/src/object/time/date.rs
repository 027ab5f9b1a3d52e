//! `datetime.date`.
#![expect(unsafe_code, reason = "reads dates and calls their constructors; a handle proves the type")]

use super::DateParts;
use crate::err::Result;
use crate::object::builtin_type;
use crate::ptr::Owned;
use crate::raw::{self, DateTimeApi};
use crate::token::Python;

builtin_type! {
    /// Python's `datetime.date`. A [`DateTime`](super::DateTime) is one too.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::{Date, DateParts};
    /// Python::attach(|py| {
    ///     let leap = Date::new(py, DateParts { year: 2024, month: 2, day: 29 })?;
    ///     assert_eq!((leap.year(), leap.month(), leap.day()), (2024, 2, 29));
    ///     assert_eq!(leap.str()?.to_str()?, "2024-02-29");
    ///     assert!(Date::new(py, DateParts { year: 2023, month: 2, day: 29 }).is_err()); // ValueError
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    Date, "datetime.date", raw::is_date
}

impl Date {
    /// A new `datetime.date`.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Date, DateParts};
    /// let date = Date::new(py, DateParts { year: 2024, month: 2, day: 29 })?;
    /// assert_eq!(date.str()?.to_str()?, "2024-02-29");
    /// assert!(Date::new(py, DateParts { year: 2023, month: 2, day: 29 }).unwrap_err().is::<ValueError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `ValueError` if there is no such day; what importing `datetime` raises.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new(py: Python<'_>, date: DateParts) -> Result<Owned<'_, Date>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { DateTimeApi::load() }?.date(date)?;
        // SAFETY: the function makes a date.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl Owned<'_, Date> {
    /// From 1 to 9999.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Date, DateParts};
    /// assert_eq!(Date::new(py, DateParts { year: 2024, month: 2, day: 29 })?.year(), 2024);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn year(&self) -> u16 {
        self.parts().year
    }

    /// From 1 to 12.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Date, DateParts};
    /// assert_eq!(Date::new(py, DateParts { year: 2024, month: 2, day: 29 })?.month(), 2);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn month(&self) -> u8 {
        self.parts().month
    }

    /// From 1 to the length of the month.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Date, DateParts};
    /// assert_eq!(Date::new(py, DateParts { year: 2024, month: 2, day: 29 })?.day(), 29);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn day(&self) -> u8 {
        self.parts().day
    }

    /// Year, month and day. No Python code runs.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::{Date, DateParts};
    /// let parts = DateParts { year: 2024, month: 2, day: 29 };
    /// assert_eq!(Date::new(py, parts)?.parts(), parts);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn parts(&self) -> DateParts {
        // SAFETY: a handle to a date.
        let year = unsafe { raw::date_time_get_year_unchecked(self.raw()) };
        // SAFETY: a handle to a date.
        let month = unsafe { raw::date_time_get_month_unchecked(self.raw()) };
        // SAFETY: a handle to a date.
        let day = unsafe { raw::date_time_get_day_unchecked(self.raw()) };
        // Two bytes and twice one byte is what a date is made of.
        DateParts { year: year as u16, month: month as u8, day: day as u8 }
    }
}
