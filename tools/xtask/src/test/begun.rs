//! A new project, as `cargo owned new` writes it, from an empty folder to a tested wheel. What of it is Rust's is tested by the
//! tests of `cargo-owned`.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::python::Python;
use crate::{extension, paths, process, pytools};

/// What it is called.
const NAME: &str = "tallies";

/// Begins it, has pip build and install its wheel, and runs its tests in Python and the type checker on what was installed.
pub(crate) fn check(python: &Python) -> Result<()> {
    let home = extension::target(python).join("begun");
    let project = home.join(NAME);
    if project.exists() {
        fs::remove_dir_all(&project).with_context(|| format!("cannot remove {}", project.display()))?;
    }
    let mut new = process::cargo();
    new.args(["run", "--quiet", "--package", "cargo-owned", "--", "owned", "new"]).arg(&project).arg("--owned");
    process::run(new.arg(paths::root()).current_dir(paths::root()))?;
    let (versions, lock) = (paths::root().join("Cargo.lock"), project.join("Cargo.lock"));
    fs::copy(&versions, &lock).with_context(|| format!("cannot write {}", lock.display()))?;
    let installed = pytools::install_quickly(python, &project, &home.join("installed"), &home.join("target"))?;

    // The tools are of another environment, the module is what pip has installed, with its stub file and marker.
    let tools = pytools::for_typing(python)?;
    let run = |arguments: &[&str]| {
        let mut command = Command::new(&tools);
        command.args(arguments).current_dir(&project).env("PYTHONPATH", packages(&installed)?);
        // Not the file of the project, but that of the wheel.
        process::run(command.env("MYPYPATH", packages(&installed)?).env_remove("PYTHONHOME"))
    };
    run(&["-P", "-m", "pytest", "-q", "-p", "no:cacheprovider"])?;
    // The wheel is a package with the library in it, which has no stub file of its own.
    run(&["-P", "-m", "mypy.stubtest", "--ignore-missing-stub", NAME])?;
    run(&["-m", "mypy", "--strict", "--cache-dir", "../mypy", "tests_py"])
}

/// Where an environment has its packages.
fn packages(python: &Path) -> Result<String> {
    let ask = "import sysconfig; print(sysconfig.get_path('platlib'))";
    Ok(process::output(Command::new(python).args(["-I", "-c", ask]))?.trim().to_owned())
}
