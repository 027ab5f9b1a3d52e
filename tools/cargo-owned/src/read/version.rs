//! For which version of Python the sources are read: that of the interpreter that cargo builds for.

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The version if no interpreter is found.
const OTHERWISE: u8 = 13;

/// The `N` of `3.N`: of the interpreter that `PYO3_PYTHON` names, else of the active environment, else of the first on `PATH`.
pub(crate) fn minor() -> u8 {
    let named = env::var_os("PYO3_PYTHON").map(PathBuf::from);
    let environment = env::var_os("VIRTUAL_ENV").map(|folder| PathBuf::from(folder).join("bin/python"));
    let on_path = ["python", "python3"].map(PathBuf::from);
    let mut all = named.into_iter().chain(environment).chain(on_path);
    all.find_map(|python| {
        let asked = Command::new(python).args(["-c", "import sys; print(sys.version_info[1])"]).output().ok()?;
        String::from_utf8(asked.stdout).ok()?.trim().parse().ok()
    })
    .unwrap_or(OTHERWISE)
}
