//! What can go wrong.

use std::ffi::c_int;
use std::fmt;
use std::io;

/// The result of nearly everything here.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a call did nothing.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// A width, a height or an area is out of range.
    Size,
    /// Another argument is out of range.
    Value,
    /// An allocation failed in C.
    Memory,
    /// The canvas already runs or repaints, or the element is being rendered.
    Busy,
    /// The element is already on a canvas.
    Attached,
    /// The element is not on this canvas.
    Detached,
    /// A renderer reported failure.
    Render,
    /// The handle belongs to another thread.
    WrongThread,
    /// A file could not be written.
    Save(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Size => "width and height must be at most 16384, 64 Mi pixels in all, and positive for a canvas",
            Self::Value => "value out of range",
            Self::Memory => "out of memory",
            Self::Busy => "the canvas or element is busy with the same operation",
            Self::Attached => "the element is already on a canvas",
            Self::Detached => "the element is not on this canvas",
            Self::Render => "an element could not be rendered",
            Self::WrongThread => "canvases and elements can only be used by the thread that made them",
            Self::Save(error) => return error.fmt(f),
        })
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Save(error) => error.source(),
            _ => None,
        }
    }
}

/// `INK_STOPPED`, the one status besides `INK_OK` that is no error.
pub(super) const STOPPED: c_int = 8;

/// The error of a status. `INK_OK` and `INK_STOPPED` are none.
pub(super) fn check(status: c_int) -> Result<()> {
    Err(match status {
        0 | STOPPED => return Ok(()),
        1 => Error::Size,
        2 => Error::Value,
        3 => Error::Memory,
        4 => Error::Busy,
        5 => Error::Attached,
        6 => Error::Detached,
        7 => Error::Render,
        other => unreachable!("inkcanvas returned the status {other}"),
    })
}
