//! Which files the paths that a user names stand for.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};

use super::refuse;

/// Folders in which nobody keeps sources.
const NOT_SOURCES: [&str; 6] = ["build", "dist", "target", "node_modules", "__pycache__", "venv"];

/// The files: those that are named, and the C and C++ sources of each folder that is named.
///
/// # Errors
/// A path that is not there, or a folder without any.
pub(crate) fn sources(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        let kind = fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?;
        if kind.is_dir() {
            let before = files.len();
            folder(path, &mut files)?;
            ensure!(files.len() > before, "no C source in {}", path.display());
        } else if path.extension().is_some_and(|ending| ending == "h") {
            bail!("{} is a header: name the C files that include it", path.display());
        } else {
            files.push(path.clone());
        }
    }
    let mut seen = Vec::new();
    files.retain(|file| {
        let same = file.canonicalize().unwrap_or_else(|_| file.clone());
        let new = !seen.contains(&same);
        seen.push(same);
        new
    });
    Ok(files)
}

fn folder(path: &Path, into: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut entries: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    entries.sort();
    for entry in entries {
        let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if entry.is_dir() {
            if !name.starts_with('.') && !NOT_SOURCES.contains(&name.as_str()) {
                folder(&entry, into)?;
            }
        } else if refuse::is_source(&entry) {
            into.push(entry);
        }
    }
    Ok(())
}
