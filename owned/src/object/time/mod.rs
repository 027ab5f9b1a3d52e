//! Dates, times, spans and time zones: the types of the module `datetime`.
//!
//! To ask what an object is, and to read its parts, nothing is imported. To make one, the module's capsule is loaded,
//! once for each interpreter; that can fail, as can every constructor.

mod date;
mod datetime;
mod fields;
mod time_of_day;
mod timedelta;
mod timezone;

pub use crate::raw::{DateParts, TimeParts};
pub use date::Date;
pub use datetime::DateTime;
pub use time_of_day::Time;
pub use timedelta::TimeDelta;
pub use timezone::{TimeZone, TzInfo};

/// Declares a type whose base is another one than `Any`.
macro_rules! derived_type {
    ($(#[$doc:meta])* $name:ident, $python:literal, $base:ty, $check:expr) => {
        $(#[$doc])*
        pub enum $name {}

        // SAFETY: the check is for this type of C and its subclasses, and runs no Python code.
        unsafe impl crate::ptr::TypeInfo for $name {
            const NAME: &'static str = $python;

            #[inline]
            fn is_instance(object: crate::raw::BorrowedRef<'_>) -> bool {
                $check(object)
            }
        }

        // SAFETY: the type of C is a subclass of that base.
        unsafe impl crate::ptr::Derived for $name {
            type Base = $base;
        }
    };
}
use derived_type;
