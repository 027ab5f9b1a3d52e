//! What can go wrong.

#![expect(unsafe_code, reason = "says what the C function for messages takes")]

use std::ffi::c_int;
use std::fmt;
use std::io;

use owned::exceptions::MemoryError;
use owned::foreign::{Statuses, WrongThread, raise};
use owned::prelude::{PyErr, ValueError};

use super::ffi;

/// The result of nearly everything here.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a call did nothing, or was ended.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The C library has refused, or could not.
    Status(Status),
    /// The handle belongs to another thread.
    WrongThread(WrongThread),
    /// A handler has raised this.
    Handler(PyErr),
    /// A file could not be written.
    Save(io::Error),
}

/// A status of the C library that is no success. What it means, C says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status(c_int);

#[expect(missing_docs, reason = "the header says what each is")]
impl Status {
    pub const SIZE: Self = Status(1);
    pub const VALUE: Self = Status(2);
    pub const MEMORY: Self = Status(3);
    pub const BUSY: Self = Status(4);
    pub const ATTACHED: Self = Status(5);
    pub const DETACHED: Self = Status(6);
    pub const RENDER: Self = Status(7);
}

/// `INK_STOPPED`, the one status besides `INK_OK` that is no error.
pub(super) const STOPPED: c_int = 8;

// SAFETY: `ink_status_text` takes any number and gives static text.
static STATUSES: Statuses = unsafe { Statuses::new(ffi::ink_status_text) }.errors(&[
    (Status::SIZE.0, raise::<ValueError>),
    (Status::VALUE.0, raise::<ValueError>),
    (Status::MEMORY.0, raise::<MemoryError>),
    (Status::ATTACHED.0, raise::<ValueError>),
    (Status::DETACHED.0, raise::<ValueError>),
]);

/// The error of a status. `INK_OK` and `INK_STOPPED` are none.
pub(super) fn check(status: c_int) -> Result<()> {
    if matches!(status, 0 | STOPPED) { Ok(()) } else { Err(Error::Status(Status(status))) }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => f.write_str(&STATUSES.text(status.0)),
            Self::WrongThread(error) => error.fmt(f),
            Self::Handler(error) => error.fmt(f),
            Self::Save(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {}

impl From<WrongThread> for Error {
    fn from(error: WrongThread) -> Self {
        Self::WrongThread(error)
    }
}

impl From<PyErr> for Error {
    fn from(error: PyErr) -> Self {
        Self::Handler(error)
    }
}

impl From<Error> for PyErr {
    fn from(error: Error) -> Self {
        match error {
            Error::Status(status) => STATUSES.error(status.0),
            Error::WrongThread(error) => error.into(),
            Error::Handler(error) => error,
            Error::Save(error) => error.into(),
        }
    }
}
