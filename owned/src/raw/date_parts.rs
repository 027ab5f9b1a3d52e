//! The parts of dates and times, as numbers.

/// The parts of a date.
///
/// ```
/// # use owned::{prelude::*, raw::DateParts, types::Date};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let date = Date::new(py, DateParts { year: 2020, month: 2, day: 29 })?;
/// assert_eq!(date.parts().day, 29);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateParts {
    /// From 1 to 9999.
    pub year: u16,
    /// From 1 to 12.
    pub month: u8,
    /// From 1 to the length of the month.
    pub day: u8,
}

/// The parts of a time of day.
///
/// ```
/// # use owned::{prelude::*, raw::TimeParts, types::Time};
/// # Python::initialize();
/// # Python::attach(|py| {
/// let noon = Time::new(py, TimeParts { hour: 12, ..TimeParts::default() }, None)?;
/// assert_eq!(noon.parts().minute, 0);
/// # Ok::<(), PyErr>(())
/// # }).unwrap();
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeParts {
    /// From 0 to 23.
    pub hour: u8,
    /// From 0 to 59.
    pub minute: u8,
    /// From 0 to 59.
    pub second: u8,
    /// From 0 to 999 999.
    pub microsecond: u32,
    /// Whether it is the second of two times that read the same, when clocks are set back (PEP 495).
    pub fold: bool,
}
