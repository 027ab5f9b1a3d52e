//! `cargo test`: unit and integration tests, doctests, what must not compile, and the C tests, which Rust starts.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::python::{self, Python};
use crate::{extension, paths, process};

/// How `cargo` is run for an interpreter.
pub(crate) struct Cargo {
    /// The interpreter and the target directory to set; `None` for those that `cargo` itself would take.
    apart: Option<(PathBuf, PathBuf)>,
}

impl Cargo {
    /// If plain `cargo` would take this interpreter, it is not named: that would change a variable that the build
    /// depends on, and the next plain `cargo test` would build everything anew.
    pub(crate) fn for_python(python: &Python) -> Self {
        if python::is_cargos_own(python) {
            return Self { apart: None };
        }
        let target = extension::target(python).join("embedded");
        Self { apart: Some((python.executable.clone(), target)) }
    }

    /// The whole workspace. No member turns the ledger on, so here it is off everywhere.
    pub(crate) fn workspace(&self) -> Result<()> {
        process::run(self.test("off").args(["--workspace"]))
    }

    /// The packages that the ledger changes, with it.
    pub(crate) fn with_ledger(&self) -> Result<()> {
        process::run(self.test("on").args([
            "--package=owned-py",
            "--package=inkface",
            "--package=adopt-tests",
            "--features=owned-py/ledger,inkface/ledger",
            "--",
            // It builds a project of its own, five times, which `workspace` has seen to.
            "--skip=the_project_of_the_page_works_at_every_step",
        ]))
    }

    /// The library's tests with the oldest `pyo3-ffi` that it accepts.
    pub(crate) fn oldest(&self) -> Result<()> {
        let mut cargo = self.test("off");
        cargo.arg("--manifest-path").arg(paths::root().join("tools/oldest/Cargo.toml"));
        process::run(cargo.env("CARGO_TARGET_DIR", paths::target().join("oldest")))
    }

    fn test(&self, ledger: &str) -> Command {
        let mut cargo = process::cargo();
        cargo.arg("test").env("OWNED_EXPECT_LEDGER", ledger);
        if let Some((python, target)) = &self.apart {
            cargo.env("PYO3_PYTHON", python).env("CARGO_TARGET_DIR", target);
        }
        cargo
    }
}
