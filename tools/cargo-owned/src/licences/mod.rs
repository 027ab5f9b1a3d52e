//! The licences of what a wheel contains: the crates that are compiled into the module, and Rust's standard library. Most of
//! them ask that their text goes wherever they go.

mod crates;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::check::cargo;
use crate::manifest::Manifest;

/// Where they go, beside the manifest.
const FOLDER: &str = "licences";

/// Where a toolchain has the notices of the standard library, and of what that contains.
const OF_RUST: &str = "share/doc/rust/COPYRIGHT-library.html";

/// What was written.
pub(crate) struct Written {
    pub(crate) files: Vec<PathBuf>,
    /// What has no text to be written, a line for each.
    pub(crate) lacking: Vec<String>,
}

/// Writes them beside the manifest.
///
/// # Errors
/// No crate, or one whose dependencies cargo does not find.
pub(crate) fn licences(manifest: &Path) -> Result<Written> {
    let manifest = Manifest::of(manifest)?;
    let asked =
        |arguments: &[&str]| said(Command::new(cargo()).args(arguments).arg("--manifest-path").arg(&manifest.path));
    // The tree and not the metadata says what is compiled in: in the latter, features are on that tests alone ask for.
    let edges = "normal,no-proc-macro";
    let tree = asked(&["tree", "--edges", edges, "--target", "all", "--prefix", "none", "--format", "{p}"])?;
    let metadata = asked(&["metadata", "--format-version", "1"])?;
    let metadata = serde_json::from_str(&metadata).context("cargo metadata says no JSON")?;
    let compiled = crates::compiled(&tree, &metadata)?;
    let (text, mut lacking) = crates::text(&compiled)?;

    let folder = manifest.folder.join(FOLDER);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut files = vec![folder.join("crates.txt")];
    fs::write(&files[0], text).with_context(|| format!("cannot write {}", files[0].display()))?;
    let of_rust = sysroot(&manifest.folder)?.join(OF_RUST);
    if of_rust.is_file() {
        let file = folder.join("rust-standard-library.html");
        fs::copy(&of_rust, &file).with_context(|| format!("cannot write {}", file.display()))?;
        files.push(file);
    } else {
        lacking.push(format!("Rust's standard library: this toolchain has no {}", of_rust.display()));
    }
    Ok(Written { files, lacking })
}

/// The folder of the toolchain that builds what lies here.
fn sysroot(here: &Path) -> Result<PathBuf> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    Ok(said(Command::new(rustc).args(["--print", "sysroot"]).current_dir(here))?.trim_end().into())
}

/// What a command prints.
fn said(command: &mut Command) -> Result<String> {
    let program = command.get_program().to_owned();
    let output = command.output().with_context(|| format!("{} cannot be run", program.display()))?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr).trim_end());
    String::from_utf8(output.stdout).with_context(|| format!("{} prints what is not UTF-8", program.display()))
}
