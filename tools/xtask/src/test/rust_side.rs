//! `cargo test`: unit and integration tests, doctests, what must not compile, and the C tests, which Rust starts.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::python::{self, Python};
use crate::{extension, paths, process};

/// The tests that build projects of their own.
const BUILDING: [&str; 15] = [
    "chapter",
    "features",
    "hosts",
    "hosts_setuptools",
    "hosts_written",
    "linked",
    "lru_dict",
    "machine_code",
    "new",
    "planted",
    "ported",
    "skeleton",
    "verify",
    "verify_steps",
    "written",
];

/// The names of all integration tests of the workspace, each once.
fn test_targets() -> Result<BTreeSet<String>> {
    let said = process::output(process::cargo().args(["metadata", "--no-deps", "--format-version=1"]))?;
    let said: serde_json::Value = serde_json::from_str(&said)?;
    let packages = said["packages"].as_array().context("cargo tells of packages")?;
    let targets = packages.iter().filter_map(|package| package["targets"].as_array()).flatten();
    let tests = targets.filter(|target| target["kind"][0] == "test");
    let names: BTreeSet<_> = tests.filter_map(|target| target["name"].as_str().map(str::to_owned)).collect();
    for building in BUILDING {
        ensure!(names.contains(building), "there is no test `{building}` any more");
    }
    Ok(names)
}

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
    ///
    /// Tests that build projects wait for one compiler most of the time: they run beside the others.
    pub(crate) fn workspace(&self) -> Result<()> {
        let workspace = || {
            let mut cargo = self.test("off");
            cargo.args(["--workspace", "--no-fail-fast"]);
            cargo
        };
        process::run(workspace().args(["--tests", "--examples", "--no-run"]))?;
        let named = |names: Vec<String>| names.into_iter().flat_map(|name| ["--test".to_owned(), name]);
        let (building, others) = test_targets()?.into_iter().partition(|name| BUILDING.contains(&name.as_str()));
        let mut beside = workspace();
        beside.args(named(building));
        process::run_beside(workspace().args(["--lib", "--bins", "--examples"]).args(named(others)), beside)?;
        process::run(workspace().arg("--doc"))
    }

    /// The packages that the ledger changes, with it, and with what the library converts of other crates. Of the examples those
    /// that speak of the ledger: `workspace` has seen to all of them.
    pub(crate) fn with_ledger(&self) -> Result<()> {
        const FEATURES: [&str; 4] = [
            "--features=owned-py/ledger,owned-py/log,inkface/ledger",
            "--features=owned-py/anyhow,owned-py/bytes,owned-py/chrono,owned-py/eyre,owned-py/indexmap,owned-py/jiff",
            "--features=owned-py/num-bigint,owned-py/num-complex,owned-py/rust_decimal,owned-py/serde,owned-py/smallvec",
            "--features=owned-py/uuid",
        ];
        let packages = || {
            let mut cargo = self.test("on");
            cargo.args(["--package=owned-py", "--package=inkface", "--package=adopt-tests"]).args(FEATURES);
            cargo
        };
        // That one builds a project of its own, five times, which `workspace` has seen to.
        let chapter = "--skip=the_project_of_the_page_works_at_every_step";
        process::run(packages().args(["--lib", "--tests", "--no-fail-fast", "--", chapter]))?;
        process::run(packages().args(["--doc", "--", "report", "Ledger", "convert::crates", "Crates"]))
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
