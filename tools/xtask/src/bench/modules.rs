//! The same module three times, built in release for one interpreter, and the one that marks measurements.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::lru_dict::FLAGS;
use crate::python::Python;
use crate::{extension, paths, process, pytools};

/// What is compared, in the order of the table.
pub(super) const MODULES: [&str; 3] = ["bench_c", "bench_cython", "bench_owned"];

/// A release of Cython, from its registry.
pub(super) const CYTHON: &str = "cython==3.3.1";

/// The sources.
pub(super) fn sources() -> PathBuf {
    paths::root().join("benches")
}

/// Where everything of these benchmarks is built for this interpreter.
pub(super) fn target(python: &Python) -> PathBuf {
    paths::target().join("bench").join(python.tag())
}

/// Builds the module that marks measurements, and returns the folder that it can be imported from.
pub(super) fn mark(python: &Python) -> Result<PathBuf> {
    let stage = target(python).join("stage");
    fs::create_dir_all(&stage).with_context(|| format!("cannot create {}", stage.display()))?;
    compile_c(python, &stage, "bench_mark")?;
    Ok(stage)
}

/// Builds them and returns the folder that they can be imported from.
pub(super) fn build(python: &Python) -> Result<PathBuf> {
    let target = target(python);
    let stage = mark(python)?;
    let place = |name: &str| stage.join(format!("{name}{}", python.ext_suffix));
    compile_c(python, &stage, "bench_c")?;

    let generated = target.join("bench_cython.c");
    let with_cython = pytools::environment(python, &target.join("cython"), CYTHON)?;
    let mut cython = Command::new(with_cython);
    cython.args(["-m", "cython", "-3", "-o"]).arg(&generated);
    process::run(cython.arg(sources().join("cython/bench_cython.pyx")))?;
    compile(python, &generated, &["-w"], &place("bench_cython"))?;

    owned(python)?;
    Ok(stage)
}

/// Builds the one that is written with the library, and returns the folder that it can be imported from.
pub(super) fn owned(python: &Python) -> Result<PathBuf> {
    let (target, stage) = (target(python), target(python).join("stage"));
    fs::create_dir_all(&stage).with_context(|| format!("cannot create {}", stage.display()))?;
    let mut cargo = process::cargo();
    cargo.args(["build", "--quiet", "--release"]).current_dir(sources());
    extension::as_extension(&mut cargo, python, &target);
    process::run(&mut cargo)?;
    let library = target.join("release").join(extension::library("bench_owned"));
    fs::copy(&library, stage.join(format!("bench_owned{}", python.ext_suffix)))
        .with_context(|| format!("cannot copy {}", library.display()))?;
    Ok(stage)
}

fn compile_c(python: &Python, stage: &Path, name: &str) -> Result<()> {
    let (source, to) = (sources().join("c").join(format!("{name}.c")), format!("{name}{}", python.ext_suffix));
    compile(python, &source, &["-Wall", "-Wextra"], &stage.join(to))
}

fn compile(python: &Python, source: &Path, flags: &[&str], to: &Path) -> Result<()> {
    let mut cc = Command::new("cc");
    cc.args(FLAGS).args(flags).arg("-I").arg(&python.include).arg("-I").arg(sources().join("c"));
    process::run(cc.arg(source).arg("-o").arg(to))
}
