//! `cargo xtask bench sqlite`: the example and Python's own `sqlite3`, operation by operation, in instructions and in time.
//!
//! Each brings the SQLite that it is linked to, so the figures are of two releases of it, too.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::{callgrind, modules};
use crate::extension::Profile;
use crate::python::{self, Python};
use crate::{process, sqlite};

/// Rows of what is counted: the slope between the two is what one row costs.
const COUNTED: [&str; 2] = ["1000", "3000"];
/// Pairs of runs, and rows of each, of what is timed.
const TIMED: [&str; 2] = ["9", "100000"];

/// Builds the example in release, measures, prints the table.
pub(super) fn run(asked: Option<&Path>) -> Result<()> {
    let python = python::fit(asked)?;
    let ours = sqlite::build(&python, Profile::Release, false)?.module;
    let mark = modules::mark(&python)?;
    let counted = |name: &str, module: &Path| {
        callgrind::measure_by(&python, name, name, |valgrind| {
            driver(&python, valgrind, module);
            valgrind.arg("instructions").arg(&mark).args(COUNTED);
        })
    };
    let (standard_counted, ours_counted) =
        (counted("sqlite3", Path::new("standard"))?, counted("owned_sqlite", &ours)?);
    let timed = timed(&python, &ours)?;
    ensure!(timed.len() == ours_counted.len(), "not everything was timed");
    println!("{}", python.title());
    println!("\nInstructions and nanoseconds for a row, those of the interpreter and of SQLite included:\n");
    println!("                                    sqlite3     owned  ratio   sqlite3 ns  owned ns  ratio");
    for ((standard, owned), (name, standard_ns, owned_ns, times)) in
        standard_counted.iter().zip(&ours_counted).zip(&timed)
    {
        ensure!(*name == owned.function, "{name} and {} are not one operation", owned.function);
        let (before, after) = (standard.instructions, owned.instructions);
        let counts = after / before;
        println!("{name:35}{before:8.0}  {after:8.0} {counts:6.2}   {standard_ns:10.0}  {owned_ns:8.0} {times:6.2}");
    }
    Ok(())
}

fn driver(python: &Python, command: &mut Command, module: &Path) {
    command.arg(&python.executable).arg("-s").arg(modules::sources().join("sqlite/drive.py")).arg(module);
}

/// Nanoseconds for a row of each operation, of both, and the ratio, taken in turns in one process.
fn timed(python: &Python, ours: &Path) -> Result<Vec<(String, f64, f64, f64)>> {
    let mut command = Command::new("env");
    command.args(["-i", "PATH=/usr/bin:/bin", "PYTHONHASHSEED=0"]);
    driver(python, &mut command, ours);
    let said = process::output(command.arg("times").args(TIMED))?;
    let read = |line: &str| {
        let mut parts = line.split('\t');
        let mut part = || parts.next().context("a line of the driver is too short");
        Ok((part()?.to_owned(), part()?.parse()?, part()?.parse()?, part()?.parse()?))
    };
    said.lines().map(read).collect()
}
