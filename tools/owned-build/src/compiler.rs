//! The C compiler: which flags it gets, and what is made of what it says.

use std::any::Any;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use cc::{BuildMessage, BuildMessageKind, BuildMessageLogger};

use crate::c::Unit;
use crate::extension::{Extension, is_build_script};
use crate::fault::Error;

/// How the sources are compiled.
pub(crate) struct Compiler<'a> {
    pub(crate) extension: &'a Extension,
    /// Where objects go.
    pub(crate) out: &'a Path,
    /// Where headers are that were written.
    pub(crate) headers: &'a Path,
    /// The directory with `Python.h`.
    pub(crate) python: PathBuf,
}

impl Compiler<'_> {
    /// A compiler that says what it has to say to `messages`.
    pub(crate) fn build(&self, messages: &Arc<Messages>) -> cc::Build {
        let mut build = cc::Build::new();
        // What upstream's code is warned of is upstream's concern; errors are shown as the compiler writes them.
        build.warnings(false).cargo_warnings(false).message_logger(Some(messages.clone()));
        build.out_dir(self.out).include(self.headers).includes(&self.extension.includes);
        if !is_build_script() {
            // Nobody says what is built for, and nobody listens.
            let host = host_triple();
            build.target(&host).host(&host).opt_level(0).cargo_metadata(false);
        }
        if build.get_compiler().is_like_msvc() {
            build.include(&self.python);
        } else {
            // Debian's debug headers are links to the release ones, but for pyconfig.h. GCC would follow the links and
            // then find the release pyconfig.h beside the target.
            build.flag_if_supported("-fno-canonical-system-headers");
            build.flag("-isystem").flag(&self.python);
        }
        for (name, value) in &self.extension.defines {
            build.define(name, value.as_deref());
        }
        build.flags(&self.extension.flags);
        build
    }

    /// What a source declares, with all that it includes.
    pub(crate) fn preprocess(&self, source: &Path) -> Result<Unit, Error> {
        let messages = Arc::new(Messages::default());
        let mut build = self.build(&messages);
        let expanded = build.file(source).try_expand().map_err(|error| messages.failed(&error))?;
        Ok(Unit::read(&String::from_utf8_lossy(&expanded)))
    }
}

/// What the compiler writes, line by line.
#[derive(Default)]
pub(crate) struct Messages(Mutex<Vec<String>>);

impl BuildMessageLogger for Messages {
    fn log(&self, kind: BuildMessageKind, message: BuildMessage<'_>, _: &dyn Any) {
        if kind == BuildMessageKind::StderrForwarding
            && let Ok(mut lines) = self.0.lock()
        {
            lines.push(message.to_string());
        }
    }
}

impl Messages {
    /// The error that a failure is, with what was said.
    pub(crate) fn failed(&self, error: &cc::Error) -> Error {
        let said = self.0.lock().map(|lines| lines.join("\n")).unwrap_or_default();
        if said.is_empty() {
            return Error::new(format!("the C compiler cannot be run: {error}"));
        }
        Error::new(format!("the C compiler refuses it:\n{said}\n\n{}", advice(&said)))
    }
}

/// What to do about an error of the C compiler.
fn advice(said: &str) -> &'static str {
    if said.contains("static assertion") || said.contains("static_assert") {
        "A Rust struct is not laid out as the C struct that it adopts. The message names the field: give it the type that \
         C's declaration has, and list all fields in C's order."
    } else if said.contains("No such file") || said.contains("file not found") || said.contains("Cannot open include") {
        "Name the directory of a header that is not found by `.include(\"…\")`; what the extension's own build defines, by \
         `.define(\"NAME\", \"VALUE\")`."
    } else {
        "If the extension's own build compiles it, compare the flags: `.define`, `.include` and `.flag` are for those that \
         it has and this one lacks."
    }
}

fn host_triple() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let said = Command::new(rustc).arg("-vV").output().map(|done| String::from_utf8_lossy(&done.stdout).into_owned());
    let said = said.unwrap_or_default();
    said.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default().to_owned()
}
