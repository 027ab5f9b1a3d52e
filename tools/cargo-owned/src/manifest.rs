//! What cargo says of the crate that is meant.

use std::path::{Path, PathBuf, absolute};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;

use crate::check::cargo;

/// A crate, by its manifest.
pub(crate) struct Manifest {
    pub(crate) path: PathBuf,
    /// The crate's folder.
    pub(crate) folder: PathBuf,
    /// Where cargo builds.
    pub(crate) target: PathBuf,
    /// What `cargo metadata` says of its package.
    pub(crate) package: Value,
}

impl Manifest {
    /// Asks cargo.
    ///
    /// # Errors
    /// No file, or one that is no crate.
    pub(crate) fn of(named: &Path) -> Result<Self> {
        let path = absolute(named).with_context(|| format!("{} is no path", named.display()))?;
        ensure!(path.is_file(), "there is no {}: --manifest-path says which crate is meant", path.display());
        let mut metadata = Command::new(cargo());
        metadata.args(["metadata", "--no-deps", "--format-version", "1", "--manifest-path"]).arg(&path);
        let output = metadata.output().context("cargo cannot be run")?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr).trim_end());
        let mut said: Value = serde_json::from_slice(&output.stdout).context("cargo metadata says no JSON")?;
        let target = Path::new(said["target_directory"].as_str().unwrap_or("target")).to_owned();
        let own = path.canonicalize().ok();
        let mut packages = said["packages"].as_array_mut().map(std::mem::take).unwrap_or_default().into_iter();
        let same = |package: &Value| Path::new(package["manifest_path"].as_str()?).canonicalize().ok();
        let Some(package) = packages.find(|package| same(package) == own) else {
            bail!("{} is of a workspace, and no crate: --manifest-path says which one is meant", path.display())
        };
        let folder = path.parent().context("a file lies in a folder")?.to_owned();
        Ok(Self { path, folder, target, package })
    }
}
