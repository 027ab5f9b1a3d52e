//! What cargo and `pyproject.toml` say of a crate.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::Value;
use toml::Table;

use crate::check::module_library;
use crate::manifest::Manifest;

/// The package of the library.
const LIBRARY: &str = "owned-py";

/// A crate that is a module.
pub(super) struct Crate {
    pub(super) manifest: PathBuf,
    /// Its folder.
    pub(super) folder: PathBuf,
    /// Where all goes that is built for stubs.
    pub(super) target: PathBuf,
    /// What the manifest calls the library.
    pub(super) dependency: String,
    /// The module, with the packages that it is in.
    pub(super) module: String,
    /// Where Python's sources are, if there are any.
    pub(super) sources: Option<PathBuf>,
}

impl Crate {
    /// Asks cargo and reads `pyproject.toml`.
    ///
    /// # Errors
    /// No crate, or one that is no module of the library's.
    pub(super) fn of(named: &Path, module: Option<&str>) -> Result<Self> {
        let Manifest { path: manifest, folder, target, package } = Manifest::of(named)?;
        let library = module_library(&package).with_context(|| {
            format!("{} has no library of the type `cdylib`, so it is no module", manifest.display())
        })?;
        let (said_module, source) = of_maturin(&folder.join("pyproject.toml"))?;
        let module = module.map(str::to_owned).or(said_module).unwrap_or(library);
        Ok(Self {
            target: target.join("owned-stubs"),
            dependency: dependency(&package)
                .with_context(|| format!("{} does not depend on {LIBRARY}", manifest.display()))?,
            sources: sources(&folder, source, &module),
            module,
            folder,
            manifest,
        })
    }
}

/// The name under which the manifest has the library.
fn dependency(package: &Value) -> Option<String> {
    let of = package["dependencies"].as_array()?.iter().find(|of| of["name"] == LIBRARY && of["kind"].is_null())?;
    Some(of["rename"].as_str().unwrap_or(LIBRARY).to_owned())
}

/// `module-name` and `python-source` of `[tool.maturin]`.
fn of_maturin(file: &Path) -> Result<(Option<String>, Option<String>)> {
    let Ok(text) = fs::read_to_string(file) else { return Ok((None, None)) };
    let table: Table = text.parse().with_context(|| format!("{} cannot be read", file.display()))?;
    let maturin = table.get("tool").and_then(|tool| tool.get("maturin"));
    let said = |key: &str| Some(maturin?.get(key)?.as_str()?.to_owned());
    Ok((said("module-name"), said("python-source")))
}

/// The folder in which the outermost package of the module is: as maturin looks for it.
fn sources(folder: &Path, source: Option<String>, module: &str) -> Option<PathBuf> {
    let outer = module.split('.').next().unwrap_or(module);
    let mut places = match source {
        Some(source) => vec![folder.join(source)],
        None => vec![folder.to_owned(), folder.join("src"), folder.join("python")],
    };
    places.retain(|place| place.join(outer).join("__init__.py").is_file());
    places.into_iter().next()
}
