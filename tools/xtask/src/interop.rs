//! What a module of owned and one of PyO3 hand each other: `benches/interop`, built for one interpreter and tested there.

use std::process::Command;

use anyhow::Result;

use crate::extension::{self, Package, Profile};
use crate::python::Python;
use crate::pytools::Tools;
use crate::{paths, process};

const PACKAGES: [Package; 2] = [
    Package { name: "interop-owned", library: "interop_owned", folder: "" },
    Package { name: "interop-pyo3", library: "interop_pyo3", folder: "" },
];

/// Builds both and runs the tests. A debug interpreter also counts what is left behind.
pub(crate) fn check(python: &Python) -> Result<()> {
    let (tools, source) = (Tools::of(python)?, paths::root().join("benches/interop"));
    let target = extension::target(python).join("interop");
    let mut cargo = process::cargo();
    extension::as_extension(&mut cargo, python, &target);
    process::run(cargo.args(["build", "--locked"]).current_dir(&source))?;
    let stage = target.join("stage");
    for package in &PACKAGES {
        extension::stage(python, package, &target.join(Profile::Dev.folder()), stage.clone())?;
    }
    let mut pytest = Command::new(&tools.python);
    pytest.args(["-m", "pytest", "-q", "-p", "no:cacheprovider"]).arg(source.join("test_interop.py"));
    process::run(pytest.env("PYTHONPATH", &stage).env("PYTHONDONTWRITEBYTECODE", "1").env_remove("PYTHONHOME"))
}
