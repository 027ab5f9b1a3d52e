//! Building a step.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::Interpreter;
use super::command::{run, shown};
use super::plan::{self, Plan};

/// The library that was built, or what it was that failed. What cargo and the compiler say goes to standard error at once.
///
/// # Errors
/// Cargo cannot be run.
pub(super) fn build(
    plan: &Plan,
    features: Option<&[String]>,
    python: &Interpreter,
) -> Result<std::result::Result<PathBuf, (String, String)>> {
    let mut cargo = Command::new(plan::cargo());
    cargo.args(["build", "--lib", "--release", "--message-format", "json-render-diagnostics", "--manifest-path"]);
    cargo.arg(&plan.manifest).arg("--target-dir").arg(&plan.target);
    if let Some(features) = features {
        cargo.arg("--no-default-features");
        if !features.is_empty() {
            cargo.arg("--features").arg(features.join(","));
        }
    }
    cargo
        .args(as_extension())
        .envs(&plan.env)
        .env("PYO3_PYTHON", &python.program)
        .env("PYO3_BUILD_EXTENSION_MODULE", "1");
    let ended = run(cargo.stderr(Stdio::inherit()))?;
    if ended.code != Some(0) {
        return Ok(Err((String::new(), shown(&cargo))));
    }
    built_library(&ended.out, &plan.manifest).map(Ok)
}

/// What cargo needs to be told to link an extension module, as maturin tells it: the linker of macOS refuses names that only
/// the program has which will load the library.
pub(crate) fn as_extension() -> &'static [&'static str] {
    if !cfg!(target_os = "macos") {
        return &[];
    }
    &[
        "--config",
        "target.'cfg(target_os=\"macos\")'.rustflags=[\"-Clink-arg=-undefined\",\"-Clink-arg=dynamic_lookup\"]",
    ]
}

/// The shared library of the crate of this manifest, from what cargo says in JSON.
///
/// # Errors
/// There is none.
pub(crate) fn built_library(said: &str, manifest: &Path) -> Result<PathBuf> {
    let mut libraries = said.lines().filter_map(|line| library(&serde_json::from_str(line).ok()?, manifest));
    libraries.next_back().context("cargo says of no library that it was built")
}

/// The shared library of a message that is about the crate's.
fn library(message: &Value, manifest: &Path) -> Option<PathBuf> {
    let of_crate =
        Path::new(message["manifest_path"].as_str()?).canonicalize().ok()? == manifest.canonicalize().ok()?;
    let is_module = message["target"]["crate_types"].as_array()?.contains(&"cdylib".into());
    if message["reason"] != "compiler-artifact" || !of_crate || !is_module {
        return None;
    }
    let mut files = message["filenames"].as_array()?.iter().filter_map(|file| file.as_str()).map(PathBuf::from);
    let is_shared =
        |file: &PathBuf| file.extension().is_some_and(|ending| ["so", "dylib", "dll"].iter().any(|e| ending == *e));
    files.rfind(is_shared)
}
