//! What can be wrong with a drawing.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a drawing could not be loaded, or a text not be set.
#[derive(Debug)]
#[non_exhaustive]
pub enum LoadError {
    /// The file could not be read.
    Io {
        /// The path as it was given.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// The text is not an SVG drawing.
    Malformed {
        /// Line of the fault, from 1.
        line: u32,
        /// Column of the fault, from 1, in characters.
        column: u32,
        /// What is wrong there.
        message: String,
    },
    /// The drawing has no size that a canvas can have, or asks for more than
    /// [`limits`](super::limits) allow.
    TooLarge {
        /// Line of the element at fault, from 1.
        line: u32,
        /// Column of the element at fault, from 1, in characters.
        column: u32,
        /// What is too large, and the limit.
        message: String,
    },
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, source } => write!(f, "cannot read '{}': {source}", path.display()),
            Self::Malformed { line, column, message } | Self::TooLarge { line, column, message } => {
                write!(f, "line {line}, column {column}: {message}")
            }
        }
    }
}

impl Error for LoadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Malformed { .. } | Self::TooLarge { .. } => None,
        }
    }
}

/// Why a shape was not rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RenderError {
    /// The buffer is shorter than its width, height and stride say.
    Buffer,
    /// The renderer's own code panicked on the element, as it does on some hostile numbers. The
    /// panic ends here; the target is left transparent.
    Renderer,
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Buffer => "the buffer is too short for its width, height and stride",
            Self::Renderer => "the renderer gave up on this element",
        })
    }
}

impl Error for RenderError {}
