//! `cargo xtask doctor`: which Python, why, and what is missing.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use crate::python::{self, Python};

/// Prints the state of this machine; the exit code says whether something has to be installed.
pub(crate) fn run(asked: Option<&Path>) -> Result<ExitCode> {
    let mut report = Report::default();
    let choice = python::choose(asked);
    report.line("chosen because", &choice.why);
    match &choice.python {
        Ok(python) => report.describe(python),
        Err(error) => report.missing("interpreter", &format!("{error:#}")),
    }
    match python::compiler() {
        Ok(compiler) => report.line("C compiler", &compiler),
        Err(error) => {
            report.missing("C compiler", &format!("{error:#}; on Debian and its kin: apt install gcc libc6-dev"));
        }
    }
    report.others(choice.python.as_ref().ok());
    io::stdout().write_all(report.text.as_bytes())?;
    Ok(if report.healthy { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

struct Report {
    text: String,
    healthy: bool,
}

impl Default for Report {
    fn default() -> Self {
        Self { text: String::new(), healthy: true }
    }
}

impl Report {
    fn line(&mut self, name: &str, value: &str) {
        writeln!(self.text, "{name:<16} {value}").expect("a String takes every write");
    }

    fn missing(&mut self, name: &str, what: &str) {
        self.line(name, &format!("MISSING: {what}"));
        self.healthy = false;
    }

    fn describe(&mut self, python: &Python) {
        let kind = if python.shared { "shared" } else { "static" };
        self.line("interpreter", &python.executable.display().to_string());
        self.line("version", &python.title());
        self.line("ABI flags", if python.abiflags.is_empty() { "none" } else { &python.abiflags });
        self.line("debug build", if python.debug { "yes" } else { "no" });
        self.line("base prefix", &python.base_prefix.display().to_string());
        self.line("libpython", &format!("{} ({kind}) in {}", python.library, python.libdir.display()));
        self.line("headers", &python.include.display().to_string());
        match python::lacks(python).or_else(|| python::lacks_library(python)) {
            None => self.line("state", "will do"),
            Some(lack) => self.missing("state", &lack),
        }
    }

    fn others(&mut self, chosen: Option<&Python>) {
        self.text.push_str("\nothers (choose one with PYO3_PYTHON=PATH or --python PATH):\n");
        for other in python::others(chosen) {
            let state = python::lacks(&other).unwrap_or_else(|| "will do".into());
            let title = other.title();
            writeln!(self.text, "  {title:<28} {}  {state}", other.executable.display())
                .expect("a String takes every write");
        }
    }
}
