//! For which version of Python the sources are read: that of the interpreter that cargo builds for.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Result, ensure};

/// The version if no interpreter is found.
const OTHERWISE: u8 = 13;

/// The interpreter that the command line names.
static CHOSEN: OnceLock<PathBuf> = OnceLock::new();

/// Takes this interpreter from now on.
///
/// # Errors
/// It is none.
pub(crate) fn choose(python: &Path) -> Result<()> {
    ensure!(asked(python).is_some(), "{} is no Python", python.display());
    CHOSEN.get_or_init(|| python.to_owned());
    Ok(())
}

/// The interpreter: the chosen one, else that of `PYO3_PYTHON`, else of the active environment, else the first on `PATH`.
pub(crate) fn python() -> Option<PathBuf> {
    if let Some(chosen) = CHOSEN.get() {
        return Some(chosen.clone());
    }
    let named = env::var_os("PYO3_PYTHON").map(PathBuf::from);
    let environment = env::var_os("VIRTUAL_ENV").map(|folder| PathBuf::from(folder).join("bin/python"));
    let on_path = ["python", "python3"].map(PathBuf::from);
    named.into_iter().chain(environment).chain(on_path).find(|python| asked(python).is_some())
}

/// The `N` of its `3.N`.
pub(crate) fn minor() -> u8 {
    python().and_then(|python| asked(&python)).unwrap_or(OTHERWISE)
}

fn asked(python: &Path) -> Option<u8> {
    let asked = Command::new(python).args(["-c", "import sys; print(sys.version_info[1])"]).output().ok()?;
    String::from_utf8(asked.stdout).ok()?.trim().parse().ok()
}
