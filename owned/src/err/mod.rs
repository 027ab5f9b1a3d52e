//! Floor 3: errors. What C reports as NULL or -1 is a [`PyErr`] here, and an `Err` or a panic is an exception there.

mod boundary;
mod exceptions;
mod from;
mod pyerr;
mod raise;

pub use boundary::Fallback;
pub(crate) use boundary::{boundary, quietly};
pub use exceptions::*;
pub use pyerr::PyErr;
pub(crate) use raise::write_unraisable;

/// The result of whatever can raise. The error type defaults to [`PyErr`]; naming another leaves it alone.
pub type Result<T, E = PyErr> = core::result::Result<T, E>;
