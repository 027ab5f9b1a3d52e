//! What a crate says in its manifest of how it is verified.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use serde_json::Value;

use crate::manifest::Manifest;

/// Where it stands in `Cargo.toml`.
pub(crate) const TABLE: &str = "[package.metadata.owned.verify]";

/// The table, as it is written.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Table {
    from: Vec<PathBuf>,
    steps: Option<Vec<Vec<String>>>,
    package: Option<PathBuf>,
    module: Option<String>,
    tests: Vec<String>,
    hunt: Vec<String>,
    env: BTreeMap<String, String>,
}

/// A port, and what is to be done with it at each step.
pub(crate) struct Plan {
    /// `Cargo.toml`.
    pub(super) manifest: PathBuf,
    /// Its folder, in which tests are run.
    pub(crate) folder: PathBuf,
    /// The name of the crate's package.
    name: String,
    /// Where all goes that is built.
    pub(super) target: PathBuf,
    /// The C files that the port is compared with, as seen from where the command runs.
    pub(crate) from: Vec<PathBuf>,
    /// The features of each step; those that are on by default where it is nothing.
    pub(super) steps: Vec<Option<Vec<String>>>,
    /// What lies beside the module.
    pub(super) package: Option<PathBuf>,
    /// The module's name with dots.
    pub(super) module: String,
    /// The command that runs the extension's own tests.
    pub(super) tests: Vec<String>,
    /// The expressions that are hunted.
    pub(super) hunt: Vec<String>,
    /// What the builds and the tests find in their environment.
    pub(super) env: BTreeMap<String, String>,
}

impl Plan {
    /// Asks cargo for the manifest.
    ///
    /// # Errors
    /// No crate, one that builds no module, or a table that says something else than it can.
    pub(crate) fn of(named: &Path) -> Result<Self> {
        let beside = named.parent().unwrap_or(Path::new(""));
        let Manifest { path: manifest, folder, target, package } = Manifest::of(named)?;
        let table = match &package["metadata"]["owned"]["verify"] {
            Value::Null => Table::default(),
            value => Table::deserialize(value).with_context(|| format!("{}: {TABLE}", manifest.display()))?,
        };
        let library = library(&package).with_context(|| {
            format!(
                "{} has no library of the type `cdylib`: where another build hosts the crate, that one builds the module, \
                 and `--read-only` compares without building",
                manifest.display()
            )
        });
        let here = |path: PathBuf| folder.join(path);
        let plan = Self {
            name: package["name"].as_str().unwrap_or_default().to_owned(),
            target: target.join("owned-verify"),
            from: table.from.into_iter().map(|path| beside.join(path)).collect(),
            steps: table.steps.map_or_else(|| vec![None], |steps| steps.into_iter().map(Some).collect()),
            package: table.package.map(here),
            module: table.module.map_or(library, Ok)?,
            tests: table.tests,
            hunt: table.hunt,
            env: table.env,
            folder: folder.clone(),
            manifest,
        };
        plan.checked()
    }

    /// What would fail later, and say less.
    fn checked(self) -> Result<Self> {
        let place = self.manifest.display();
        ensure!(!self.steps.is_empty(), "{place}: `steps` in {TABLE} is empty: leave it out for the default features");
        ensure!(
            self.package.is_some() || !self.module.contains('.'),
            "{place}: {TABLE}: the module `{}` lies in a package: `package` says where that is",
            self.module
        );
        if let Some(package) = &self.package {
            ensure!(package.exists(), "{place}: {TABLE}: there is no package {}", package.display());
        }
        Ok(self)
    }

    /// Where all goes that is this crate's alone.
    pub(super) fn home(&self) -> PathBuf {
        self.target.join("steps").join(&self.name)
    }

    /// The last part of the module's name, which is that of its file.
    pub(super) fn last(&self) -> &str {
        self.module.rsplit('.').next().unwrap_or(&self.module)
    }
}

/// The cargo that runs this command.
pub(crate) fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// The name of the library that becomes the module.
pub(crate) fn library(package: &Value) -> Option<String> {
    let targets = package["targets"].as_array()?;
    let is_module =
        |target: &&Value| target["crate_types"].as_array().is_some_and(|types| types.contains(&"cdylib".into()));
    Some(targets.iter().find(is_module)?["name"].as_str()?.replace('-', "_"))
}
