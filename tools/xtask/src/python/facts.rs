//! What an interpreter says of itself.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process;

/// Each line is a name, a tab, a value. It runs on any Python, an old one too: that it is too old is for us to say.
const SCRIPT: &str = r#"
import os, platform, sys, sysconfig
def say(name, value):
    print("%s\t%s" % (name, "" if value is None else value))
var = sysconfig.get_config_var
include = sysconfig.get_paths()["include"]
say("implementation", platform.python_implementation())
say("version", ".".join(str(n) for n in sys.version_info[:3]))
say("executable", sys.executable)
say("base_prefix", getattr(sys, "base_prefix", sys.prefix))
say("prefix", sys.prefix)
say("debug", int(hasattr(sys, "gettotalrefcount")))
say("gil_disabled", int(bool(var("Py_GIL_DISABLED"))))
say("abiflags", getattr(sys, "abiflags", ""))
say("shared", int(bool(var("Py_ENABLE_SHARED"))))
say("libdir", var("LIBDIR"))
say("library", var("LDLIBRARY"))
say("ext_suffix", var("EXT_SUFFIX"))
say("include", include)
say("headers", int(os.path.exists(os.path.join(include, "Python.h"))))
"#;

/// An interpreter and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Python {
    /// `sys.executable`, which for a shim of a version manager is the interpreter behind it.
    pub(crate) executable: PathBuf,
    /// `CPython`, `PyPy`, …
    pub(crate) implementation: String,
    pub(crate) version: [u32; 3],
    pub(crate) prefix: PathBuf,
    pub(crate) base_prefix: PathBuf,
    pub(crate) debug: bool,
    pub(crate) free_threaded: bool,
    pub(crate) abiflags: String,
    pub(crate) shared: bool,
    pub(crate) libdir: PathBuf,
    pub(crate) library: String,
    /// What ends the file name of an extension module: `.cpython-311-x86_64-linux-gnu.so`.
    pub(crate) ext_suffix: String,
    pub(crate) include: PathBuf,
    pub(crate) headers: bool,
}

impl Python {
    /// Asks the interpreter.
    pub(crate) fn ask(executable: &Path) -> Result<Self> {
        let said = process::output(Command::new(executable).args(["-c", SCRIPT]))?;
        Self::parse(&said)
            .with_context(|| format!("{} does not describe itself as a Python does", executable.display()))
    }

    fn parse(said: &str) -> Result<Self> {
        let facts: HashMap<&str, &str> = said.lines().filter_map(|line| line.split_once('\t')).collect();
        let fact = |name: &str| facts.get(name).copied().with_context(|| format!("it does not say its {name}"));
        let flag = |name: &str| fact(name).map(|value| value == "1");
        let mut version = [0; 3];
        for (place, part) in version.iter_mut().zip(fact("version")?.split('.')) {
            *place = part.parse().context("its version is not made of numbers")?;
        }
        Ok(Self {
            executable: fact("executable")?.into(),
            implementation: fact("implementation")?.into(),
            version,
            prefix: fact("prefix")?.into(),
            base_prefix: fact("base_prefix")?.into(),
            debug: flag("debug")?,
            free_threaded: flag("gil_disabled")?,
            abiflags: fact("abiflags")?.into(),
            shared: flag("shared")?,
            libdir: fact("libdir")?.into(),
            library: fact("library")?.into(),
            ext_suffix: fact("ext_suffix")?.into(),
            include: fact("include")?.into(),
            headers: flag("headers")?,
        })
    }

    /// `3.11.7`, or `3.11.2 (debug)`.
    pub(crate) fn title(&self) -> String {
        let [major, minor, patch] = self.version;
        let kind = match (self.debug, self.free_threaded) {
            (false, false) => "",
            (true, false) => " (debug)",
            (false, true) => " (free-threaded)",
            (true, true) => " (free-threaded, debug)",
        };
        format!("{} {major}.{minor}.{patch}{kind}", self.implementation)
    }

    /// A name for a folder, of its own for each interpreter of a machine: two may have the same version.
    pub(crate) fn tag(&self) -> String {
        let [major, minor, patch] = self.version;
        let home = self.prefix.to_string_lossy();
        let home = home.trim_matches(['/', '\\']).replace(|c: char| !c.is_alphanumeric() && c != '.', "-");
        format!("{}-{major}.{minor}.{patch}{}-{home}", self.implementation.to_lowercase(), self.abiflags)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    const DEBUG: &str = "implementation\tCPython\nversion\t3.11.2\nexecutable\t/usr/bin/python3.11-dbg\nbase_prefix\t/usr\n\
        prefix\t/usr\ndebug\t1\ngil_disabled\t0\nabiflags\td\nshared\t1\nlibdir\t/usr/lib\nlibrary\tlibpython3.11d.so\n\
        ext_suffix\t.cpython-311d.so\ninclude\t/usr/include/python3.11d\nheaders\t1\n";

    pub(crate) fn debug_python() -> Python {
        Python::parse(DEBUG).expect("it is complete")
    }

    #[test]
    fn a_description_is_read() {
        let python = debug_python();
        assert_eq!(python.title(), "CPython 3.11.2 (debug)");
        assert_eq!(python.tag(), "cpython-3.11.2d-usr");
        assert!(python.shared && python.headers && python.debug && !python.free_threaded);
    }

    #[test]
    fn a_gap_is_named() {
        let error = Python::parse(&DEBUG.replace("libdir", "lib")).unwrap_err().to_string();
        assert_eq!(error, "it does not say its libdir");
    }

    #[test]
    fn interpreters_of_one_version_have_folders_of_their_own() {
        let mut other = debug_python();
        other.prefix = "/opt/my python".into();
        assert_eq!(other.tag(), "cpython-3.11.2d-opt-my-python");
    }
}
