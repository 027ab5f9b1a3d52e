//! The C compiler, as far as it is asked: for a preprocessed text, and for what it says of a file that is wrong.

use std::env;
use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context as _, Result};

use super::stubs::Stubs;

/// What a user says of how the sources are compiled.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flags {
    /// `-I`.
    pub(crate) includes: Vec<String>,
    /// `-D`.
    pub(crate) defines: Vec<String>,
    /// What stands after `--`.
    pub(crate) further: Vec<String>,
    /// The version of Python that `PY_VERSION_HEX` tells, `3.MINOR`.
    pub(crate) minor: u8,
}

/// A compiler, with the headers and flags that every file is read with.
pub(crate) struct Compiler<'a> {
    /// `CC`, in words.
    words: Vec<String>,
    stubs: &'a Stubs,
    flags: &'a Flags,
    /// It is clang, whose C has words of its own.
    pub(crate) is_clang: bool,
}

impl<'a> Compiler<'a> {
    /// The compiler that `CC` names, else `cc`.
    pub(crate) fn find(stubs: &'a Stubs, flags: &'a Flags) -> Result<Self> {
        let named = env::var("CC").ok().filter(|cc| !cc.trim().is_empty());
        let words: Vec<String> = named.as_deref().unwrap_or("cc").split_whitespace().map(Into::into).collect();
        let mut compiler = Compiler { words, stubs, flags, is_clang: false };
        let version = compiler.start().arg("--version").output().with_context(|| {
            let whose = if named.is_some() { "which CC names" } else { "and CC names no other" };
            format!("the C compiler `{}` cannot be run, {whose}", compiler.words[0])
        })?;
        compiler.is_clang = String::from_utf8_lossy(&version.stdout).contains("clang");
        Ok(compiler)
    }

    /// Runs the preprocessor. Types of Python's that the stubs do not have are objects.
    pub(crate) fn preprocess(&self, file: &Path, unknown: &[String]) -> Result<Output> {
        self.output(self.command("-E", file, unknown))
    }

    /// Runs the parser, for its messages.
    pub(crate) fn check(&self, file: &Path) -> Result<Output> {
        let mut command = self.command("-fsyntax-only", file, &[]);
        command.arg("-Downed_says__(word)=");
        self.output(command)
    }

    fn command(&self, what: &str, file: &Path, unknown: &[String]) -> Command {
        let mut command = self.start();
        command.args([what, "-std=gnu17", "-w", "-I"]).arg(self.stubs.first());
        command.arg("-idirafter").arg(self.stubs.last());
        command.arg(format!("-DPY_MINOR_VERSION={}", self.flags.minor));
        // Attributes mean nothing here, and stand where the parser expects none; it has no integers of 128 bits.
        command.args([
            "-D__attribute__(x)=",
            "-D__attribute(x)=",
            "-D__int128=long",
            "-D__int128_t=long",
            "-D__uint128_t=unsigned long",
            "-D__auto_type=int",
        ]);
        command.args(["-D_Alignas(x)=", "-D__extension__=", "-D__declspec(x)="]);
        command.args(unknown.iter().map(|name| format!("-D{name}=PyObject")));
        command.args(self.flags.defines.iter().map(|define| format!("-D{define}")));
        command.args(self.flags.includes.iter().map(|folder| format!("-I{folder}")));
        // Before anything else, so that a header of that name is not read.
        command.arg("-include").arg(self.stubs.first().join("says.h"));
        // The header includes Python's: whoever includes it may leave that out.
        if std::fs::read_to_string(file).is_ok_and(|text| text.contains("owned.h")) {
            command.arg("-include").arg(self.stubs.first().join("Python.h"));
        }
        command.args(&self.flags.further).arg(file);
        command
    }

    fn output(&self, mut command: Command) -> Result<Output> {
        command.output().with_context(|| format!("the C compiler `{}` cannot be run", self.words[0]))
    }

    fn start(&self) -> Command {
        let mut command = Command::new(&self.words[0]);
        // Its messages are read, so they are to be English.
        command.args(&self.words[1..]).env("LC_ALL", "C");
        command
    }
}
