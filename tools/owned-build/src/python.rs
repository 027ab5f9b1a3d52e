//! The headers of the interpreter that the Rust side was configured for.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::extension::tell_cargo;
use crate::fault::Error;

/// Names the header directory when it cannot be asked of an interpreter, as in a cross build.
const OVERRIDE: &str = "OWNED_PYTHON_INCLUDE";
/// The interpreter that `owned-py` was configured for: its build script says so to those of its direct dependents.
const CONFIGURED: &str = "DEP_OWNED_PY_PYTHON";
/// What chooses the interpreter for a crate without `owned-py`.
const CHOICE: &str = "PYO3_PYTHON";

/// The directory with `Python.h`.
pub(crate) fn include() -> Result<PathBuf, Error> {
    for variable in [OVERRIDE, CHOICE] {
        tell_cargo(&format!("rerun-if-env-changed={variable}"));
    }
    let (include, of) = match env::var_os(OVERRIDE) {
        Some(path) => (PathBuf::from(path), OVERRIDE.to_owned()),
        None => {
            let python = env::var_os(CONFIGURED).or_else(|| env::var_os(CHOICE)).unwrap_or_else(|| "python3".into());
            let script = "import sysconfig; print(sysconfig.get_path('include'), end='')";
            let done = Command::new(&python).args(["-c", script]).output();
            let said =
                done.ok().filter(|done| done.status.success()).and_then(|done| String::from_utf8(done.stdout).ok());
            let name = python.to_string_lossy().into_owned();
            let include = said.ok_or_else(|| {
                Error::new(format!(
                    "`{name}` does not say where its headers are. Choose an interpreter with {CHOICE}, or name the \
                     directory that holds Python.h with {OVERRIDE}."
                ))
            })?;
            (PathBuf::from(include), name)
        }
    };
    let header = include.join("Python.h");
    if !header.is_file() {
        return Err(Error::new(format!(
            "no {} (asked of {of}).\nInstall the headers: Debian and Ubuntu call the package python3-dev, or python3-dbg \
             for a debug interpreter; Fedora python3-devel. Elsewhere choose another interpreter with {CHOICE}, or name \
             the directory with {OVERRIDE}.",
            header.display(),
        )));
    }
    // A distribution's upgrade replaces the header in place.
    tell_cargo(&format!("rerun-if-changed={}", include.join("patchlevel.h").display()));
    Ok(include)
}
