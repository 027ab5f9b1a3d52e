//! SQLite for Python, by the DB-API: how a large C library is bound.
//!
//! [`db`](mod@db) is the safe interface of SQLite: what its manual says of each pointer, as types. The other files bind
//! it to Python, one for each class; this one is the module. `guide/sqlite.md` walks through it.

mod blob;
mod connection;
mod convert;
mod cursor;
mod db;
mod errors;
mod parameters;
mod row;
mod rows;
mod transactions;

use owned::prelude::*;

/// SQLite by the DB-API of Python (PEP 249), with the names of the standard module `sqlite3`.
#[owned::module]
pub mod owned_sqlite {
    use owned::prelude::*;

    #[export]
    pub use crate::blob::Blob;
    #[export]
    pub use crate::connect;
    #[export]
    pub use crate::connection::Connection;
    #[export]
    pub use crate::cursor::Cursor;
    #[export]
    pub use crate::errors::{
        DataError, DatabaseError, Error, IntegrityError, InterfaceError, InternalError, NotSupportedError,
        OperationalError, ProgrammingError, Warning,
    };
    #[export]
    pub use crate::row::Row;

    /// The version of the DB-API.
    #[export(name = "apilevel")]
    pub const API_LEVEL: &str = "2.0";
    /// How parameters are written: `?`; `:name` is understood as well.
    #[export(name = "paramstyle")]
    pub const PARAM_STYLE: &str = "qmark";
    /// Threads may share the module, connections and cursors.
    #[export(name = "threadsafety")]
    pub const THREAD_SAFETY: u8 = 3;

    #[init]
    fn init<'py>(_py: Python<'py>, module: &Owned<'py, Any>) -> Result<()> {
        crate::constants(module)
    }
}

/// The codes of SQLite, and its version.
fn constants(module: &Owned<'_, Any>) -> Result<()> {
    for (code, name) in db::names::CODES {
        module.setattr(*name, *code)?;
    }
    module.setattr("sqlite_version", db::names::version())
}

/// Open a database: a path, or ":memory:". `factory` is called instead of Connection, with the same arguments.
#[function]
#[expect(clippy::too_many_arguments, reason = "those of the standard module")]
#[hint(-> "Connection")]
#[signature(database, timeout = 5.0, detect_types = 0, isolation_level = Some(""), check_same_thread = true, factory = None, cached_statements = 128, uri = false)]
pub fn connect<'py>(
    database: Borrowed<'_, 'py, Any>,
    timeout: f64,
    detect_types: i32,
    isolation_level: Option<&str>,
    check_same_thread: bool,
    factory: Option<Borrowed<'_, 'py, Any>>,
    cached_statements: usize,
    uri: bool,
) -> Result<Owned<'py, Any>> {
    let py = database.py();
    let factory = match factory {
        Some(factory) => factory.to_owned(),
        None => connection::Connection::class(py)?,
    };
    let options = Dict::empty(py)?;
    options.set("timeout", timeout)?;
    options.set("detect_types", detect_types)?;
    options.set("isolation_level", isolation_level)?;
    options.set("check_same_thread", check_same_thread)?;
    options.set("cached_statements", cached_statements)?;
    options.set("uri", uri)?;
    factory.call_with((database,), &options)
}
