//! What a test checks about the interpreter and the build it runs in.
//!
//! A machine has several Pythons, and a workspace build can turn features on behind a test's back. Each test binary
//! therefore asks, at its start, whether it runs in what it was configured for: [`assert_configured`] for the
//! interpreter, [`assert_ledger`] for the feature.

mod interpreter;
mod ledger;

pub use interpreter::{CONFIGURED, Configured, assert_configured};
pub use ledger::assert_ledger;
