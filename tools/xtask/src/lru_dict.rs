//! The port `examples/lru`, and lru-dict itself, which it is a port of: fetched from its registry by its hash, compiled by
//! the flags of Python's own tools. Nothing of it is in this repository.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::extension::{self, Package, Profile, Staged};
use crate::python::Python;
use crate::{paths, process, pytools};

const RELEASE: &str = "lru-dict==1.4.1";
const HASH: &str = "sha256:cc518ff2d38cc7a8ab56f9a6ae557f91e2e1524b57ed8e598e97f45a2bd708fc";

/// The flags of extensions that are built by Python's own tools in release.
pub(crate) const FLAGS: [&str; 6] = ["-shared", "-fPIC", "-O3", "-DNDEBUG", "-fwrapv", "-g"];

/// The port as a package of cargo's.
const PORT: Package = Package { name: "owned-example-lru", library: "_lru", folder: "lru" };

/// The example.
pub(crate) fn folder() -> PathBuf {
    paths::root().join("examples/lru")
}

/// Builds the port and puts it where it can be imported from, as the package `lru`.
pub(crate) fn build(python: &Python, profile: Profile, ledger: bool) -> Result<Staged> {
    place_package(extension::build_package(python, &PORT, profile, ledger)?)
}

/// The same of what has been built already.
pub(crate) fn stage(python: &Python, built: &Path, folder: PathBuf) -> Result<Staged> {
    place_package(extension::stage(python, &PORT, built, folder)?)
}

/// Puts the rest of the Python package beside the module.
fn place_package(staged: Staged) -> Result<Staged> {
    let (ours, place) = (folder().join("python/lru/__init__.py"), staged.folder.join("lru/__init__.py"));
    fs::copy(&ours, place).with_context(|| format!("cannot copy {}", ours.display()))?;
    Ok(staged)
}

/// lru-dict for an interpreter.
pub(crate) struct Built {
    /// What it can be imported from.
    pub(crate) folder: PathBuf,
    /// The unpacked sdist.
    pub(crate) source: PathBuf,
}

impl Built {
    /// The extension module.
    pub(crate) fn module(&self, python: &Python) -> PathBuf {
        self.folder.join(format!("lru/_lru{}", python.ext_suffix))
    }
}

/// The unpacked sdist, fetched if it is not there.
pub(crate) fn source(python: &Python) -> Result<PathBuf> {
    pytools::unpacked(python, RELEASE, HASH)
}

/// Compiles lru-dict for this interpreter.
pub(crate) fn upstream(python: &Python) -> Result<Built> {
    let source = source(python)?;
    let folder = paths::target().join("lru-dict").join(python.tag());
    let built = Built { folder, source };
    let package = built.folder.join("lru");
    fs::create_dir_all(&package).with_context(|| format!("cannot create {}", package.display()))?;
    let init = built.source.join("src/lru/__init__.py");
    fs::copy(&init, package.join("__init__.py")).with_context(|| format!("cannot copy {}", init.display()))?;
    compile(python, &built.source.join("src/lru/_lru.c"), &built.module(python))?;
    Ok(built)
}

fn compile(python: &Python, source: &Path, to: &Path) -> Result<()> {
    let mut cc = Command::new("cc");
    cc.args(FLAGS).arg("-w").arg("-I").arg(&python.include);
    process::run(cc.arg(source).arg("-o").arg(to))
}
