//! Finds the cases: `cases/<guarantee>/<case>.rs`, its twin `<case>.pass.rs` and its `<case>.stderr`.

use std::fs;
use std::path::{Path, PathBuf};

/// Where the cases are, from this package.
pub(crate) const CASES: &str = "cases";

/// One thing that must not compile.
#[allow(dead_code, reason = "each test asks for what it needs")]
pub(crate) struct Case {
    /// The folder's name: the guarantee that refuses it.
    pub(crate) guarantee: String,
    /// The source that must not compile.
    pub(crate) refused: PathBuf,
    /// The source that must, one edit away.
    pub(crate) twin: PathBuf,
    /// What the compiler says.
    pub(crate) stderr: PathBuf,
}

/// Every case, in the order of the names.
pub(crate) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for folder in entries(Path::new(CASES)) {
        for refused in entries(&folder) {
            let name = refused.file_name().and_then(|name| name.to_str());
            if name.is_some_and(|name| name.ends_with(".rs") && !name.ends_with(".pass.rs")) {
                cases.push(Case {
                    guarantee: file_name(&folder),
                    twin: refused.with_extension("pass.rs"),
                    stderr: refused.with_extension("stderr"),
                    refused,
                });
            }
        }
    }
    assert!(!cases.is_empty(), "no cases in {CASES}");
    cases
}

/// What a folder holds, sorted.
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).unwrap_or_else(|error| panic!("cannot list {}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = listed.map(|entry| entry.expect("a readable entry").path()).collect();
    paths.sort();
    paths
}

/// The last part of a path.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().expect("a named entry").to_string_lossy().into_owned()
}
