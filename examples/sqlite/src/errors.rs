//! The exceptions of the DB-API, and which of them each code of SQLite's is.

use owned::exceptions::{Exception, MemoryError};
use owned::prelude::*;

use libsqlite3_sys as ffi;

use crate::db::names::name_of;
use crate::db::{self, Failure};

owned::create_exception! {
    /// Something is not as it should be, and went on.
    pub Warning: Exception,
    /// Any error of the database or of its use. Those that SQLite reports have `sqlite_errorcode` and `sqlite_errorname`.
    pub Error: Exception,
    /// SQLite's interface was used in a way that it does not permit.
    pub InterfaceError: Error,
    /// An error of the database.
    pub DatabaseError: Error,
    /// A value cannot be processed: it is too long, say.
    pub DataError: DatabaseError,
    /// The database does not do what it is asked for: it is locked, the disk is full, the SQL is wrong.
    pub OperationalError: DatabaseError,
    /// A constraint does not hold.
    pub IntegrityError: DatabaseError,
    /// SQLite contradicts itself.
    pub InternalError: DatabaseError,
    /// The module is used wrongly: something is closed, or has too few parameters.
    pub ProgrammingError: DatabaseError,
    /// SQLite cannot do that.
    pub NotSupportedError: DatabaseError,
}

impl From<db::Error> for PyErr {
    fn from(error: db::Error) -> Self {
        let wrong = |message: &'static str| ProgrammingError::new(message);
        match error {
            db::Error::Sqlite(failure) => of_failure(failure),
            db::Error::Raised(raised, failure) => of_raised(raised, failure),
            db::Error::Python(error) => error,
            db::Error::NotOpened => wrong("Base Connection.__init__ not called."),
            db::Error::Closed => wrong("Cannot operate on a closed database."),
            db::Error::InUse => wrong("Cannot close the connection: a call of it is under way, which has called this."),
            db::Error::Barred => {
                wrong("Cannot use the connection here: SQLite permits it to no progress handler and to no collation.")
            }
            db::Error::Recursive => wrong("Recursive use of cursors not allowed."),
            db::Error::Several => wrong("You can only execute one statement at a time."),
            db::Error::Gone => wrong("Cannot operate on a closed blob."),
        }
    }
}

/// What a function of Python's has raised in the middle of a statement: the cause of what SQLite says. Who wants the
/// program to end (`KeyboardInterrupt`) is not held up.
fn of_raised(raised: PyErr, failure: Failure) -> PyErr {
    if Python::attach(|py| raised.is::<Exception>(py)) { of_failure(failure).caused_by(raised) } else { raised }
}

fn of_failure(failure: Failure) -> PyErr {
    let Failure { code, ref message } = failure;
    let message = message.clone();
    let mut error = match failure.primary() {
        ffi::SQLITE_NOMEM => return MemoryError::new(message),
        ffi::SQLITE_INTERNAL | ffi::SQLITE_NOTFOUND => InternalError::new(message),
        ffi::SQLITE_ERROR
        | ffi::SQLITE_PERM
        | ffi::SQLITE_ABORT
        | ffi::SQLITE_BUSY
        | ffi::SQLITE_LOCKED
        | ffi::SQLITE_READONLY
        | ffi::SQLITE_INTERRUPT
        | ffi::SQLITE_IOERR
        | ffi::SQLITE_FULL
        | ffi::SQLITE_CANTOPEN
        | ffi::SQLITE_PROTOCOL
        | ffi::SQLITE_EMPTY
        | ffi::SQLITE_SCHEMA => OperationalError::new(message),
        ffi::SQLITE_TOOBIG => DataError::new(message),
        ffi::SQLITE_CONSTRAINT | ffi::SQLITE_MISMATCH => IntegrityError::new(message),
        ffi::SQLITE_MISUSE | ffi::SQLITE_RANGE => InterfaceError::new(message),
        _ => DatabaseError::new(message),
    };
    let named = Python::attach(|py| {
        let value = error.value(py);
        value.setattr("sqlite_errorcode", code)?;
        value.setattr("sqlite_errorname", name_of(code))
    });
    named.map_or_else(|failed| failed, |()| error)
}
