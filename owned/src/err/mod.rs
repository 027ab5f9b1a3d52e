//! Floor 3: errors. What C reports as NULL or -1 is a [`PyErr`] here, and an `Err` or a panic is an exception there.

mod boundary;
mod build;
mod describe;
mod exceptions;
mod from;
mod from_io;
mod groups;
mod imported;
mod os;
mod packed;
mod place;
mod pyerr;
mod repr;
mod signals;
mod text;
mod unicode;
mod warnings;

pub use boundary::Fallback;
pub(crate) use boundary::{anywhere, boundary, enclosed, note_panics, quietly, raised};
#[cfg(any(feature = "jiff", feature = "rust_decimal", feature = "uuid"))]
pub(crate) use build::kept_class;
pub(crate) use describe::{lossy, write_unraisable};
pub use exceptions::*;
pub use groups::ExceptionGroup;
#[doc(hidden)] // for the macros, by way of `__private`
pub use imported::{error_of, exception_covers, imported_class, imported_covers};
pub use pyerr::PyErr;
pub(crate) use repr::{Kept, Later, What};
pub(crate) use text::together;
pub use warnings::{warn, warn_category, warn_explicit, warn_unclosed};

/// The result of whatever can raise. The error type defaults to [`PyErr`]; naming another leaves it alone.
///
/// ```
/// use owned::prelude::*;
///
/// fn half(n: i64) -> Result<i64> {
///     if n % 2 == 0 { Ok(n / 2) } else { Err(ValueError::new("odd")) }
/// }
///
/// fn parsed(text: &str) -> Result<i64, std::num::ParseIntError> {
///     text.parse()
/// }
/// assert!(half(3).is_err() && parsed("3").is_ok());
/// ```
pub type Result<T, E = PyErr> = core::result::Result<T, E>;
