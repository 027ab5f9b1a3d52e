//! The interpreter whose headers are asked: the one that `pyo3-ffi` was configured for, never
//! whichever `Python.h` the compiler would find first.

use std::{env, path::PathBuf};

use pyo3_build_config::{BuildFlag, PythonAbiKind, PythonImplementation};

/// Names the header directory when it cannot be asked of an interpreter, as in a cross build.
const OVERRIDE: &str = "OWNED_PYTHON_INCLUDE";

/// What the tables' conditions and the C compiler need to know.
pub(crate) struct Python {
    pub(crate) minor: u8,
    pub(crate) free_threaded: bool,
    pub(crate) limited: bool,
    pub(crate) debug: bool,
    pub(crate) include: PathBuf,
}

impl Python {
    /// As in messages: `3.13`, `3.11 debug`.
    pub(crate) fn name(&self) -> String {
        let kind = |on, word| if on { word } else { "" };
        format!(
            "3.{}{}{}{}",
            self.minor,
            kind(self.free_threaded, " free-threaded"),
            kind(self.debug, " debug"),
            kind(self.limited, " limited API"),
        )
    }
}

/// Finds the configured interpreter's header directory, and checks that it holds `Python.h`.
pub(crate) fn configured() -> Result<Python, String> {
    println!("cargo::rerun-if-env-changed={OVERRIDE}");
    let config = pyo3_build_config::get();
    if config.implementation() != PythonImplementation::CPython {
        return Err(format!(
            "the layout tables describe CPython, and the configured interpreter is {}",
            config.implementation()
        ));
    }
    let mut python = Python {
        // Under the limited API Rust believes in the oldest version that it serves.
        minor: config.target_abi().version().minor,
        free_threaded: config.is_free_threaded(),
        limited: matches!(config.target_abi().kind(), PythonAbiKind::Stable(_)),
        debug: config.build_flags().0.contains(&BuildFlag::Py_DEBUG),
        include: PathBuf::new(),
    };
    python.include = match env::var_os(OVERRIDE) {
        Some(path) => path.into(),
        None => sysconfig_include(config)?.into(),
    };
    let header = python.include.join("Python.h");
    if header.is_file() {
        // A distribution's upgrade replaces the header in place.
        println!("cargo::rerun-if-changed={}", python.include.join("patchlevel.h").display());
        return Ok(python);
    }
    Err(format!(
        "no {} (the interpreter is Python {}, {}).\n{}",
        header.display(),
        python.name(),
        config.executable().unwrap_or("given by a configuration file"),
        advice(&python),
    ))
}

fn sysconfig_include(config: &pyo3_build_config::InterpreterConfig) -> Result<String, String> {
    if config.executable().is_none() {
        return Err(format!(
            "the build configuration names no Python executable, so its header directory is not \
             known: set {OVERRIDE} to the directory that holds Python.h"
        ));
    }
    config
        .run_python_script("import sysconfig; print(sysconfig.get_path('include'), end='')")
        .map_err(|e| format!("cannot ask the interpreter for its header directory: {e}"))
}

fn advice(python: &Python) -> String {
    let minor = python.minor;
    let (package, kind) = if python.debug {
        (format!("python3.{minor}-dbg"), "debug headers")
    } else {
        (format!("python3-dev (or python3.{minor}-dev)"), "headers")
    };
    format!(
        "Install the {kind}: Debian and Ubuntu call the package {package}, Fedora python3-devel. \
         Elsewhere choose another interpreter with PYO3_PYTHON, or name the directory with {OVERRIDE}."
    )
}
