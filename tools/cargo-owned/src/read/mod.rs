//! From files to syntax trees: the preprocessor over stubs of Python's headers, then a parser of C.

mod compiler;
mod explain;
mod places;
mod refuse;
mod says;
mod sources;
mod stubs;
mod tables;
mod version;

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use lang_c::ast::TranslationUnit;
use lang_c::driver::{Config, Flavor, parse_preprocessed};

use compiler::Compiler;
pub(crate) use compiler::Flags;
pub(crate) use places::Places;
pub(crate) use sources::sources;
pub(crate) use version::{choose, minor, python};

/// A file that was read.
pub(crate) struct Parsed {
    /// As the user named it.
    pub(crate) path: PathBuf,
    /// The file's own text.
    pub(crate) original: String,
    /// The text after the preprocessor.
    pub(crate) text: String,
    /// Where its bytes came from.
    pub(crate) places: Places,
    /// The tree.
    pub(crate) unit: TranslationUnit,
}

/// A file that could not be read, and why.
#[derive(Debug)]
pub(crate) struct Unread {
    /// The file.
    pub(crate) path: PathBuf,
    /// The line, where one is to blame.
    pub(crate) line: Option<usize>,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) help: Option<String>,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.message)
    }
}

/// What came of each file.
pub(crate) struct Read {
    /// Those that could be read.
    pub(crate) parsed: Vec<Parsed>,
    /// Those that could not.
    pub(crate) unread: Vec<Unread>,
}

/// Reads each file.
///
/// # Errors
/// There is no C compiler, or nowhere to write the stubs to. What is wrong with one file is in the result.
pub(crate) fn read(files: &[PathBuf], flags: &Flags) -> Result<Read> {
    let stubs = stubs::write()?;
    let compiler = Compiler::find(&stubs, flags)?;
    let mut read = Read { parsed: Vec::new(), unread: Vec::new() };
    for file in files {
        match one(file, &compiler)? {
            Ok(parsed) => read.parsed.push(parsed),
            Err(unread) => read.unread.push(unread),
        }
    }
    // A file that another one includes has been read as a part of that one, where alone it may make no sense.
    let included: Vec<PathBuf> = read
        .parsed
        .iter()
        .flat_map(|parsed| parsed.places.files().filter(|file| *file != parsed.path))
        .filter_map(|file| file.canonicalize().ok())
        .collect();
    read.unread.retain(|unread| !unread.path.canonicalize().is_ok_and(|file| included.contains(&file)));
    Ok(read)
}

fn one(file: &Path, compiler: &Compiler<'_>) -> Result<Result<Parsed, Unread>> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let original = String::from_utf8_lossy(&bytes).into_owned();
    if let Some(message) = refuse::reason(file, &original) {
        return Ok(Err(Unread { path: file.into(), line: None, message, help: None }));
    }
    let mut unknown: Vec<String> = Vec::new();
    loop {
        let output = compiler.preprocess(file, &unknown)?;
        if !output.status.success() {
            return Ok(Err(explain::preprocessor(file, &String::from_utf8_lossy(&output.stderr))));
        }
        let text = says::attributes(String::from_utf8_lossy(&output.stdout).into_owned());
        let text = tables::emptied(text);
        let mut config = Config::with_gcc();
        config.flavor = if compiler.is_clang { Flavor::ClangC11 } else { Flavor::GnuC11 };
        let places = Places::of(&text);
        match parse_preprocessed(&config, text) {
            Ok(parse) => {
                let path = file.into();
                return Ok(Ok(Parsed { path, original, text: parse.source, places, unit: parse.unit }));
            }
            Err(error) => {
                // A type of Python's that the stubs do not have: which one it is matters to nobody.
                let more = explain::types_of_python(file, &error, compiler)?;
                if unknown.len() > 40 || more.iter().all(|name| unknown.contains(name)) {
                    return explain::parser(file, &original, &error, &places, compiler).map(Err);
                }
                unknown.extend(more);
            }
        }
    }
}
