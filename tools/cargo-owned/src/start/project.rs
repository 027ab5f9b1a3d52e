//! A project of one's own: a small binding with its tests, from which one's own begins.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::{checkout, is_free, name, relative, template, write};

/// Writes the project into a folder, which is called as its module will be; returns the files.
///
/// # Errors
/// A name that is none; a folder that has something in it; a checkout of Owned that is none.
pub(crate) fn project(folder: &Path, owned: Option<&Path>) -> Result<Vec<PathBuf>> {
    let called =
        folder.file_name().context("a new project needs a NAME, which its folder gets: `cargo owned new tallies`")?;
    let called = called.to_string_lossy();
    name::check(&called)?;
    is_free(folder)?;
    owned.map_or(Ok(()), checkout)?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let from = owned.map(|checkout| relative(checkout, folder)).transpose()?;
    let mut command = format!("cargo owned new {called}");
    if let Some(owned) = owned {
        let beside = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        command += &format!(" --owned {}", relative(owned, beside)?);
    }
    write(folder, template::files(&called, |path| super::files::source(from.as_deref(), path), &command))
}
