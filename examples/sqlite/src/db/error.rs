//! What SQLite reports, and how it is asked.
#![expect(unsafe_code, reason = "asks a connection for its message")]

use std::ffi::{CStr, c_int};

use libsqlite3_sys as ffi;
use owned::{PyErr, foreign};

/// What can go wrong. `errors.rs` makes exceptions of it.
#[derive(Debug)]
pub(crate) enum Error {
    /// SQLite says so.
    Sqlite(Failure),
    /// A callback has raised this, and SQLite has ended the call.
    Raised(PyErr, Failure),
    /// Python code that was called in between has raised this, or converting a value has.
    Python(PyErr),
    /// `Connection.__init__` has not been called.
    NotOpened,
    /// The connection is closed.
    Closed,
    /// A call that is under way further up has the connection, and it cannot be closed.
    InUse,
    /// The connection is used by what it calls while it must not be.
    Barred,
    /// The statement runs: what it calls uses it.
    Recursive,
    /// A text has a second statement where one is expected.
    Several,
    /// The blob is closed, or the statement gone.
    Gone,
}

pub(crate) type Result<T> = std::result::Result<T, Error>;

/// A code of SQLite's, extended, with what it says.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    pub(crate) code: c_int,
    pub(crate) message: String,
}

impl Failure {
    /// What the code means in general.
    pub(crate) fn of_code(code: c_int) -> Self {
        // SAFETY: any number may be asked for; the text is static.
        let text = unsafe { ffi::sqlite3_errstr(code) };
        // SAFETY: a static C string.
        let text = unsafe { CStr::from_ptr(text) };
        Failure { code, message: text.to_string_lossy().into_owned() }
    }

    /// The message that belongs to `code`, which a function of this connection has just returned.
    ///
    /// # Safety
    /// NULL, or a connection whose turn it is on this thread.
    pub(crate) unsafe fn last(db: *mut ffi::sqlite3, code: c_int) -> Self {
        // SAFETY: the caller's; NULL is "out of memory".
        let last = unsafe { ffi::sqlite3_extended_errcode(db) };
        if last & 0xff != code & 0xff {
            // Of a misuse, SQLite may not say anything.
            return Failure::of_code(code);
        }
        // SAFETY: the caller's.
        let text = unsafe { ffi::sqlite3_errmsg(db) };
        // SAFETY: a C string that stays until the connection is used again; it is copied now.
        let text = unsafe { CStr::from_ptr(text) };
        Failure { code: last, message: text.to_string_lossy().into_owned() }
    }

    /// The code without what extends it.
    pub(crate) fn primary(&self) -> c_int {
        self.code & 0xff
    }
}

impl From<PyErr> for Error {
    fn from(error: PyErr) -> Self {
        Error::Python(error)
    }
}

/// Calls a function of SQLite's that returns a status, and may call back.
///
/// # Errors
/// What it reports; or what a callback raised on the way, with what it reports.
///
/// # Safety
/// `db` is open, its turn is this thread's, and so it is when `call` returns.
pub(crate) unsafe fn check(db: *mut ffi::sqlite3, call: impl FnOnce() -> c_int) -> Result<c_int> {
    let mut code = ffi::SQLITE_OK;
    let told = foreign::surfacing(|| code = call());
    let good = matches!(code & 0xff, ffi::SQLITE_OK | ffi::SQLITE_ROW | ffi::SQLITE_DONE);
    if good && told.is_ok() {
        return Ok(code);
    }
    // SAFETY: the caller's.
    let failure = if good { Failure::of_code(ffi::SQLITE_ABORT) } else { unsafe { Failure::last(db, code) } };
    Err(match told {
        Ok(()) => Error::Sqlite(failure),
        Err(raised) => Error::Raised(raised, failure),
    })
}
