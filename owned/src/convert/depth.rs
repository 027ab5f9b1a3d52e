//! How deep conversions may go.

use crate::err::{PyErr, RecursionError, Result};
use crate::token::Python;

/// Refuses to go deeper where the stack is nearly full: an object can contain itself, and so can a type of the user's.
///
/// # Errors
/// `RecursionError`.
#[track_caller]
#[inline]
pub(super) fn deeper(py: Python<'_>) -> Result<()> {
    if py.stack_is_nearly_full() { Err(too_deep(py)) } else { Ok(()) }
}

/// `RecursionError`, which exists already: no place of those on the way back is added to its text.
#[track_caller]
#[cold]
#[inline]
pub(super) fn too_deep(py: Python<'_>) -> PyErr {
    let mut error = RecursionError::new("the stack is nearly full: a value that is converted is nested too deeply");
    drop(error.value(py));
    error
}
