//! An extension as `build.rs` describes it.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::c::Unit;
use crate::compiler::{Compiler, Messages};
use crate::fault::{Error, Faults};
use crate::header::{self, OWNED_H};
use crate::read::{self, Declared};
use crate::write::include_path;
use crate::{python, sources};

/// A C extension that is compiled into this crate, unchanged.
#[derive(Clone, Debug)]
#[must_use = "nothing is built before `compile`"]
pub struct Extension {
    pub(crate) module: String,
    pub(crate) sources: Vec<PathBuf>,
    rust: Vec<PathBuf>,
    headers: Vec<PathBuf>,
    pub(crate) includes: Vec<PathBuf>,
    pub(crate) defines: Vec<(String, Option<String>)>,
    pub(crate) flags: Vec<OsString>,
}

impl Extension {
    /// The extension whose init function is `PyInit_` and this name: of `package._lru` that is `_lru`.
    pub fn new(module: impl Into<String>) -> Self {
        Extension {
            module: module.into(),
            sources: Vec::new(),
            rust: Vec::new(),
            headers: Vec::new(),
            includes: Vec::new(),
            defines: Vec::new(),
            flags: Vec::new(),
        }
    }

    /// A C source. Which of several has the init function is found by reading them.
    pub fn source(mut self, path: impl Into<PathBuf>) -> Self {
        self.sources.push(path.into());
        self
    }

    /// A Rust file with `#[class(unsafe(adopt(…)))]` structs and `foreign::import!`; the modules that it declares are read too.
    /// What a macro of your own writes is not seen.
    pub fn rust(mut self, path: impl Into<PathBuf>) -> Self {
        self.rust.push(path.into());
        self
    }

    /// A Rust file with `foreign::export!`, for which C gets a header of the same name: `src/exported.rs` is
    /// `#include "exported.h"`.
    pub fn header(mut self, path: impl Into<PathBuf>) -> Self {
        self.headers.push(path.into());
        self
    }

    /// A directory in which the sources find what they include.
    pub fn include(mut self, path: impl Into<PathBuf>) -> Self {
        self.includes.push(path.into());
        self
    }

    /// A macro that the sources are compiled with.
    pub fn define<'a>(mut self, name: &str, value: impl Into<Option<&'a str>>) -> Self {
        self.defines.push((name.to_owned(), value.into().map(str::to_owned)));
        self
    }

    /// A flag for the C compiler.
    pub fn flag(mut self, flag: impl Into<OsString>) -> Self {
        self.flags.push(flag.into());
        self
    }

    /// Compiles the extension and has it linked to this crate. What is wrong ends the build script, by its place.
    pub fn compile(self) {
        end_on_error(self.try_compile());
    }

    /// Writes the C file that a build which [hosts](crate::host) this crate compiles in place of the source with the init
    /// function: `owned_` and the module's name, beside `build.rs`. What is wrong ends the build script, by its place.
    pub fn host(self) {
        let path = format!("owned_{}.c", self.module);
        end_on_error(self.write(path));
    }

    /// The same, for a build script that has more to say about it.
    ///
    /// # Errors
    /// What is wrong with the declarations or the sources, by file and line; what the C compiler says, as it says it.
    pub fn try_compile(self) -> Result<(), Error> {
        let out = PathBuf::from(
            env::var_os("OUT_DIR").ok_or_else(|| Error::new("OUT_DIR is not set: this is for build scripts"))?,
        );
        let ready = self.prepare(&out, &out)?;
        let messages = Arc::new(Messages::default());
        let mut build = ready.compiler.build(&messages);
        for (at, unit) in sources::plan(&self, &ready.declared, &ready.units)?.into_iter().enumerate() {
            match unit.around {
                None => build.file(&unit.path),
                Some(around) => {
                    let path = fs::canonicalize(&unit.path).unwrap_or_else(|_| unit.path.clone());
                    let name = unit.path.file_name().unwrap_or_default().to_string_lossy();
                    let written = out.join(format!("owned_{at}_{name}"));
                    write(&written, &around.text(&include_path(&path)))?;
                    build.file(written)
                }
            };
        }
        // All of C's code is there for whoever loads the module, as C's own build has it, whether Rust calls it or not.
        build.link_lib_modifier("+whole-archive");
        build.try_compile(&format!("owned_c_{}", self.module)).map_err(|error| messages.failed(&error))
    }

    /// Writes the C file around the source that defines the init function, for a C build that compiles it in place of
    /// that source, and headers beside it. What would not change is left as it is.
    ///
    /// # Errors
    /// As [`try_compile`](Extension::try_compile); and if another source than that one has something that Rust names.
    pub fn write(self, path: impl AsRef<Path>) -> Result<(), Error> {
        let path = path.as_ref();
        let out = env::var_os("OUT_DIR").map_or_else(env::temp_dir, PathBuf::from);
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let ready = self.prepare(&out, folder)?;
        let units = sources::plan(&self, &ready.declared, &ready.units)?;
        let mut written = units.into_iter().filter_map(|unit| Some((unit.path, unit.around?)));
        let (source, around) = written.next().ok_or_else(|| Error::new("there is nothing to write"))?;
        if let Some((other, _)) = written.next() {
            return Err(Error::new(format!(
                "Rust names what is in {} and in {}, and one file is written: let one source include the other",
                source.display(),
                other.display(),
            )));
        }
        write(path, &around.text(&include_path(&relative(&source, folder))))
    }

    /// Reads what is declared, in Rust and in C.
    fn prepare<'a>(&'a self, out: &'a Path, headers: &'a Path) -> Result<Ready<'a>, Error> {
        let mut faults = Faults::default();
        if self.sources.is_empty() {
            return Err(Error::new(format!("no source of `{}` is named: `.source(\"…\")`", self.module)));
        }
        for source in &self.sources {
            changed(source);
            faults.keep(sources::check(source));
        }
        let declared = faults.keep(read::read(&self.rust));
        for file in &self.headers {
            let name = header::name_for(file);
            let text = faults.keep(header::header(&name, std::slice::from_ref(file)));
            if let Some(text) = text {
                faults.keep(write(&headers.join(name), &text));
                faults.keep(write(&headers.join("owned.h"), OWNED_H));
            }
            changed(file);
        }
        let include = faults.keep(python::include());
        let (declared, include) = faults.end_with(declared.zip(include))?;
        declared.files.iter().for_each(|file| changed(file));
        let compiler = Compiler { extension: self, out, headers, python: include };
        let units = self.sources.iter().map(|source| compiler.preprocess(source)).collect::<Result<Vec<_>, _>>()?;
        let files: BTreeSet<&String> = units.iter().flat_map(|unit| &unit.files).collect();
        files.into_iter().for_each(|file| changed(Path::new(file)));
        Ok(Ready { compiler, declared, units })
    }
}

fn end_on_error(result: Result<(), Error>) {
    if let Err(error) = result {
        // Cargo shows a failed build script's stderr; a panic would bury the message in a backtrace.
        eprintln!("\nowned-build: {error}\n");
        std::process::exit(1);
    }
}

/// What is known before anything is written.
struct Ready<'a> {
    compiler: Compiler<'a>,
    declared: Declared,
    /// In the order of the sources.
    units: Vec<Unit>,
}

fn changed(path: &Path) {
    tell_cargo(&format!("rerun-if-changed={}", path.display()));
}

/// Says something to cargo, if this is a build script.
pub(crate) fn tell_cargo(what: &str) {
    if is_build_script() {
        println!("cargo::{what}");
    }
}

/// Whether cargo runs this, as a build script.
pub(crate) fn is_build_script() -> bool {
    env::var_os("TARGET").is_some() && env::var_os("OUT_DIR").is_some()
}

/// Writes a file, unless it has this text.
fn write(path: &Path, text: &str) -> Result<(), Error> {
    if fs::read_to_string(path).is_ok_and(|own| own == text) {
        return Ok(());
    }
    fs::write(path, text).map_err(|error| Error::new(format!("cannot write {}: {error}", path.display())))
}

/// A path as it is seen from a folder; both are taken from the current one.
fn relative(path: &Path, from: &Path) -> PathBuf {
    let (Ok(path), Ok(from)) = (fs::canonicalize(path), fs::canonicalize(from)) else { return path.to_owned() };
    let common = path.components().zip(from.components()).take_while(|(one, other)| one == other).count();
    if common == 0 {
        return path;
    }
    let up = from.components().skip(common).map(|_| Path::new("..").as_os_str());
    up.chain(path.components().skip(common).map(|part| part.as_os_str())).collect()
}
