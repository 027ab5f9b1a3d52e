//! Extension modules of the examples, as users import them: built without libpython, in a folder per interpreter.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::python::Python;
use crate::sanitizer::Sanitizer;
use crate::{paths, process};

/// How it is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    Dev,
    Release,
}

impl Profile {
    /// What cargo calls its folder.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Release => "release",
        }
    }
}

/// A package of cargo's that is an extension module.
pub(crate) struct Package {
    pub(crate) name: &'static str,
    /// Its library, which is the name of the module.
    pub(crate) library: &'static str,
    /// The Python package that the module is in; empty for none.
    pub(crate) folder: &'static str,
}

const INKFACE: Package = Package { name: "inkface", library: "inkface", folder: "" };

/// A built module, in a folder with nothing beside it, fit for PYTHONPATH.
pub(crate) struct Staged {
    pub(crate) folder: PathBuf,
    pub(crate) module: PathBuf,
}

/// The target directory of everything that is built for an interpreter to load.
pub(crate) fn target(python: &Python) -> PathBuf {
    paths::target().join("ext").join(python.tag())
}

/// Builds `inkface` for this interpreter and puts it where it can be imported from.
pub(crate) fn build(python: &Python, profile: Profile, ledger: bool) -> Result<Staged> {
    build_package(python, &INKFACE, profile, ledger)
}

/// The same of any package.
pub(crate) fn build_package(python: &Python, package: &Package, profile: Profile, ledger: bool) -> Result<Staged> {
    let target = target(python);
    process::run(&mut cargo(python, package, &target, profile, ledger))?;
    let kind = format!("{}{}", profile.folder(), if ledger { "-ledger" } else { "" });
    stage(python, package, &target.join(profile.folder()), target.join("stage").join(kind))
}

/// Builds `inkface` instrumented, with the handle count, in a target directory of its own.
pub(crate) fn build_sanitized(python: &Python, sanitizer: &Sanitizer) -> Result<Staged> {
    let target = target(python).join("sanitized");
    let mut cargo = cargo(python, &INKFACE, &target, Profile::Dev, true);
    sanitizer.instrument(&mut cargo);
    process::run(&mut cargo)?;
    let built = target.join(&sanitizer.host).join(Profile::Dev.folder());
    stage(python, &INKFACE, &built, target.join("stage"))
}

fn cargo(python: &Python, package: &Package, target: &Path, profile: Profile, ledger: bool) -> Command {
    let mut cargo = process::cargo();
    cargo.args(["build", "--package", package.name, "--lib"]);
    if profile == Profile::Release {
        cargo.arg("--release");
    }
    if ledger {
        cargo.args(["--features", "ledger"]);
    }
    as_extension(&mut cargo, python, target);
    cargo
}

/// Says for which interpreter to build, that libpython is not linked, and where the results go.
pub(crate) fn as_extension(command: &mut Command, python: &Python, target: &Path) {
    command.env("CARGO_TARGET_DIR", target);
    command.env("PYO3_PYTHON", &python.executable);
    command.env("PYO3_BUILD_EXTENSION_MODULE", "1");
}

/// Puts what cargo has built where it can be imported from.
pub(crate) fn stage(python: &Python, package: &Package, built: &Path, folder: PathBuf) -> Result<Staged> {
    let name = package.library;
    let (built, inside) = (built.join(library(name)), folder.join(package.folder));
    let module = inside.join(format!("{name}{}", python.ext_suffix));
    fs::create_dir_all(&inside).with_context(|| format!("cannot create {}", inside.display()))?;
    // Written beside and renamed: an interpreter that has the old one mapped keeps it.
    let fresh = inside.join(format!("{name}.new"));
    fs::copy(&built, &fresh).with_context(|| format!("cannot copy {}", built.display()))?;
    fs::rename(&fresh, &module).with_context(|| format!("cannot place {}", module.display()))?;
    Ok(Staged { folder, module })
}

/// What cargo calls a library on this system.
pub(crate) fn library(name: &str) -> String {
    use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
    format!("{DLL_PREFIX}{name}{DLL_SUFFIX}")
}
