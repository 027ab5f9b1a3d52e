//! Signals, for loops that run long.
#![expect(unsafe_code, reason = "runs the handlers; the token proves an attached thread")]

use crate::raw;
use crate::token::Python;

use super::Result;

impl Python<'_> {
    /// Runs the handlers of signals that have arrived (`PyErr_CheckSignals`), so that Ctrl-C ends a loop of Rust's.
    ///
    /// Only the main thread runs them; elsewhere nothing happens. It is cheap: one look at a flag.
    ///
    /// ```
    /// use owned::prelude::*;
    ///
    /// #[owned::module]
    /// mod searching {
    ///     use owned::prelude::*;
    ///
    ///     #[function]
    ///     fn first_multiple(py: Python<'_>, of: u64, above: u64) -> Result<u64> {
    ///         let mut number = above;
    ///         while number % of != 0 {
    ///             number += 1;
    ///             if number % 65_536 == 0 {
    ///                 py.check_signals()?; // KeyboardInterrupt
    ///             }
    ///         }
    ///         Ok(number)
    ///     }
    /// }
    ///
    /// # fn main() -> Result<()> {
    /// #     Python::initialize();
    /// #     Python::attach(|py| {
    /// let found = owned::load!(py, searching)?.call_method("first_multiple", (97, 1_000_000))?;
    /// assert_eq!(found.extract::<u64>()?, 1_000_070);
    /// #         Ok(())
    /// #     })
    /// # }
    /// ```
    ///
    /// # Errors
    /// What a handler raises: `KeyboardInterrupt`, if it is Python's own for Ctrl-C.
    #[inline]
    #[track_caller]
    pub fn check_signals(self) -> Result<()> {
        // SAFETY: attached, by the token.
        Ok(unsafe { raw::check_signals() }?)
    }
}
