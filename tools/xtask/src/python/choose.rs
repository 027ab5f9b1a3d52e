//! Which Python: the rules of `pyo3-build-config`, so that a task and plain `cargo` agree.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};

use super::Python;

/// The interpreter that was chosen, and why.
pub(crate) struct Choice {
    /// The interpreter, or why it does not answer.
    pub(crate) python: Result<Python>,
    /// `PYO3_PYTHON is set`, …
    pub(crate) why: String,
    /// Somebody asked for this one: no other may stand in.
    pub(crate) explicit: bool,
}

/// Chooses: what was asked for, PYO3_PYTHON, a virtual environment, `python` or `python3` on PATH.
pub(crate) fn choose(asked: Option<&Path>) -> Choice {
    let explicit = |path: &Path, why: String| Choice {
        python: Python::ask(path).with_context(|| why.clone()),
        why,
        explicit: true,
    };
    if let Some(path) = asked {
        return explicit(path, format!("--python {}", path.display()));
    }
    if let Some(path) = env::var_os("PYO3_PYTHON") {
        return explicit(path.as_ref(), format!("PYO3_PYTHON={}", path.to_string_lossy()));
    }
    if let Some((variable, home)) = environment() {
        return explicit(&inside(&home), format!("{variable}={}", home.display()));
    }
    for name in ["python", "python3"] {
        if let Ok(python) = Python::ask(name.as_ref()).and_then(at_least_three) {
            let why = format!("`{name}` is the first Python 3 on PATH");
            return Choice { python: Ok(python), why, explicit: false };
        }
    }
    let python = Err(anyhow!("neither `python` nor `python3` on PATH is a Python 3"));
    Choice { python, why: "PATH".into(), explicit: false }
}

/// Whether plain `cargo` would be configured for this interpreter.
pub(crate) fn is_cargos_own(python: &Python) -> bool {
    choose(None).python.is_ok_and(|own| own.executable == python.executable)
}

/// The active virtual environment. With two at once `pyo3-build-config` takes neither.
fn environment() -> Option<(&'static str, PathBuf)> {
    let get = |name| env::var_os(name).map(|home| (name, PathBuf::from(home)));
    match (get("VIRTUAL_ENV"), get("CONDA_PREFIX")) {
        (Some(one), None) | (None, Some(one)) => Some(one),
        _ => None,
    }
}

fn inside(home: &Path) -> PathBuf {
    match (cfg!(windows), env::var_os("VIRTUAL_ENV").is_some()) {
        (true, true) => home.join("Scripts").join("python.exe"),
        (true, false) => home.join("python.exe"),
        (false, _) => home.join("bin").join("python"),
    }
}

fn at_least_three(python: Python) -> Result<Python> {
    if python.version[0] < 3 { Err(anyhow!("it is Python {}", python.version[0])) } else { Ok(python) }
}
