//! Finding the cases.

use std::fs;
use std::path::{Path, PathBuf};

/// One thing that must not compile.
#[derive(Clone, Debug)]
pub struct Case {
    /// The source that must not compile.
    pub refused: PathBuf,
    /// The source that must, one edit away.
    pub twin: PathBuf,
    /// What the compiler says.
    pub stderr: PathBuf,
}

/// Every case below a folder, in the order of the names.
///
/// # Panics
/// If the folder cannot be read.
#[track_caller]
pub fn cases(folder: &Path) -> Vec<Case> {
    let mut found = Vec::new();
    for path in entries(folder) {
        if path.is_dir() {
            found.extend(cases(&path));
        } else if ends_with(&path, ".rs") && !ends_with(&path, ".pass.rs") {
            let (twin, stderr) = (path.with_extension("pass.rs"), path.with_extension("stderr"));
            found.push(Case { refused: path, twin, stderr });
        }
    }
    found
}

fn ends_with(path: &Path, end: &str) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(end))
}

/// What a folder holds, sorted.
///
/// # Panics
/// If it cannot be read.
#[track_caller]
pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).unwrap_or_else(|error| panic!("cannot list {}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = listed.map(|entry| entry.expect("a readable entry").path()).collect();
    paths.sort();
    paths
}
