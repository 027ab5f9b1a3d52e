//! The structs that Rust adopts, compared with C's by the C compiler.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use anyhow::{Context as _, Result};

use crate::read::Flags;

/// What the compiler, or what reads the declarations, says; nothing if all is as C has it.
pub(super) fn layout(module: &str, sources: &[PathBuf], rust: &[PathBuf], flags: &Flags) -> Result<Option<String>> {
    let folder = tempfile::Builder::new().prefix("cargo-owned-").tempdir().context("cannot make a temporary folder")?;
    let real = |path: &PathBuf| fs::canonicalize(path).with_context(|| format!("cannot read {}", path.display()));
    let mut extension = owned_build::Extension::new(module);
    for source in sources {
        extension = extension.source(real(source)?);
    }
    for file in rust {
        extension = extension.rust(file);
    }
    for include in &flags.includes {
        extension = extension.include(include);
    }
    for define in &flags.defines {
        extension = extension.flag(format!("-D{define}"));
    }
    for flag in &flags.further {
        extension = extension.flag(flag);
    }
    let around = folder.path().join("around.c");
    if let Err(error) = extension.write(&around) {
        return Ok(Some(error.to_string()));
    }
    let compiler = env::var("CC").ok().filter(|cc| !cc.trim().is_empty()).unwrap_or_else(|| "cc".into());
    let mut words = compiler.split_whitespace();
    let mut cc = Command::new(words.next().unwrap_or("cc"));
    cc.args(words).args(["-fsyntax-only", "-w", "-I"]).arg(include()?);
    cc.args(flags.includes.iter().map(|folder| format!("-I{folder}")));
    cc.args(flags.defines.iter().map(|define| format!("-D{define}"))).args(&flags.further).arg(&around);
    let output = cc.output().with_context(|| format!("the C compiler `{compiler}` cannot be run"))?;
    Ok((!output.status.success()).then(|| String::from_utf8_lossy(&output.stderr).into_owned()))
}

/// Where the `Python.h` is of the Python that cargo builds for.
fn include() -> Result<String> {
    let python = crate::read::python().context("no Python was found: set PYO3_PYTHON")?;
    let script = "import sysconfig; print(sysconfig.get_path('include'), end='')";
    let asked = Command::new(&python).args(["-c", script]).output();
    let asked = asked.with_context(|| format!("{} cannot be run", python.display()))?;
    String::from_utf8(asked.stdout).context("the folder of Python.h has a name that is no text")
}
