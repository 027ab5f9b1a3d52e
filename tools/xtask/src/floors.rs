//! `cargo xtask floors`: the rule alone, without the rest of the tests.

use anyhow::Result;

use crate::process;

/// Runs the test of the package that holds the table.
pub(crate) fn run() -> Result<()> {
    process::run(process::cargo().args(["test", "--quiet", "--package", "owned-floors"]))
}
