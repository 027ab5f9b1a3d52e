//! `datetime.timedelta`.
#![expect(unsafe_code, reason = "reads timedeltas and calls their constructor; a handle proves the type")]

use crate::err::Result;
use crate::object::builtin_type;
use crate::ptr::Owned;
use crate::raw::{self, DateTimeApi};
use crate::token::Python;

builtin_type! {
    /// Python's `datetime.timedelta`: a span of time, to the microsecond. In its normal form only the days can be
    /// negative.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// use owned::prelude::*;
    /// use owned::types::TimeDelta;
    /// Python::attach(|py| {
    ///     let before = TimeDelta::new(py, 0, 0, -1)?;
    ///     assert_eq!((before.days(), before.seconds(), before.microseconds()), (-1, 86_399, 999_999));
    ///     assert_eq!(before.total_microseconds(), -1);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    TimeDelta, "datetime.timedelta", raw::is_timedelta
}

impl TimeDelta {
    /// A new `datetime.timedelta`; the parts are added up, whatever their signs.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::TimeDelta;
    /// let span = TimeDelta::new(py, 1, -1, 0)?;
    /// assert_eq!((span.days(), span.seconds()), (0, 86_399));
    /// assert!(TimeDelta::new(py, i32::MAX, 0, 0).unwrap_err().is::<OverflowError>(py));
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    ///
    /// # Errors
    /// `OverflowError` beyond 999 999 999 days; what importing `datetime` raises.
    #[track_caller]
    #[allow(clippy::new_ret_no_self, reason = "the type stands for the object, the value is a handle to it")]
    #[inline]
    pub fn new(py: Python<'_>, days: i32, seconds: i32, microseconds: i32) -> Result<Owned<'_, TimeDelta>> {
        // SAFETY: attached, by `py`.
        let new = unsafe { DateTimeApi::load() }?.timedelta(days, seconds, microseconds)?;
        // SAFETY: the function makes a timedelta.
        Ok(unsafe { Owned::from_ref(py, new) })
    }
}

impl Owned<'_, TimeDelta> {
    /// From -999 999 999 to 999 999 999.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::TimeDelta;
    /// assert_eq!(TimeDelta::new(py, 0, -1, 0)?.days(), -1); // and 86 399 seconds
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn days(&self) -> i32 {
        // SAFETY: a handle to a timedelta.
        unsafe { raw::date_time_delta_get_days_unchecked(self.raw()) }
    }

    /// From 0 to 86 399.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::TimeDelta;
    /// assert_eq!(TimeDelta::new(py, 0, 90, 0)?.seconds(), 90);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn seconds(&self) -> i32 {
        // SAFETY: a handle to a timedelta.
        unsafe { raw::date_time_delta_get_seconds_unchecked(self.raw()) }
    }

    /// From 0 to 999 999.
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::TimeDelta;
    /// assert_eq!(TimeDelta::new(py, 0, 0, 1_500_000)?.microseconds(), 500_000);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn microseconds(&self) -> i32 {
        // SAFETY: a handle to a timedelta.
        unsafe { raw::date_time_delta_get_microseconds_unchecked(self.raw()) }
    }

    /// The whole span. (More than 64 bits: it can be a few million years.)
    ///
    /// ```
    /// # owned::Python::initialize();
    /// # use owned::prelude::*;
    /// # Python::attach(|py| {
    /// use owned::types::TimeDelta;
    /// assert_eq!(TimeDelta::new(py, 0, 1, 5)?.total_microseconds(), 1_000_005);
    /// # Ok::<(), PyErr>(())
    /// # }).unwrap();
    /// ```
    #[inline]
    pub fn total_microseconds(&self) -> i128 {
        let seconds = i128::from(self.days()) * 86_400 + i128::from(self.seconds());
        seconds * 1_000_000 + i128::from(self.microseconds())
    }
}
