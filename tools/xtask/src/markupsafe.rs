//! The port `examples/markupsafe`, and markupsafe itself, which it is a port of: fetched from its registry by its hash. Nothing
//! of it is in this repository.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::extension::{self, Package, Profile, Staged};
use crate::python::Python;
use crate::pytools::Tools;
use crate::{paths, process, pytools};

const RELEASE: &str = "markupsafe==3.0.4";
const HASH: &str = "sha256:2e9ad7dd851bf45fab9f75cbff4cb493fee9979e8d8c7c9c3ee119022518edd6";

const PORT: Package = Package { name: "owned-example-markupsafe", library: "_speedups", folder: "markupsafe" };

/// What is Rust at each step, and the features of the crate that say so.
const STEPS: [(&str, &str); 3] = [("nothing", "c"), ("the function, over C", "c,escape"), ("everything", "escape")];

/// The unpacked sdist, fetched if it is not there.
pub(crate) fn source(python: &Python) -> Result<PathBuf> {
    pytools::unpacked(python, RELEASE, HASH)
}

/// Builds each step, and tests it; an error names the one that fails.
pub(crate) fn steps(python: &Python, source: &Path) -> Result<()> {
    let tools = Tools::of(python)?;
    for (what, features) in STEPS {
        let step = || -> Result<()> {
            let staged = build(python, source, features)?;
            // Where all is Rust, what becomes of references is asked, too.
            let ours = paths::root().join("examples/markupsafe/tests_py");
            for tests in [source.join("tests"), ours] {
                let mut pytest = Command::new(&tools.python);
                pytest.args(["-m", "pytest", "-q", "-p", "no:cacheprovider"]).arg(&tests).current_dir(&tests);
                pytest.env("PYTHONPATH", &staged.folder).env("PYTHONDONTWRITEBYTECODE", "1");
                pytest.env("MARKUPSAFE_STEP", features).env_remove("PYTHONHOME");
                process::run(&mut pytest)?;
            }
            Ok(())
        };
        step().with_context(|| format!("where {what} is Rust"))?;
    }
    Ok(())
}

/// Builds the crate and puts it beside markupsafe's own files of Python.
fn build(python: &Python, source: &Path, features: &str) -> Result<Staged> {
    let target = extension::target(python).join("markupsafe");
    let mut cargo = process::cargo();
    cargo.args(["build", "--package", PORT.name, "--lib", "--no-default-features", "--features", features]);
    cargo.env("MARKUPSAFE_SOURCE", source);
    extension::as_extension(&mut cargo, python, &target);
    process::run(&mut cargo)?;
    let staged = extension::stage(python, &PORT, &target.join(Profile::Dev.folder()), target.join("stage"))?;
    let package = source.join("src/markupsafe");
    for name in ["__init__.py", "_native.py"] {
        let to = staged.folder.join("markupsafe").join(name);
        fs::copy(package.join(name), &to).with_context(|| format!("cannot write {}", to.display()))?;
    }
    Ok(staged)
}
