//! What is wrong, and where.

use std::fmt;
use std::path::{Path, PathBuf};

use proc_macro2::Span;

/// A line of a Rust file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) file: PathBuf,
    pub(crate) line: usize,
}

impl Place {
    pub(crate) fn of(file: &Path, span: Span) -> Self {
        Place { file: file.to_owned(), line: span.start().line }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file.display(), self.line)
    }
}

/// What keeps an extension from being built: each fault with its place.
#[derive(Debug)]
pub struct Error {
    faults: Vec<String>,
}

impl Error {
    /// A fault that has no line.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Error { faults: vec![text.into()] }
    }

    /// A fault at a line.
    pub(crate) fn at(place: &Place, text: impl fmt::Display) -> Self {
        Error::new(format!("{place}: {text}"))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.faults.join("\n"))
    }
}

impl std::error::Error for Error {}

/// Faults as they are found: one does not hide the next.
#[derive(Default)]
pub(crate) struct Faults(Vec<String>);

impl Faults {
    /// The value, or nothing and its fault kept.
    pub(crate) fn keep<T>(&mut self, result: Result<T, Error>) -> Option<T> {
        result.map_err(|error| self.0.extend(error.faults)).ok()
    }

    /// Keeps a fault at a line.
    pub(crate) fn at(&mut self, place: &Place, text: impl fmt::Display) {
        self.0.push(format!("{place}: {text}"));
    }

    /// The value that was read, or all faults: one of them is why there is none.
    pub(crate) fn end_with<T>(self, read: Option<T>) -> Result<T, Error> {
        match read {
            Some(read) if self.0.is_empty() => Ok(read),
            _ => Err(Error { faults: self.0 }),
        }
    }

    /// Ends with all faults, if there are any.
    pub(crate) fn end(self) -> Result<(), Error> {
        if self.0.is_empty() { Ok(()) } else { Err(Error { faults: self.0 }) }
    }
}

/// A file's text, or a fault that names it.
pub(crate) fn text_of(path: &Path) -> Result<String, Error> {
    let bytes = std::fs::read(path).map_err(|error| Error::new(format!("cannot read {}: {error}", path.display())))?;
    // Sources of C may be in any encoding; names are ASCII.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
