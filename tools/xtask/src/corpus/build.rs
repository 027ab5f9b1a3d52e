//! Builds what the programs import: a library of all bindings in Rust, and each extension in C.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::cases::{self, Case, Variant};
use crate::python::Python;
use crate::{extension, paths, process};

/// Where everything of the corpus is built.
pub(super) fn target() -> PathBuf {
    paths::target().join("corpus")
}

/// Builds them; returns the folder that has a folder for each case, fit for PYTHONPATH.
pub(super) fn all(python: &Python, cases: &[Case]) -> Result<PathBuf> {
    let staged = target().join("cases");
    let include = include(python)?;
    let seeded: Vec<&Case> = cases.iter().filter(|case| case.variant != Variant::Clean).collect();
    if !seeded.is_empty() {
        library(python, &include)?;
    }
    for case in seeded {
        let folder = staged.join(case.module());
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        let module = folder.join(format!("{}.so", case.module()));
        if case.source("rs").is_some() {
            link(&target().join("debug").join(extension::library("owned_corpus")), &module)?;
        } else if let Some(source) = case.source("c") {
            compile(&source, &include, &module)?;
        } else {
            continue;
        }
        let name = case.module();
        let text = format!("import sys, {name}\nsys.modules[__name__] = sys.modules[\"{name}\"]\n");
        let file = folder.join("extension.py");
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(staged)
}

/// The library with the modules of all bindings.
fn library(python: &Python, include: &Path) -> Result<()> {
    let mut cargo = process::cargo();
    cargo.arg("build").current_dir(cases::folder()).env("PYTHON_INCLUDE", include);
    extension::as_extension(&mut cargo, python, &target());
    process::run(&mut cargo)
}

fn include(python: &Python) -> Result<PathBuf> {
    const ASK: &str = "import sysconfig; print(sysconfig.get_path('include'), end='')";
    Ok(process::output(Command::new(&python.executable).args(["-c", ASK]))?.into())
}

/// One file under many names: it is large, and each module of it is found by its name.
fn link(library: &Path, module: &Path) -> Result<()> {
    let _ = fs::remove_file(module);
    #[cfg(unix)]
    let linked = std::os::unix::fs::symlink(library, module);
    #[cfg(not(unix))]
    let linked = fs::copy(library, module).map(drop);
    linked.with_context(|| format!("cannot place {}", module.display()))
}

fn compile(source: &Path, include: &Path, module: &Path) -> Result<()> {
    let mut cc = Command::new("cc");
    // As extensions are compiled; what a bug makes the compiler warn of is the bug's.
    cc.args(["-shared", "-fPIC", "-O1", "-g", "-w"]).arg("-I").arg(include).arg(source).arg("-o").arg(module);
    process::output(&mut cc).map(drop)
}
