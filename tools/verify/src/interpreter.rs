//! An interpreter to verify against: how it is run, and how C is compiled for it.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use owned_contracts::Version;

const SCRIPT: &str = r#"
import sys, sysconfig
print(sys.version_info[1])
print(sys.version.split()[0])
print(int(hasattr(sys, "gettotalrefcount")))
print(sysconfig.get_paths()["include"])
print(sysconfig.get_config_var("EXT_SUFFIX"))
"#;

/// One interpreter.
#[derive(Clone, Debug)]
pub struct Interpreter {
    /// The command that runs it: the executable alone, or what enters the system that it lives in before it.
    command: Vec<OsString>,
    /// Its minor version.
    pub version: Version,
    /// `3.11.2`.
    pub full: String,
    /// A debug build: it counts all references.
    pub debug: bool,
    /// Where its `Python.h` is.
    pub include: String,
    suffix: String,
}

impl Interpreter {
    /// Asks an interpreter. `enter` is the command that enters the system in which it lives, which must see the target
    /// directory under the same path; none for this system.
    ///
    /// # Errors
    /// It does not start, or is no Python 3.11 or newer.
    pub fn ask(executable: &Path, enter: &[&OsStr]) -> Result<Self> {
        let command: Vec<OsString> =
            enter.iter().copied().chain([executable.as_os_str()]).map(OsString::from).collect();
        let (full, include, suffix) = (String::new(), String::new(), String::new());
        let mut found = Self { command, version: Version(0), full, debug: false, include, suffix };
        let said = output(found.python().args(["-c", SCRIPT]))?;
        let mut lines = said.lines().map(str::to_owned);
        let mut next = || lines.next().with_context(|| format!("{} does not describe itself", executable.display()));
        found.version = Version(next()?.parse()?);
        found.full = next()?;
        found.debug = next()? == "1";
        found.include = next()?;
        found.suffix = next()?;
        if found.version < Version(11) {
            bail!("{} is Python {}, and 3.11 is the oldest supported", executable.display(), found.version);
        }
        Ok(found)
    }

    /// What runs it, as one would type it.
    pub fn shown(&self) -> String {
        self.command.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
    }

    /// `CPython 3.11.2 (debug)`.
    pub fn title(&self) -> String {
        format!("CPython {}{}", self.full, if self.debug { " (debug)" } else { "" })
    }

    /// Where what is built for it lies.
    pub(crate) fn folder(&self, target: &Path) -> PathBuf {
        let name = self.shown().replace(|c: char| !c.is_alphanumeric() && c != '.', "-");
        target.join("verify").join(format!("{}-{}", self.full, name.trim_matches('-')))
    }

    /// The file name of the extension module.
    pub(crate) fn module(&self) -> String {
        format!("owned_verify_cases{}", self.suffix)
    }

    /// A command that runs it.
    pub(crate) fn python(&self) -> Command {
        self.inside(self.command.last().expect("the executable is there"))
    }

    /// The C compiler of its system, told where its headers are.
    pub(crate) fn compiler(&self) -> Command {
        let mut command = self.inside(OsStr::new("cc"));
        command.arg(format!("-I{}", self.include));
        command
    }

    fn inside(&self, program: &OsStr) -> Command {
        let mut words = self.command[..self.command.len() - 1].iter().map(OsString::as_os_str).chain([program]);
        let mut command = Command::new(words.next().expect("at least the program"));
        command.args(words);
        command
    }
}

/// Runs silently; an error if it fails.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let shown = format!("{command:?}");
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot run {shown}"))?;
    if !output.status.success() {
        bail!("{shown} failed: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr).trim_end());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
