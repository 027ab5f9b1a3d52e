//! Functions of one name: which of them takes the arguments.

use core::fmt::Write as _;

use crate::err::{OverflowError, PyErr, Result, TypeError, ValueError};
use crate::token::Python;

/// What has been tried so far.
#[derive(Default)]
pub struct Tried {
    text: String,
}

impl Tried {
    /// The converted arguments; `None` if they do not fit, for which the next one is asked.
    ///
    /// # Errors
    /// What a conversion raised that does not say so: neither a `TypeError`, nor a `ValueError` or an `OverflowError`.
    #[inline]
    pub fn fits<T>(&mut self, py: Python<'_>, signature: &str, parsed: Result<T>) -> Result<Option<T>> {
        match parsed {
            Ok(values) => Ok(Some(values)),
            Err(error) => self.note(py, signature, error).map(|()| None),
        }
    }

    #[inline]
    fn note(&mut self, py: Python<'_>, signature: &str, error: PyErr) -> Result<()> {
        if !(error.is::<TypeError>(py) || error.is::<ValueError>(py) || error.is::<OverflowError>(py)) {
            return Err(error);
        }
        let why = error.to_string();
        // Nothing can go wrong in a `String`.
        let _ = write!(self.text, "\n  {signature}: {}", why.split_once(": ").map_or(&*why, |(_, why)| why));
        Ok(())
    }

    /// `TypeError`: all that were tried, with the reason of each.
    #[inline]
    pub fn none_fits(self, function: &str) -> PyErr {
        TypeError::new(format!("{function}() takes other arguments:{}", self.text))
    }
}
